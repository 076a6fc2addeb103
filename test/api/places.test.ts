import { afterAll, beforeAll, expect, test } from 'vitest';
import { placesRoutes } from '../../server/places/places.routes.ts';
import { isCode } from '../../shared/codes/code.ts';
import { type PathStep, type PlaceView, places } from '../../shared/contracts/places.ts';
import { type ApiClient, problemOf } from '../support/api-client.ts';
import { startAreaApp } from '../support/area-app.ts';
import type { TestApp } from '../support/test-app.ts';

let app: TestApp;
let records: ApiClient;

beforeAll(async () => {
  app = await startAreaApp(placesRoutes, Object.values(places));
  records = await app.signedIn('records');
});

afterAll(() => app.stop());

async function add(kind: string, name: string | undefined, within?: string, more: object = {}) {
  const address = ['folder', 'box', 'tray', 'crate'].includes(kind) ? '/containers' : '/locations';
  const answer = await records.post<PlaceView>(address, { kind, name, in: within, ...more });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

const show = async (code: string) => (await records.get<PlaceView>(`/places/${code}`)).body;
const names = (path: readonly { name: string }[]) => path.map(({ name }) => name).join(' › ');
const eventsOf = (code: string) =>
  app.database.query<{ kind: number; number: number; place: string | null }>(
    'select kind, number, place from events where code = $1 order by number',
    [code],
  );
const kinds = { moved: 5, made: 11, removed: 12 };

test('a records manager builds the archive from the site to the boxes and finds the way to each', async () => {
  const site = await add('site', 'Rotterdam', undefined, { country: 'NL' });
  expect(site).toMatchObject({ country: 'NL', capacity: null, path: [{ name: 'Rotterdam' }], contents: [] });
  expect(isCode(site.code)).toBe(true);
  expect(site.code[0]).toBe('8');
  const building = await add('building', 'Main building', site.code);
  const room = await add('room', 'Archive', building.code);
  const racks = await records.post<{ items: PathStep[] }>('/places/rows', {
    ...{ kind: 'rack', in: room.code, prefix: 'Rack', from: '1', to: '3' },
  });
  expect(racks.body.items.map(({ name }) => name)).toEqual(['Rack 1', 'Rack 2', 'Rack 3']);
  const rack = racks.body.items[0]?.code ?? '';
  const row = await records.post<{ items: PathStep[] }>('/places/rows', {
    ...{ kind: 'shelf', in: rack, prefix: 'Shelf', from: 'A', to: 'F', capacity: 8 },
  });
  expect(names(row.body.items)).toBe('Shelf A › Shelf B › Shelf C › Shelf D › Shelf E › Shelf F');
  const shelf = row.body.items[2]?.code ?? '';
  const box = await add('box', 'Invoices', shelf);
  expect(box.code[0]).toBe('7');
  expect(names(box.path)).toBe('Rotterdam › Main building › Archive › Rack 1 › Shelf C › Invoices');
  expect(box.path.map(({ kind }) => kind)).toEqual(['site', 'building', 'room', 'rack', 'shelf', 'box']);
  const shown = await show(shelf);
  expect(shown).toMatchObject({ capacity: 8, places: 1, documents: 0 });
  expect(shown.contents).toMatchObject([{ code: box.code, name: 'Invoices', kind: 'box', documents: 0 }]);
  expect((await show(rack)).contents[2]).toMatchObject({ name: 'Shelf C', capacity: 8, places: 1 });
  expect(await eventsOf(box.code)).toMatchObject([{ kind: kinds.made, number: 1 }]);
});

test('levels may be left out, and what stands at the top is listed', async () => {
  const room = await add('room', 'Only room');
  expect(names((await add('shelf', 'Plank', room.code)).path)).toBe('Only room › Plank');
  const top = await records.get<{ items: PlaceView[] }>('/places');
  expect(top.body.items).toContainEqual(expect.objectContaining({ name: 'Only room', places: 1 }));
  expect(top.body.items).not.toContainEqual(expect.objectContaining({ name: 'Plank' }));
});

test.each([
  ['site', 'site', 'site-at-top'],
  ['building', 'room', 'level-too-low'],
  ['shelf', 'shelf', 'level-too-low'],
  ['room', 'box', 'location-in-container'],
])('a %s in a %s is refused at the field `in`', async (kind, within, code) => {
  const site = await add('site', `For a ${kind} in a ${within}`);
  const parent = within === 'site' ? site : await add(within, 'Here', site.code);
  const problem = problemOf(await records.post('/locations', { kind, name: 'Wrong', in: parent.code }));
  expect(problem).toMatchObject({ code: 'invalid-request', errors: [{ field: 'in', code }] });
  expect((await show(parent.code)).contents).toEqual([]);
});

test('any container lies in any other, also a box in a folder', async () => {
  const site = await add('site', 'Nests');
  const folder = await add('folder', 'Outer', site.code);
  expect(names((await add('box', 'Inner', folder.code)).path)).toBe('Nests › Outer › Inner');
});

test('a name is there once in a place, whatever its case, and may be used elsewhere', async () => {
  const site = await add('site', 'Names');
  const box = await add('box', 'Letters', site.code);
  const again = { kind: 'box', name: 'LETTERS', in: site.code };
  const problem = problemOf(await records.post('/containers', again));
  expect(problem).toMatchObject({ code: 'name-taken', errors: [{ field: 'name', code: 'name-taken' }] });
  expect((await records.post('/locations', { kind: 'site', name: 'names' })).status).toBe(409);
  expect((await add('box', 'Letters', box.code)).name).toBe('Letters');
});

test('renaming changes no event; capacity is set and taken away again; a country is for locations', async () => {
  const site = await add('site', 'Changes', undefined, { country: 'BE' });
  const box = await add('box', 'Before', site.code);
  await add('box', 'Taken', site.code);
  const changed = await records.patch<PlaceView>(`/places/${box.code}`, { name: 'After', capacity: 40 });
  expect(changed.body).toMatchObject({ name: 'After', capacity: 40, since: box.since });
  expect(
    (await records.patch<PlaceView>(`/places/${box.code}`, { capacity: null })).body.capacity,
  ).toBeNull();
  expect((await records.patch(`/places/${box.code}`, { name: 'AFTER' })).status).toBe(200);
  const taken = problemOf(await records.patch(`/places/${box.code}`, { name: 'taken' }));
  expect(taken).toMatchObject({ code: 'name-taken', errors: [{ field: 'name' }] });
  expect(await eventsOf(box.code)).toHaveLength(1);
  const country = problemOf(await records.patch(`/places/${box.code}`, { country: 'NL' }));
  expect(country.errors).toMatchObject([{ field: 'country', code: 'country-of-container' }]);
  expect((await records.patch<PlaceView>(`/places/${site.code}`, { country: null })).body.country).toBeNull();
  expect((await records.patch(`/places/${site.code}`, { country: 'nl' })).status).toBe(400);
  expect((await records.patch(`/places/${box.code}`, { capacity: 0 })).status).toBe(400);
  expect((await records.patch<PlaceView>(`/places/${box.code}`, {})).body.name).toBe('AFTER');
});

test('wrong codes are told in words, a code of a paper as such', async () => {
  const site = await add('site', 'Codes');
  const swapped = site.code.slice(0, 10) + (site.code[11] ?? '') + (site.code[10] ?? '');
  const last = String((Number(site.code.slice(10)) % 96) + 3).padStart(2, '0');
  const wrong = swapped === site.code ? site.code.slice(0, 10) + last : swapped;
  for (const answer of [
    await records.get(`/places/${wrong}`),
    await records.post('/containers', { kind: 'box', in: wrong }),
  ]) {
    expect(problemOf(answer).code).toBe('invalid-request');
    expect(problemOf(answer).detail).toMatch(/check digits do not fit/);
  }
  const searched = await records.get(`/places?query=${wrong}`);
  expect(searched.status).toBe(200);
  expect(searched.body).toMatchObject({
    items: [],
    nextCursor: null,
    codeMistake: { code: 'check-digits-wrong', message: expect.stringMatching(/check digits do not fit/) },
  });
  expect((await records.get(`/places?query=${site.code}`)).body).not.toHaveProperty('codeMistake');
  const paper = '123456789092';
  expect(isCode(paper)).toBe(true);
  const asPlace = problemOf(await records.get(`/places/${paper}`));
  expect(asPlace).toMatchObject({ code: 'not-found' });
  expect(asPlace.detail).toMatch(/1234 5678 9092 is the code of a paper, not of a place/);
  const asParent = problemOf(await records.post('/containers', { kind: 'box', in: paper }));
  expect(asParent).toMatchObject({ code: 'not-found', errors: [{ field: 'in', code: 'not-found' }] });
  const spaced = `${site.code.slice(0, 4)} ${site.code.slice(4, 8)} ${site.code.slice(8)}`;
  expect((await records.get(`/places/${encodeURIComponent(spaced)}`)).status).toBe(200);
});

test('who looks at places may not change them, and who has no business there sees none', async () => {
  const site = await add('site', 'Roles');
  const mailroom = await app.signedIn('mailroom');
  expect((await mailroom.get(`/places/${site.code}`)).status).toBe(200);
  for (const answer of [
    await mailroom.post('/locations', { kind: 'site', name: 'Theirs' }),
    await mailroom.post('/containers', { kind: 'box', in: site.code }),
    await mailroom.post('/places/rows', { kind: 'box', in: site.code, prefix: 'B', from: '1', to: '2' }),
    await mailroom.patch(`/places/${site.code}`, { name: 'Theirs' }),
    await mailroom.delete(`/places/${site.code}`),
    await (await app.signedIn('admin')).get('/places'),
  ]) {
    expect(answer.status).toBe(403);
  }
  expect((await app.stranger().get('/places')).status).toBe(401);
});
