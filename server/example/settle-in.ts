import { accounts } from '../../shared/contracts/accounts.ts';
import { customers } from '../../shared/contracts/customers.ts';
import { organisation } from '../../shared/contracts/organisation.ts';
import { places } from '../../shared/contracts/places.ts';
import type { ContainerKind, LocationKind } from '../../shared/places/placement.ts';
import { type Day, momentOf, officeZone } from './calendar.ts';
import { Caller } from './caller.ts';
import { type Colleague, colleagues, examplePassword } from './colleagues.ts';
import { customersAsCsv, type MadeCustomer } from './customers.ts';
import type { Entry, Office } from './office.ts';

/** Papers that a box takes: few, so that one is soon full. */
const boxCapacity = 60;

/** The first day: the organisation and its people, the archive, the customers. */
export function settleIn(
  day: Day,
  { url, setUpLink, made }: { url: string; setUpLink: string; made: readonly MadeCustomer[] },
): Entry[] {
  return [
    { at: momentOf(day, '08:40'), act: (office) => setUp(office, url, setUpLink) },
    { at: momentOf(day, '09:05'), act: addColleagues },
    { at: momentOf(day, '10:20'), act: buildArchive },
    {
      at: momentOf(day, '11:30'),
      act: (office) => office.person('ruben').call(customers.import, { csv: customersAsCsv(made) }),
    },
  ];
}

async function setUp(office: Office, url: string, setUpLink: string): Promise<void> {
  const { name, email } = colleagues.ilse;
  const visitor = new Caller(url, office.clock);
  await visitor.call(organisation.setUp, {
    body: {
      token: new URL(setUpLink).hash.slice(1),
      organisation: { name: 'Waterbedrijf Merendrecht', language: 'en', timeZone: officeZone },
      administrator: { name, email, password: examplePassword },
    },
  });
}

async function addColleagues(office: Office): Promise<void> {
  const admin = office.person('ilse');
  await admin.call(organisation.change, {
    body: { crmLink: 'https://crm.merendrecht.example/contacts/{ref}' },
  });
  for (const { name, email, roles, left } of Object.values<Colleague>(colleagues)) {
    if (email === colleagues.ilse.email) continue;
    office.clock.pass(70);
    const body = { name, email, roles: [...roles], password: examplePassword };
    const { id } = await admin.call(accounts.addUser, { body });
    if (left) await admin.call(accounts.changeUser, { params: { id }, body: { active: false } });
  }
  // Who set it up had every role; from here on she is the administrator and nothing else.
  const { items } = await admin.call(accounts.listUsers);
  const own = items.find(({ email }) => email === colleagues.ilse.email);
  if (own)
    await admin.call(accounts.changeUser, {
      params: { id: own.id },
      body: { roles: [...colleagues.ilse.roles] },
    });
}

async function buildArchive(office: Office): Promise<void> {
  const location = async (name: string, kind: LocationKind, within?: string) => {
    const at = within === undefined ? { country: 'NL' } : { in: office.codeOf(within) };
    const { code } = await office.person('omer').call(places.addLocation, { body: { name, kind, ...at } });
    office.noteCode(name, code);
  };
  const container = async (name: string, kind: ContainerKind, within: string, capacity?: number) => {
    const body = { name, kind, in: office.codeOf(within), ...(capacity !== undefined && { capacity }) };
    office.noteCode(name, (await office.person('omer').call(places.addContainer, { body })).code);
  };
  await location('Merendrecht', 'site');
  await location('Kadehuis', 'building', 'Merendrecht');
  await location('Post room', 'room', 'Kadehuis');
  await location('Room 0.14', 'room', 'Kadehuis');
  for (const rack of ['Rack 1', 'Rack 2', 'Rack 3']) {
    await location(rack, 'rack', 'Room 0.14');
    const body = { kind: 'shelf', in: office.codeOf(rack), prefix: 'Shelf', from: 'A', to: 'C' } as const;
    const { items } = await office.person('omer').call(places.addRow, { body });
    for (const { name, code } of items) office.noteCode(`${rack} ${name}`, code);
  }
  await location('Oudewaal pumping station', 'site');
  await location('Cellar', 'room', 'Oudewaal pumping station');
  await container('Crate 1', 'crate', 'Cellar');
  await container('Box 199', 'box', 'Crate 1', boxCapacity);
  await container('Box 198', 'box', 'Rack 1 Shelf A', boxCapacity);
  for (const box of [211, 212, 213, 214, 215]) await container(`Box ${box}`, 'box', 'Post room', boxCapacity);
  await container('Box 87', 'box', 'Rack 3 Shelf C');
  await container('Contracts A–K', 'folder', 'Box 87', 40);
  await container('Contracts L–Z', 'folder', 'Box 87', 40);
  for (const tray of ['Tray 1', 'Tray 2', 'Tray 3']) await container(tray, 'tray', 'Post room');
}
