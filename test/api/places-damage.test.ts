import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { placesRoutes } from '../../server/places/places.routes.ts';
import { findPaths, findPlaceDamage, type PlaceDamage } from '../../server/places/places.service.ts';
import type { Code } from '../../shared/codes/code.ts';
import { type PlaceView, places } from '../../shared/contracts/places.ts';
import type { ApiClient } from '../support/api-client.ts';
import { startAreaApp } from '../support/area-app.ts';
import type { TestApp } from '../support/test-app.ts';

let app: TestApp;
let records: ApiClient;
let site: PlaceView;
let outer: PlaceView;
let inner: PlaceView;

beforeAll(async () => {
  app = await startAreaApp(placesRoutes, Object.values(places));
  records = await app.signedIn('records');
  site = (await records.post<PlaceView>('/locations', { kind: 'site', name: 'Site' })).body;
});

beforeEach(async () => {
  outer = await addBox(site.code);
  inner = await addBox(outer.code);
});

afterAll(() => app.stop());

async function addBox(within: string) {
  return (await records.post<PlaceView>('/containers', { kind: 'box', in: within })).body;
}

async function damage() {
  const found: PlaceDamage[] = [];
  for await (const problem of findPlaceDamage(app.context.db)) found.push(problem);
  return found;
}

/** All that is not computed. */
const columns = 'code, class, kind, name, parent, moved_at, created_at, version, head';

/** Breaks something past every rule, looks, and mends it. */
async function foundAfter(breaking: string, mending: string) {
  const run = (statement: string) =>
    app.database.query(statement.replaceAll('OUTER', outer.code).replaceAll('INNER', inner.code));
  await run(breaking);
  const found = await damage();
  await run(mending);
  expect(await damage()).toEqual([]);
  return found;
}

test('a healthy archive shows nothing, also after moves and removals', async () => {
  const gone = await addBox(inner.code);
  await records.patch(`/places/${inner.code}`, { in: site.code });
  await records.delete(`/places/${gone.code}`);
  expect(await damage()).toEqual([]);
});

test('a circle is found, and paths end in spite of it', async () => {
  await app.database.query('update places set parent = $1 where code = $2', [inner.code, outer.code]);
  const paths = await findPaths(app.context.db, [inner.code as Code]);
  expect(paths.get(inner.code as Code)?.path).toHaveLength(2);
  const found = await foundAfter('select 1', `update places set parent = ${site.code} where code = OUTER`);
  const circle = 'it lies in itself, or in something that lies in itself';
  expect(found).toContainEqual({ code: outer.code, problem: circle });
  expect(found).toContainEqual({ code: inner.code, problem: circle });
});

test.each([
  [
    'a head that was changed',
    "update places set head = sha256('x') where code = INNER",
    'update places set head = (select hash from events where events.code = INNER) where code = INNER',
    'the head of its chain is not the hash of its last event',
  ],
  [
    'a version that was changed',
    'update places set version = 7 where code = INNER',
    'update places set version = 1 where code = INNER',
    'its last event is number 1, the place is at 7',
  ],
])('%s is found', async (_what, breaking, mending, problem) => {
  const found = await foundAfter(breaking, mending);
  expect(found).toEqual([{ code: inner.code, problem }]);
});

test('a place put elsewhere without an event, or gone without one, is found', async () => {
  const moved = await foundAfter(
    `update places set parent = ${site.code} where code = INNER`,
    'update places set parent = OUTER where code = INNER',
  );
  expect(moved).toEqual([{ code: inner.code, problem: 'it stands elsewhere than its last event says' }]);
  await app.database.query(`create table kept as select ${columns} from places where code = $1`, [
    inner.code,
  ]);
  const gone = await foundAfter(
    'delete from places where code = INNER',
    `insert into places (${columns}) select * from kept`,
  );
  await app.database.query('drop table kept');
  expect(gone).toEqual([{ code: inner.code, problem: 'it is gone, but was never removed' }]);
});

test('a place that is marked as removed without an event, or is back without one, is found', async () => {
  const marked = await foundAfter(
    'update places set removed_at = now() where code = INNER',
    'update places set removed_at = null where code = INNER',
  );
  expect(marked).toEqual([{ code: inner.code, problem: 'it is marked as removed, but never was' }]);
  await records.delete(`/places/${inner.code}`);
  const back = await foundAfter(
    'update places set removed_at = null where code = INNER',
    'update places set removed_at = now() where code = INNER',
  );
  expect(back).toEqual([{ code: inner.code, problem: 'it was removed, but is there' }]);
});

test('a removed place in which something lies is found', async () => {
  await records.delete(`/places/${inner.code}`);
  await records.delete(`/places/${outer.code}`);
  const held = await foundAfter(
    `update places set removed_at = null, version = 1, head = (select hash from events where code = INNER and number = 1)
      where code = INNER`,
    `update places set removed_at = now(), version = 2, head = (select hash from events where code = INNER and number = 2)
      where code = INNER`,
  );
  expect(held).toContainEqual({ code: outer.code, problem: 'it was removed, but something lies in it' });
});

test('wrong check digits, no events, and a parent that is not there are found', async () => {
  const unkept = "799999999999, 'container', 'box', 'Planted', PARENT, now(), now(), 1, sha256('x')";
  const insert = `insert into places (${columns}) values`;
  const found = await foundAfter(
    `${insert} (${unkept.replace('PARENT', outer.code)})`,
    'delete from places where code = 799999999999',
  );
  expect(found).toEqual([
    { code: '799999999999', problem: 'its check digits do not fit' },
    { code: '799999999999', problem: 'it has no events' },
  ]);
  await app.database.query('alter table places drop constraint places_parent_fkey');
  const loose = await foundAfter(
    'update places set parent = 899999999999 where code = INNER',
    'update places set parent = OUTER where code = INNER',
  );
  expect(loose).toContainEqual({ code: inner.code, problem: 'the place that it stands in is not there' });
});
