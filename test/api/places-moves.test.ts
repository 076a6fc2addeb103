import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { placesRoutes } from '../../server/places/places.routes.ts';
import { findPaths, lockPlaces } from '../../server/places/places.service.ts';
import type { Transaction } from '../../server/platform/db/database.ts';
import { type Code, formatCode } from '../../shared/codes/code.ts';
import { type PlaceView, places } from '../../shared/contracts/places.ts';
import { type ApiClient, problemOf } from '../support/api-client.ts';
import { startAreaApp } from '../support/area-app.ts';
import type { TestApp } from '../support/test-app.ts';

let app: TestApp;
let records: ApiClient;
let site: PlaceView;
let sites = 0;

beforeAll(async () => {
  app = await startAreaApp(placesRoutes, Object.values(places));
  records = await app.signedIn('records');
});

beforeEach(async () => {
  sites += 1;
  site = (await records.post<PlaceView>('/locations', { kind: 'site', name: `Site ${sites}` })).body;
});

afterAll(() => app.stop());

async function addBox(name: string, within: string) {
  const answer = await records.post<PlaceView>('/containers', { kind: 'box', name, in: within });
  expect(answer.status).toBe(201);
  return answer.body;
}

async function addShelf(name: string) {
  return (await records.post<PlaceView>('/locations', { kind: 'shelf', name, in: site.code })).body;
}

const found = async (query: string) =>
  (await records.get<{ items: PlaceView[] }>(`/places?query=${query}`)).body.items.map(({ name }) => name);
const today = () => app.clock.now().toISOString().slice(0, 10);
const show = async (code: string) => (await records.get<PlaceView>(`/places/${code}`)).body;
const move = (code: string, within: string) => records.patch<PlaceView>(`/places/${code}`, { in: within });
const names = (path: readonly { name: string }[]) => path.map(({ name }) => name).join(' › ');
const eventsOf = (code: string) =>
  app.database.query<{ kind: number; number: number; place: string | null; by_user: string | null }>(
    'select kind, number, place, by_user from events where code = $1 order by number',
    [code],
  );

/** A paper as mailings and scans would leave it, straight into the table. */
async function putPaper(place: string) {
  await app.database.query(
    `insert into documents (code, mailing_id, customer_id, process_id, run_number, status, version, head, whereabouts,
       place, known, since)
     select 100000000000 + count(*), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1, '{1}', 1,
       sha256('paper'), 3, $1, 0, now() from documents`,
    [place],
  );
}

test('a box moves with everything in it, and no paper is touched', async () => {
  const [shelfA, shelfB] = [await addShelf('Shelf A'), await addShelf('Shelf B')];
  const box = await addBox('Box', shelfA.code);
  const inner = await addBox('Inner', box.code);
  await putPaper(inner.code);
  const before = await app.database.query('select xmin, * from documents');
  app.clock.advance({ hours: 2 });
  const moved = await move(box.code, shelfB.code);
  expect(moved.status).toBe(200);
  expect(moved.body.since).toBe(app.clock.now().toISOString());
  expect(names((await show(inner.code)).path)).toBe(`${site.name} › Shelf B › Box › Inner`);
  expect(await show(inner.code)).toMatchObject({ documents: 1, since: inner.since });
  expect((await show(shelfA.code)).contents).toEqual([]);
  expect(await app.database.query('select xmin, * from documents')).toEqual(before);
  const events = await eventsOf(box.code);
  expect(events).toMatchObject([
    { kind: 11, number: 1, place: shelfA.code },
    { kind: 5, number: 2, place: shelfB.code },
  ]);
  expect(events[1]?.by_user).toBe((await records.get<{ user: { id: string } }>('/session')).body.user.id);
  expect((await move(box.code, shelfB.code)).status).toBe(200);
  expect(await eventsOf(box.code)).toHaveLength(2);
});

test('the way to a paper tells which container on it moved last, and when', async () => {
  const [shelfA, shelfB] = [await addShelf('Shelf A'), await addShelf('Shelf B')];
  const box = await addBox('Box', shelfA.code);
  const inner = await addBox('Inner', box.code);
  const asked = [inner.code, shelfA.code, inner.code, '799999999999'] as Code[];
  const unmoved = await findPaths(app.context.db, asked);
  expect([...unmoved.keys()]).toEqual([inner.code, shelfA.code]);
  expect(unmoved.get(inner.code)).toMatchObject({ movedAt: null, movedCode: null });
  app.clock.advance({ hours: 1 });
  await move(box.code, shelfB.code);
  const moved = (await findPaths(app.context.db, asked)).get(inner.code);
  expect(moved).toMatchObject({ movedAt: app.clock.now(), movedCode: box.code });
  expect(names(moved?.path ?? [])).toBe(`${site.name} › Shelf B › Box › Inner`);
});

test('nothing moves into itself or into what lies in it, and a location stays', async () => {
  const shelf = await addShelf('Shelf');
  const outer = await addBox('Outer', shelf.code);
  const middle = await addBox('Middle', outer.code);
  const inner = await addBox('Inner', middle.code);
  for (const target of [outer, middle, inner]) {
    const problem = problemOf(await move(outer.code, target.code));
    expect(problem).toMatchObject({ code: 'place-in-itself', errors: [{ field: 'in' }] });
  }
  const stays = problemOf(await move(shelf.code, outer.code));
  expect(stays).toMatchObject({ code: 'location-does-not-move', errors: [{ field: 'in' }] });
  expect((await move(shelf.code, site.code)).status).toBe(200);
  expect((await move(inner.code, outer.code)).status).toBe(200);
  expect(names((await show(inner.code)).path)).toBe(`${site.name} › Shelf › Outer › Inner`);
});

test('a move to where the name is taken is refused; with a new name it goes in one step, or not at all', async () => {
  const [shelfA, shelfB] = [await addShelf('Shelf A'), await addShelf('Shelf B')];
  const box = await addBox('Letters', shelfA.code);
  await addBox('letters', shelfB.code);
  await addBox('Others', shelfA.code);
  const problem = problemOf(await move(box.code, shelfB.code));
  expect(problem).toMatchObject({ code: 'name-taken', errors: [{ field: 'in', code: 'name-taken' }] });
  expect(await eventsOf(box.code)).toHaveLength(1);
  const refused = await records.patch(`/places/${box.code}`, { name: 'New', in: box.code });
  expect(refused.status).toBe(409);
  expect((await show(box.code)).name).toBe('Letters');
  // "Others" is taken where it stands, but not where it goes.
  const both = await records.patch<PlaceView>(`/places/${box.code}`, { name: 'Others', in: shelfB.code });
  expect(names(both.body.path)).toBe(`${site.name} › Shelf B › Others`);
});

test('a place takes no more containers than its capacity, made or moved; what lies deeper does not count', async () => {
  const shelf = await addShelf('Shelf');
  await records.patch(`/places/${shelf.code}`, { capacity: 2 });
  const first = await addBox('First', shelf.code);
  await addBox('Deeper', first.code);
  const second = await addBox('Second', shelf.code);
  const elsewhere = await addBox('Elsewhere', site.code);
  const asked = { kind: 'box', in: shelf.code };
  for (const refused of [
    await records.post('/containers', asked),
    await records.post('/places/rows', { ...asked, prefix: 'Box', from: '1', to: '2' }),
    await move(elsewhere.code, shelf.code),
  ]) {
    expect(problemOf(refused)).toMatchObject({
      ...{ status: 409, code: 'place-full', params: { capacity: 2, direct: 2 } },
      errors: [{ field: 'in', code: 'place-full' }],
    });
  }
  expect(names((await show(shelf.code)).contents)).toBe('First › Second');
  expect(await eventsOf(elsewhere.code)).toHaveLength(1);
  // It stands there already, so nothing comes in.
  expect((await move(second.code, shelf.code)).status).toBe(200);
  expect((await move(second.code, first.code)).status).toBe(200);
  expect((await move(elsewhere.code, shelf.code)).status).toBe(200);
});

test('papers fill a place as containers do, and a row that does not fit as a whole is not made', async () => {
  const shelf = await addShelf('Shelf');
  await records.patch(`/places/${shelf.code}`, { capacity: 3 });
  await putPaper(shelf.code);
  const row = { kind: 'box', in: shelf.code, prefix: 'Box', from: '1', to: '3' };
  const refused = problemOf(await records.post('/places/rows', row));
  expect(refused).toMatchObject({ code: 'place-full', params: { capacity: 3, direct: 1 } });
  expect(refused.detail).toMatch(/1 of 3 lie in .*, and 3 are to go into it/);
  expect(await show(shelf.code)).toMatchObject({ places: 0, documents: 1 });
  expect((await records.post('/places/rows', { ...row, to: '2' })).status).toBe(201);
  expect((await records.patch(`/places/${shelf.code}`, { capacity: 1 })).status).toBe(200);
});

test('only an empty place is removed; what happened stays, and its code is never given again', async () => {
  const shelf = await addShelf('Shelf');
  const box = await addBox('Box', shelf.code);
  const full = problemOf(await records.delete(`/places/${shelf.code}`));
  expect(full).toMatchObject({ code: 'place-not-empty', params: { places: 1, documents: 0 } });
  await putPaper(box.code);
  const paper = problemOf(await records.delete(`/places/${box.code}`));
  expect(paper).toMatchObject({ code: 'place-not-empty', params: { places: 0, documents: 1 } });
  expect(paper.detail).toMatch(/1 paper\b/);
  await app.database.query('delete from documents where place = $1', [box.code]);
  expect((await records.delete(`/places/${box.code}`)).status).toBe(204);
  const shown = problemOf(await records.get(`/places/${box.code}`));
  expect(shown).toMatchObject({ status: 404, code: 'not-found' });
  expect(shown.detail).toBe(`The box ${formatCode(box.code as Code)} was taken away on ${today()}.`);
  expect((await records.delete(`/places/${box.code}`)).status).toBe(404);
  expect(await eventsOf(box.code)).toMatchObject([{ kind: 11 }, { kind: 12, number: 2, place: null }]);
  const next = await addBox('Box', shelf.code);
  expect(next.code).not.toBe(box.code);
  const into = problemOf(await move(next.code, box.code));
  expect(into).toMatchObject({ code: 'not-found', errors: [{ field: 'in', code: 'not-found' }] });
  expect(into.detail).toMatch(/was taken away on .* Nothing was changed/);
  expect((await records.post('/containers', { kind: 'folder', in: box.code })).status).toBe(404);
  expect((await records.patch(`/places/${box.code}`, { name: 'Back' })).status).toBe(404);
  expect(await lockPlaces(app.context.db as Transaction, [box.code as Code], 'stay')).toEqual([]);
});

test('a place that was taken away is in no list or search, counts nowhere, and leaves its name to others', async () => {
  const shelf = await addShelf('Shelf');
  await records.patch(`/places/${shelf.code}`, { capacity: 1 });
  const box = await addBox('Vanishing 77', shelf.code);
  const bare = (await records.post<PlaceView>('/locations', { kind: 'site', name: 'Vanishing site' })).body;
  expect(await found('vanishing')).toHaveLength(2);
  for (const { code } of [box, bare]) expect((await records.delete(`/places/${code}`)).status).toBe(204);
  expect(await found('vanishing')).toEqual([]);
  expect(await found(box.code)).toEqual([]);
  expect(await found('')).not.toContain('Vanishing site');
  expect(await show(shelf.code)).toMatchObject({ places: 0, contents: [] });
  const [path] = (await findPaths(app.context.db, [box.code as Code])).values();
  expect(path?.path.map(({ name, removed }) => [name, removed])).toEqual([
    [site.name, undefined],
    ['Shelf', undefined],
    ['Vanishing 77', true],
  ]);
  // The shelf is full with one: the one that went takes no room, nor the name.
  const next = await addBox('VANISHING 77', shelf.code);
  expect((await records.post('/locations', { kind: 'site', name: 'Vanishing site' })).status).toBe(201);
  // A shelf of which only removed boxes stand in it is empty.
  expect((await records.delete(`/places/${next.code}`)).status).toBe(204);
  expect((await records.delete(`/places/${shelf.code}`)).status).toBe(204);
});
