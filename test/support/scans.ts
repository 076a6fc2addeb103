import { randomUUID } from 'node:crypto';
import { findDocumentDamage } from '../../server/documents/documents.service.ts';
import { findFigureDamage } from '../../server/mailings/mailings.service.ts';
import { findPlaceDamage } from '../../server/places/places.service.ts';
import type { Context } from '../../server/platform/context.ts';
import type { DocumentView, EventsView, EventView } from '../../shared/contracts/documents.ts';
import type { Sighting } from '../../shared/contracts/fields.ts';
import type { PlaceView } from '../../shared/contracts/places.ts';
import type { ScanException, ScanResult } from '../../shared/contracts/scanning.ts';
import type { Answer, ApiClient } from './api-client.ts';
import { freshCookie } from './people.ts';
import { importCustomers, issueMailing, listPapers, type MailingAsked } from './register.ts';
import type { TestApp } from './test-app.ts';

/** A scan as it goes over the wire; what is left out is filled in. */
export interface GivenScan {
  id?: string;
  code: string;
  moment?: string;
  place?: string;
  undoes?: string;
  at?: string;
}

/** Papers, places and people around the scans of a test. */
export interface ScanHouse {
  app: TestApp;
  /** Somebody of the mailroom, who scans. */
  station: ApiClient;
  /** Somebody who issues, makes places and settles. */
  office: ApiClient;
  /** Makes scans out of what is given: with an id, and now by the station's clock. */
  scans(...given: GivenScan[]): Required<Pick<GivenScan, 'id' | 'at'>>[] & GivenScan[];
  /** Sends scans as one request; throws where it was refused as a whole. */
  send(
    given: GivenScan[],
    how?: { station?: string; sentAt?: string; client?: ApiClient },
  ): Promise<ScanResult[]>;
  /** Sends one. */
  scan(given: GivenScan, how?: { station?: string; sentAt?: string }): Promise<ScanResult>;
  /** Codes of new papers. */
  papers(count: number, asked?: MailingAsked & { mailed?: boolean }): Promise<string[]>;
  box(asked?: { in?: string; capacity?: number; name?: string }): Promise<string>;
  room(name: string): Promise<string>;
  paper(code: string): Promise<DocumentView>;
  events(code: string): Promise<EventView[]>;
  /** The last scan of a paper that booked nothing. */
  lastSeen(code: string): Promise<Sighting | null>;
  place(code: string): Promise<PlaceView>;
  /** All of them, also over several pages. */
  exceptions(settled?: boolean): Promise<ScanException[]>;
  /** New sessions for both, after time has passed. */
  renew(): Promise<void>;
  /** All that the product's own proof finds wrong. */
  damage(): Promise<string[]>;
  readonly site: string;
}

/** Customers that a house of scans has. */
const customers = 200;

export async function makeScanHouse(app: TestApp): Promise<ScanHouse> {
  const office = await app.signedIn('crm', 'campaign', 'records');
  const station = await app.signedIn('mailroom');
  await importCustomers(office, customers);
  const site = await made(office, '/locations', { kind: 'site', name: 'Kadehuis', country: 'NL' });
  const now = () => app.clock.now().toISOString();
  const scans: ScanHouse['scans'] = (...given) =>
    given.map((each) => ({ id: randomUUID(), at: now(), ...each }));
  const send: ScanHouse['send'] = async (given, how = {}) => {
    const body = { station: how.station ?? 'Desk 1', sentAt: how.sentAt ?? now(), scans: scans(...given) };
    const answer = await (how.client ?? station).post<{ results: ScanResult[] }>('/scans', body);
    if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body.results;
  };
  const read = async <T>(path: string) => bodyOf(await office.get<T>(path));
  return {
    app,
    station,
    office,
    site,
    scans,
    send,
    scan: async (given, how) => (await send([given], how))[0] as ScanResult,
    async papers(count, { mailed = true, ...asked } = {}) {
      const refs = Array.from({ length: count }, (_, n) => `K-${n + 1}`);
      const mailing = await issueMailing(office, { customers: { refs }, ...asked });
      if (mailed) bodyOf(await office.post(`/mailings/${mailing}/mailed`, { at: now() }));
      return (await listPapers(office, mailing, '?limit=200')).map(({ code }) => code);
    },
    box: ({ in: within = site, ...more } = {}) =>
      made(office, '/containers', { kind: 'box', in: within, ...more }),
    room: (name) => made(office, '/locations', { kind: 'room', in: site, name }),
    paper: (code) => read<DocumentView>(`/documents/${code}`),
    events: async (code) => (await read<EventsView>(`/documents/${code}/events`)).items,
    lastSeen: async (code) => (await read<EventsView>(`/documents/${code}/events`)).lastSeen,
    place: (code) => read<PlaceView>(`/places/${code}`),
    exceptions: (settled = false) => readAll<ScanException>(office, `/scans/exceptions?settled=${settled}`),
    async renew() {
      station.cookie = await freshCookie(app, 'mailroom@example.org');
      office.cookie = await freshCookie(app, 'crm-campaign-records@example.org');
    },
    damage: () => findDamage(app.context),
  };
}

export function bodyOf<T>(answer: Answer<T>): T {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Every item of a list that comes in pages. */
export async function readAll<T>(client: ApiClient, path: string): Promise<T[]> {
  type Page = { items: T[]; nextCursor: string | null };
  const items: T[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: Page = bodyOf(
      await client.get<Page>(`${path}${path.includes('?') ? '&' : '?'}limit=200${query}`),
    );
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

async function made(office: ApiClient, path: string, body: object): Promise<string> {
  return bodyOf(await office.post<{ code: string }>(path, body)).code;
}

interface Named {
  items: { name: string; code: string }[];
}

/** The code of a command that belongs to no process: UNDO. */
export async function stationCommand(office: ApiClient, name: string): Promise<string> {
  const { items } = bodyOf(await office.get<Named>('/commands'));
  return String(items.find((each) => each.name === name)?.code);
}

interface Moments {
  moments: { name: string; commandCode: string }[];
}

/** The command code of a moment of a document type. */
export async function momentCommand(office: ApiClient, type: string, name: string): Promise<string> {
  type Types = { items: { key: string; process: { id: string } }[] };
  const types = bodyOf(await office.get<Types>('/document-types')).items;
  const id = types.find(({ key }) => key === type)?.process.id;
  const { moments } = bodyOf(await office.get<Moments>(`/processes/${id}`));
  return String(moments.find((each) => each.name === name)?.commandCode);
}

/** `outcome moment/place`, each with its problem behind a colon. */
export function inShort({ outcome, moment, place, problem }: ScanResult): string {
  const half = (each: ScanResult['moment']) =>
    each ? each.outcome + (each.problem ? `:${each.problem.code}` : '') : '-';
  return `${outcome}${problem ? `:${problem.code}` : ''} ${half(moment)}/${half(place)}`;
}

/** What `spoor verify` would print. */
async function findDamage(context: Context): Promise<string[]> {
  const found: string[] = [];
  for await (const damage of findDocumentDamage(context)) {
    if ('problem' in damage) found.push(`${damage.code}: ${damage.problem}`);
  }
  for await (const { code, problem } of findPlaceDamage(context.db)) found.push(`${code}: ${problem}`);
  for (const { mailing, problem } of await findFigureDamage(context)) found.push(`${mailing}: ${problem}`);
  return found;
}
