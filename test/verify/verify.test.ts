import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findDocumentDamage } from '../../server/documents/documents.service.ts';
import { findFigureDamage } from '../../server/mailings/mailings.service.ts';
import { findPlaceDamage } from '../../server/places/places.service.ts';
import type { ApiClient } from '../support/api-client.ts';
import { makePlaces, placePaper } from '../support/archive.ts';
import { importCustomers, issueMailing, listPapers, signedInForRegister } from '../support/register.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let owner: ApiClient;
let mailing: string;
let codes: string[];
let box: string;
let other: string;

beforeAll(async () => {
  app = await startTestApp();
  owner = await signedInForRegister(app);
  await importCustomers(owner, 5);
  mailing = await issueMailing(owner);
  await owner.post(`/mailings/${mailing}/mailed`, { at: '2027-03-09T10:00:00Z' });
  const papers = await listPapers(owner, mailing);
  codes = papers.map(({ code }) => code);
  box = (await makePlaces(owner)).box.code;
  other = (await makePlaces(owner)).box.code;
  await placePaper(app, papers[0]!.code, box as never);
  await app.database.query('create table kept_documents as table documents');
  await app.database.query('create table kept_events as table events');
  await app.database.query('create table kept_places as table places');
  await app.database.query('create table kept_sequences as table code_sequences');
});

afterAll(() => app.stop());

/** Everything as it was, past the rules that the database itself keeps. */
beforeEach(async () => {
  await app.database.query('alter table code_sequences disable trigger only_grow');
  await app.database.query('truncate documents, events');
  await app.database.query('insert into documents select * from kept_documents');
  await app.database.query('insert into events select * from kept_events');
  await app.database.query(
    `update places p set parent = k.parent, head = k.head, version = k.version, name = k.name
       from kept_places k where k.code = p.code`,
  );
  await app.database.query(
    'update code_sequences s set next = k.next, spread_key = k.spread_key from kept_sequences k where k.kind = s.kind',
  );
});

async function findAll(): Promise<string[]> {
  const found: string[] = [];
  for await (const damage of findDocumentDamage(app.context)) {
    if ('problem' in damage) found.push(`${damage.code}: ${damage.problem}`);
  }
  for await (const { code, problem } of findPlaceDamage(app.context.db)) found.push(`${code}: ${problem}`);
  for (const { mailing: id, problem } of await findFigureDamage(app.context)) found.push(`${id}: ${problem}`);
  return found;
}

test('a database that only the product has written to is whole', async () => {
  expect(await findAll()).toEqual([]);
});

test.each([
  [
    'a status that no event gave',
    'update documents set status[2] = 1 where code = $1',
    'its status is 1,1,0,0, its events give 1,0,0,0',
  ],
  ['an event that is gone', 'delete from events where code = $1 and number = 2', 'events should be there'],
  [
    'an event that was changed',
    "update events set happened_at = happened_at - interval '1 day' where code = $1 and number = 2",
    'event 2 is not as it was written',
  ],
  [
    'somebody else named for it',
    'update events set by_user = null where code = $1 and number = 1',
    'event 1 is not as it was written',
  ],
  [
    'a paper that is somewhere else',
    'update documents set place = $2 where code = $1',
    'it is somewhere else than its events say',
  ],
  [
    'a head that is not its last event’s',
    'update documents set head = sha256(head) where code = $1',
    'the last event is not the one that the paper knows',
  ],
  [
    'a paper that is gone',
    'delete from documents where code = $1',
    'it has events, but the paper itself is gone',
  ],
])('%s is found', async (_, statement, problem) => {
  const values = statement.includes('$2') ? [codes[0], other] : [codes[0]];
  await app.database.query(statement, values);
  const found = await findAll();
  expect(
    found.some((each) => each.startsWith(`${codes[0]}: `) && each.includes(problem)),
    found.join('\n'),
  ).toBe(true);
  expect(found.filter((each) => codes.slice(1).some((code) => each.startsWith(code)))).toEqual([]);
});

test('a code that was never issued is found', async () => {
  await app.database.query("update code_sequences set next = 2 where kind = 'document'");
  const found = await findAll();
  expect(found.filter((each) => each.endsWith('its code was never issued'))).toHaveLength(codes.length - 2);
});

test('places that lie in one another in a ring are found', async () => {
  await app.database.query('update places set parent = $2 where code = $1', [box, other]);
  await app.database.query('update places set parent = $2 where code = $1', [other, box]);
  const found = await findAll();
  expect(found.some((each) => each.startsWith(`${box}: `) && each.includes('lies in itself'))).toBe(true);
});

test('figures that are not what the papers add up to are found', async () => {
  await app.database.query('update documents set status[4] = 1 where code = $1', [codes[1]]);
  expect(await findAll()).toContain(`${mailing}: its figures are not what its papers add up to`);
});

test('a paper is in exactly one place or state: the database refuses anything else', async () => {
  const refuse = async (statement: string) =>
    expect(app.database.query(statement, [codes[0]])).rejects.toMatchObject({ code: '23514' });
  await refuse('update documents set place = null where code = $1');
  await refuse('update documents set whereabouts = 1 where code = $1');
  await refuse('update documents set whereabouts = 42 where code = $1');
  await refuse('update documents set place = code where code = $1');
});

test('a sequence never goes back, whoever asks', async () => {
  await app.database.query('alter table code_sequences enable trigger only_grow');
  await expect(app.database.query('update code_sequences set next = next - 1')).rejects.toMatchObject({
    constraint: 'code_sequences_only_grow',
  });
});
