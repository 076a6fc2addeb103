import type { PlaceView } from '../../../shared/contracts/places.ts';
import type { ApiClient } from '../../support/api-client.ts';
import { fillScans } from './fill-scans.ts';

/** What the screens of the register need to know. */
export interface RegisterHouse {
  customerId: string;
  customerRef: string;
  newCustomerId: string;
  mailingId: string;
  freshMailingId: string;
  paperCode: string;
  /** A paper of which a scan was set aside, and whose it is. */
  doubtedCode: string;
  doubtedCustomerId: string;
  boxCode: string;
  siteCode: string;
}

export const noRegister: RegisterHouse = {
  customerId: '',
  customerRef: '',
  newCustomerId: '',
  mailingId: '',
  freshMailingId: '',
  paperCode: '',
  doubtedCode: '',
  doubtedCustomerId: '',
  boxCode: '',
  siteCode: '',
};

/** All made up: names of every length and script, somebody who must not be mailed. */
const customers = [
  ['MW-0048213', 'Johanna van Ravestein-Dool', 'Oudewaal'],
  ['MW-0048214', 'Ömer Çelik', 'Merendrecht'],
  ['MW-0048215', 'Γιώργος Παπαδόπουλος', 'Merendrecht'],
  ['MW-0048216', 'Stichting tot Behoud van de Waterlopen in en om Merendrecht en Oudewaal', 'Oudewaal'],
  ['MW-0048217', 'Ilija Петровић', 'Kadezijl'],
  ['MW-0048218', 'A. Bos', 'Kadezijl'],
] as const;

/** A register as it looks after some weeks, made through the API by somebody who may do everything; `now` is the house's. */
export async function fillRegister(client: ApiClient, now: Date): Promise<RegisterHouse> {
  const more = Array.from(
    { length: 40 },
    (_, n) => [`MW-${50_000 + n}`, `Customer ${n + 1}`, 'Merendrecht'] as const,
  );
  const csv = ['ref,name,city', ...[...customers, ...more].map((row) => row.join(','))].join('\n');
  await must(client.call('POST', '/customers/import', { raw: csv, headers: { 'content-type': 'text/csv' } }));
  const { body } = await must(client.get<{ items: { id: string; ref: string }[] }>('/customers?limit=200'));
  const idOf = (ref: string) => body.items.find((each) => each.ref === ref)?.id ?? '';
  await must(client.patch(`/customers/${idOf('MW-0048218')}`, { doNotMail: 'objection' }));
  const issue = async (name: string, documentType: string, expectedBy?: string) => {
    const asked = { name, documentType, customers: { all: true }, ...(expectedBy ? { expectedBy } : {}) };
    return (await must(client.post<{ id: string }>('/mailings', asked))).body.id;
  };
  const day = (ahead: number) => new Date(now.getTime() + ahead * 86_400_000).toISOString().slice(0, 10);
  const mailingId = await issue('Direct debit, first round', 'coupon', day(40));
  await must(client.post(`/mailings/${mailingId}/mailed`, { at: now.toISOString() }));
  const letter = await issue('Change of tariff', 'letter');
  await must(client.post(`/mailings/${letter}/mailed`, { at: now.toISOString() }));
  const freshMailingId = await issue('Supply contract, garden meters', 'contract', day(60));
  const dossier = await must(
    client.get<{ documents: { code: string }[] }>(`/customers/${idOf('MW-0048213')}/dossier`),
  );
  await must(client.post('/customers', { ref: 'MW-1', name: 'Nieuwe Klant', city: 'Kadezijl' }));
  const added = await must(client.get<{ id: string }>('/customers/by-ref/MW-1'));
  const places = await fillPlaces(client);
  const doubtedCode = await fillScans(client, mailingId, places.boxCode);
  const doubted = await must(client.get<{ customer: { id: string } }>(`/documents/${doubtedCode}`));
  return {
    customerId: idOf('MW-0048213'),
    customerRef: 'MW-0048213',
    newCustomerId: added.body.id,
    mailingId,
    freshMailingId,
    paperCode: dossier.body.documents[0]?.code ?? '',
    doubtedCode,
    doubtedCustomerId: doubted.body.customer.id,
    ...places,
  };
}

async function fillPlaces(client: ApiClient): Promise<{ boxCode: string; siteCode: string }> {
  const make = async (path: string, body: object) =>
    (await must(client.post<PlaceView>(path, body))).body.code;
  const site = await make('/locations', { name: 'Merendrecht', kind: 'site', country: 'NL' });
  const building = await make('/locations', { name: 'Kadehuis', kind: 'building', in: site });
  const room = await make('/locations', { name: 'Room 0.14', kind: 'room', in: building });
  const rack = await make('/locations', { name: 'Rack 3', kind: 'rack', in: room });
  const row = { kind: 'shelf', in: rack, prefix: 'Shelf', from: 'A', to: 'F' };
  const shelves = await must(client.post<{ items: { code: string }[] }>('/places/rows', row));
  const shelf = shelves.body.items[2]?.code;
  const boxes = { kind: 'box', in: shelf, prefix: 'Box', from: '198', to: '214', capacity: 500 };
  const made = await must(client.post<{ items: { code: string }[] }>('/places/rows', boxes));
  return { boxCode: made.body.items.at(-1)?.code ?? '', siteCode: site };
}

async function must<A extends { status: number; body: unknown }>(answering: Promise<A>): Promise<A> {
  const answer = await answering;
  if (answer.status >= 400) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}
