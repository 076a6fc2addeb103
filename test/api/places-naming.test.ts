import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { placesRoutes } from '../../server/places/places.routes.ts';
import { type PathStep, type PlaceView, places } from '../../shared/contracts/places.ts';
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

const add = (kind: string, more: object = {}, headers: Record<string, string> = {}) =>
  records.post<PlaceView>('/containers', { kind, in: site.code, ...more }, { headers });
const addRow = (row: object) =>
  records.post<{ items: PathStep[] }>('/places/rows', { kind: 'box', in: site.code, ...row });
const contents = async () =>
  (await records.get<PlaceView>(`/places/${site.code}`)).body.contents.map(({ name }) => name);

test('containers number themselves on from the highest of their kind in the house, in either language', async () => {
  expect((await add('box')).body.name).toBe('Box 1');
  await add('box', { name: 'doos 214' });
  await add('box', { name: 'Invoices 2024' });
  expect((await add('box', {}, { 'accept-language': 'nl' })).body.name).toBe('Doos 215');
  expect((await add('box')).body.name).toBe('Box 216');
  expect((await add('folder', {}, { 'accept-language': 'nl' })).body.name).toBe('Map 1');
  await add('tray', { name: 'Crate 1' });
  expect((await add('crate')).body.name).toBe('Crate 2');
  expect((await add('tray')).body.name).toBe('Tray 1');
});

test('twenty boxes made at the same moment get twenty numbers one after another', async () => {
  const first = Number((await add('box')).body.name.split(' ')[1]);
  const answers = await Promise.all(Array.from({ length: 20 }, () => add('box')));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 201));
  const numbers = answers.map(({ body }) => Number(body.name.split(' ')[1])).sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => first + 1 + index));
  expect(new Set(answers.map(({ body }) => body.code)).size).toBe(20);
});

test('a row is made in order, five hundred at most, as wide as its first number', async () => {
  const row = await addRow({ prefix: 'Box', from: '98', to: '102' });
  expect(row.body.items.map(({ name }) => name)).toEqual([
    'Box 98',
    'Box 99',
    'Box 100',
    'Box 101',
    'Box 102',
  ]);
  expect(await contents()).toEqual(['Box 98', 'Box 99', 'Box 100', 'Box 101', 'Box 102']);
  const wide = await addRow({ kind: 'rack', prefix: 'Rack', from: '08', to: '11' });
  expect(wide.body.items.map(({ name }) => name)).toEqual(['Rack 08', 'Rack 09', 'Rack 10', 'Rack 11']);
  expect((await addRow({ prefix: 'Many', from: '1', to: '500' })).body.items).toHaveLength(500);
  expect((await addRow({ prefix: 'Single', from: 'C', to: 'C' })).body.items).toHaveLength(1);
});

test.each([
  ['A', '5', 'row-mixed'],
  ['F', 'A', 'row-backwards'],
  ['1', '501', 'row-too-long'],
])('a row from %s to %s is refused: %s', async (from, to, code) => {
  const problem = problemOf(await addRow({ prefix: 'Box', from, to }));
  expect(problem).toMatchObject({ code: 'invalid-request', errors: [{ field: 'to', code }] });
  expect(await contents()).toEqual([]);
});

test('a row of which one name is taken is not made at all', async () => {
  await add('box', { name: 'BOX 7' });
  const problem = problemOf(await addRow({ prefix: 'Box', from: '1', to: '10' }));
  expect(problem).toMatchObject({ code: 'name-taken', errors: [{ field: 'prefix' }] });
  expect(problem.detail).toMatch(/BOX 7/);
  expect(await contents()).toEqual(['BOX 7']);
  const sitesInRow = problemOf(await addRow({ kind: 'site', prefix: 'Site', from: 'A', to: 'B' }));
  expect(sitesInRow.errors).toMatchObject([{ field: 'in', code: 'site-at-top' }]);
});

test('places are found by parts of their name, by words, by code, and page by page as people count', async () => {
  await addRow({ prefix: 'Contracts south', from: '8', to: '11' });
  const find = async (query: string, more = '') =>
    (
      await records.get<{ items: (PlaceView & { path: PathStep[] })[]; nextCursor: string | null }>(
        `/places?query=${encodeURIComponent(query)}${more}`,
      )
    ).body;
  const all = (await find('south contr')).items;
  expect(all.map(({ name }) => name.slice(-2).trim())).toEqual(['8', '9', '10', '11']);
  expect(all[0]?.path.map(({ name }) => name)).toEqual([site.name, 'Contracts south 8']);
  const code = all[2]?.code ?? '';
  const spaced = `${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)}`;
  expect((await find(spaced)).items).toMatchObject([{ name: 'Contracts south 10' }]);
  expect((await find(code.slice(-6))).items.map((item) => item.code)).toContain(code);
  expect((await find('SOUTH 9')).items).toMatchObject([{ name: 'Contracts south 9' }]);
  expect((await find('100%_')).items).toEqual([]);
  const first = await find('contracts', '&limit=3');
  const second = await find('contracts', `&limit=3&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items]).toEqual(all);
  expect(second.nextCursor).toBeNull();
  expect(problemOf(await records.get('/places?cursor=nonsense')).code).toBe('cursor-invalid');
});

test('names are kept as typed, without blanks around them, and lines or nothing are refused', async () => {
  const name = "Nr. 5 'A/B' — Łódź 文書 %_";
  expect((await add('box', { name: `  ${name} ` })).body.name).toBe(name);
  for (const bad of ['', '   ', 'two\nlines', 'x'.repeat(81), 'nul\u0000']) {
    const problem = problemOf(await add('box', { name: bad }));
    expect(problem.errors).toMatchObject([{ field: 'name' }]);
  }
});
