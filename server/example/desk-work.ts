import { customers } from '../../shared/contracts/customers.ts';
import { dossiers } from '../../shared/contracts/dossiers.ts';
import { mailings } from '../../shared/contracts/mailings.ts';
import { privacy } from '../../shared/contracts/privacy.ts';
import { type Day, momentOf } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { MadeCustomer } from './customers.ts';
import type { Entry, Office } from './office.ts';
import type { Returned } from './post.ts';

/** Customers call and their dossiers are looked into; the owner looks at his figures, the officer at the log. */
export function workAtDesks(chance: Chance, days: readonly Day[], made: readonly MadeCustomer[]): Entry[] {
  return days.flatMap((day, index): Entry[] => {
    if (index < 4) return [];
    const calls = Array.from({ length: 1 + chance.below(3) }, (_, call) => ({
      at: momentOf(day, '13:10', call * 2_400 + chance.below(1_800)),
      ref: chance.pick(made).ref,
    }));
    return [
      ...calls.map(({ at, ref }): Entry => ({ at, act: (office) => openDossier(office, ref) })),
      ...(index % 5 === 4 ? [{ at: momentOf(day, '16:30'), act: readLog }] : []),
      ...(index % 3 === 0 ? [{ at: momentOf(day, '11:30'), act: lookAtFigures }] : []),
    ];
  });
}

async function openDossier(office: Office, ref: string): Promise<void> {
  const johanna = office.person('johanna');
  const { items } = await johanna.call(customers.list, { query: { query: ref } });
  office.clock.pass(4);
  const found = items.find((each) => each.ref === ref);
  if (found) await johanna.call(dossiers.get, { params: { id: found.id } });
}

function readLog(office: Office): Promise<unknown> {
  return office.person('pieter').call(privacy.listAccessLog);
}

function lookAtFigures(office: Office): Promise<unknown> {
  const id = office.mailings.get('direct-debit') ?? '';
  return office.person('ruben').call(mailings.get, { params: { id } });
}

/** Boxes that are full go from the post room into their rack. */
export function moveBoxes(days: readonly Day[]): Entry[] {
  const moves: [day: number, box: string, shelf: string][] = [
    [29, 'Box 211', 'Rack 2 Shelf A'],
    [38, 'Box 212', 'Rack 2 Shelf A'],
  ];
  return moves.map(([day, box, shelf]) => ({
    at: momentOf(days[day] ?? '', '15:45'),
    act: (office) => office.scan('omer', { code: office.codeOf(box), place: shelf }),
  }));
}

/** What lies in the trays and is done with goes into boxes: undeliverable papers, and those with a remark. */
export function clearTrays(days: readonly Day[], returned: readonly Returned[]): Entry[] {
  const done = returned.filter(({ day }) => day <= 28);
  const undeliverable = done.filter(({ moment }) => moment.startsWith('undeliverable'));
  const remarked = done.filter(
    ({ moment, remark }) => remark || ['remark', 'answered-unclear'].includes(moment),
  );
  const put = (papers: readonly Returned[], box: string, time: string) =>
    papers.map(
      ({ key, run }, index): Entry => ({
        at: momentOf(days[31] ?? '', time, index * 6),
        act: (office) => office.scan('omer', { code: office.paper(key, run).code, place: box }),
      }),
    );
  return [...put(undeliverable, 'Box 198', '14:30'), ...put(remarked, 'Box 199', '14:45')];
}
