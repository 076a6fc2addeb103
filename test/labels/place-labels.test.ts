import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCode } from '../../shared/codes/code.ts';
import type { PathStep, PlaceView } from '../../shared/contracts/places.ts';
import { type ApiClient, problemOf } from '../support/api-client.ts';
import { readWithZxing } from '../support/labels/decode.ts';
import { getFile } from '../support/labels/get-file.ts';
import { readText, renderPages } from '../support/labels/render.ts';
import { signedInForRegister } from '../support/register.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let owner: ApiClient;
let room: string;
let shelves: string[];
let box: string;

async function add(kind: string, name: string, within?: string, more: object = {}): Promise<string> {
  const address = ['folder', 'box'].includes(kind) ? '/containers' : '/locations';
  const answer = await owner.post<PlaceView>(address, { kind, name, in: within, ...more });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.code;
}

beforeAll(async () => {
  app = await startTestApp();
  owner = await signedInForRegister(app);
  const site = await add('site', 'Rotterdam', undefined, { country: 'NL' });
  room = await add('room', 'Archive', site);
  const rack = await add('rack', 'Rack 1', room);
  const row = await owner.post<{ items: PathStep[] }>('/places/rows', {
    ...{ kind: 'shelf', in: rack, prefix: 'Shelf', from: 'A', to: 'C' },
  });
  shelves = row.body.items.map(({ code }) => code);
  box = await add('box', 'Box 214', shelves[1]);
});

afterAll(() => app.stop());

const pdfOf = async (query: string) => {
  const answer = await getFile(app, owner, `/labels/places.pdf?${query}`);
  expect(answer.status, answer.bytes.toString('latin1', 0, 300)).toBe(200);
  return answer;
};
const refused = async (query: string) =>
  problemOf(await owner.get(`/labels/places.pdf?${query}`)).errors?.[0];

/** The codes of the labels on the first sheet, as both of their symbols say. */
async function codesOn(pdf: Buffer): Promise<string[]> {
  const [page] = await renderPages(pdf, 'poppler', 203);
  const found = page ? await readWithZxing(page) : [];
  const of = (symbol: string) =>
    found
      .filter((each) => each.symbol === symbol)
      .map(({ text }) => text)
      .sort();
  expect(of('qr')).toEqual(of('bars'));
  return of('qr');
}

test('chosen places get a label each: a shelf with the way to it, a box, which moves, without', async () => {
  const { status, headers, bytes } = await pdfOf(`places=${shelves[0]},${box}`);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('application/pdf');
  expect(headers.get('content-disposition')).toBe('attachment; filename=place-labels.pdf');
  expect(await codesOn(bytes)).toEqual([shelves[0], box].sort());
  const text = (await readText(bytes)).replace(/\s+/g, ' ');
  expect(text).toContain('Box 214');
  expect(text).toContain('Shelf A');
  expect(text.match(/Rotterdam › Archive › Rack 1/g)).toHaveLength(1);
});

test('a whole room is labelled at once, or only its shelves', async () => {
  expect(await codesOn((await pdfOf(`in=${room}`)).bytes)).toHaveLength(6);
  expect(await codesOn((await pdfOf(`in=${room}&kind=shelf`)).bytes)).toEqual(shelves.toSorted());
  expect(await refused(`in=${room}&kind=crate`)).toMatchObject({ field: 'query.kind', code: 'none-there' });
});

test('a place that was taken away gets no label any more', async () => {
  const gone = await add('folder', 'Gone', box);
  const answer = await owner.call('DELETE', `/places/${gone}`, {});
  expect(answer.status).toBeLessThan(300);
  expect(await codesOn((await pdfOf(`in=${box}`)).bytes)).toEqual([box]);
  expect(problemOf(await owner.get(`/labels/places.pdf?places=${gone}`)).code).toBe('not-found');
});

test('places that are not there, none, or places and a room together are refused', async () => {
  const unknown = problemOf(await owner.get(`/labels/places.pdf?places=${makeCode(8_999_999_999)}`));
  expect(unknown.code).toBe('not-found');
  expect((await refused(''))?.code).toBe('places-or-in');
  expect((await refused(`places=${box}&in=${room}`))?.code).toBe('places-or-in');
});

test('the larger sheet holds eight labels, which are read as well', async () => {
  const { bytes } = await pdfOf(`in=${room}&template=a4-2x4&start=3`);
  expect(await codesOn(bytes)).toHaveLength(6);
  expect((await refused(`in=${room}&template=a4-2x4&start=9`))?.field).toBe('query.start');
});

test('the test page says in the reader’s language how to print, with scales and a code that does no harm', async () => {
  const { status, headers, bytes } = await getFile(app, owner, '/labels/test-page.pdf', {
    'accept-language': 'en',
  });
  expect([status, headers.get('content-disposition')]).toEqual([200, 'attachment; filename=test-page.pdf']);
  const text = await readText(bytes);
  expect(text).toContain('150');
  expect(text).toMatch(/100 %/);
  const { items } = (await owner.get<{ items: { code: string; name: string }[] }>('/commands')).body;
  expect(await codesOn(bytes)).toEqual([items.find(({ name }) => name === 'CLEAR')?.code]);
});

test('the mailroom prints command sheets and test pages, but no labels of places or mailings', async () => {
  const mailroom = await app.signedIn('mailroom');
  const { headers, bytes } = await getFile(app, mailroom, '/labels/commands.pdf');
  expect(headers.get('content-disposition')).toBe('attachment; filename=commands.pdf');
  expect(await readText(bytes)).toContain('UNDO');
  expect((await getFile(app, mailroom, '/labels/test-page.pdf')).status).toBe(200);
  expect((await getFile(app, mailroom, `/labels/places.pdf?places=${box}`)).status).toBe(403);
  const crm = await app.signedIn('crm');
  expect((await getFile(app, crm, '/labels/commands.pdf')).status).toBe(403);
});
