import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtInDocumentTypes } from '../../shared/process/built-in.ts';
import { type ApiClient, problemOf } from '../support/api-client.ts';
import { readWithZxing } from '../support/labels/decode.ts';
import { getFile } from '../support/labels/get-file.ts';
import { readText, renderPages } from '../support/labels/render.ts';
import { importCustomers, issueMailing, listPapers, signedInForRegister } from '../support/register.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let owner: ApiClient;
let mailing: string;

beforeAll(async () => {
  app = await startTestApp();
  owner = await signedInForRegister(app);
  await importCustomers(owner, 20);
  mailing = await issueMailing(owner, { name: 'Meter exchange 2027' });
});

afterAll(() => app.stop());

const pdfOf = (query = '', id = mailing) => getFile(app, owner, `/mailings/${id}/labels.pdf${query}`);
const refused = async (query: string, id = mailing) =>
  problemOf(await owner.get(`/mailings/${id}/labels.pdf${query}`)).errors?.[0];

const nameOf = (ref = '') => ref.replace('K-', 'Customer ');

/** Each label that is on the sheets, from both of its symbols. */
async function codesOn(pdf: Buffer): Promise<string[][]> {
  const pages = await renderPages(pdf, 'poppler', 203);
  return Promise.all(
    pages.map(async (page) => {
      const found = await readWithZxing(page);
      const of = (symbol: string) => found.filter((each) => each.symbol === symbol).map(({ text }) => text);
      expect(of('qr').sort()).toEqual(of('bars').sort());
      return found
        .filter(({ symbol }) => symbol === 'qr')
        .sort((a, b) => Math.round((a.y - b.y) / 100) || a.x - b.x)
        .map(({ text }) => text);
    }),
  );
}

test('each paper of a mailing gets a label with both symbols of its own code, by run number', async () => {
  const { status, headers, bytes } = await pdfOf();
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('application/pdf');
  expect(headers.get('content-disposition')).toBe('attachment; filename=labels.pdf');
  const codes = (await listPapers(owner, mailing)).map(({ code }) => code);
  expect(await codesOn(bytes)).toEqual([codes.slice(0, 14), codes.slice(14)]);
});

test('the label says whose mailing, what kind, which number and whose reference, and no name', async () => {
  const text = await readText((await pdfOf('?from=17&to=17')).bytes);
  const [paper] = (await listPapers(owner, mailing)).slice(16);
  expect(text).toContain('Meter exchange 2027');
  expect(text).toMatch(/Coupon\s+17\/20/);
  expect(text.replace(/\s+/g, ' ')).toContain(`${paper?.code.replace(/(\d{4})(?=\d)/g, '$1 ')}`);
  expect(text).toContain(paper?.customer.ref);
  expect(text).not.toContain(nameOf(paper?.customer.ref));
  expect(await readText((await pdfOf('?from=17&to=17&name=true')).bytes)).toContain(
    nameOf(paper?.customer.ref),
  );
});

test('a sheet that has been used begins at the first label left', async () => {
  const [first, second] = await codesOn((await pdfOf('?start=14')).bytes);
  expect([first?.length, second?.length]).toEqual([1, 14]);
  expect(await refused('?start=15')).toMatchObject({
    field: 'query.start',
    message: expect.stringContaining('1 to 14'),
  });
});

test('a torn label comes again by its run number, and run numbers that are not there are refused', async () => {
  const [, , third] = await listPapers(owner, mailing);
  const { bytes, headers } = await pdfOf('?from=3&to=3');
  expect(await codesOn(bytes)).toEqual([[third?.code]]);
  expect(headers.get('content-disposition')).toBe('attachment; filename=labels-3.pdf');
  expect((await refused('?from=21'))?.field).toBe('query.from');
  expect((await refused('?from=5&to=4'))?.field).toBe('query.to');
});

test('a paper that was cancelled gets no label', async () => {
  const id = await issueMailing(owner, { name: 'All but one' });
  const [first, ...others] = await listPapers(owner, id);
  await owner.post(`/documents/${first?.code}/cancel`, {});
  const pages = await codesOn((await pdfOf('', id)).bytes);
  expect(pages.flat()).toEqual(others.map(({ code }) => code));
  expect((await refused('?from=1&to=1', id))?.code).toBe('papers-cancelled');
});

test('what is not a sheet, a printer or a mailing that can be labelled is refused, naming it', async () => {
  expect((await refused('?template=a5'))?.field).toBe('query.template');
  expect((await refused('?dpi=299'))?.field).toBe('query.dpi');
  expect((await refused('?start=0'))?.field).toBe('query.start');
  const none = '/mailings/00000000-0000-4000-8000-000000000000/labels.pdf';
  expect(problemOf(await owner.get(none)).code).toBe('not-found');
  const cancelled = await issueMailing(owner, { name: 'Cancelled' });
  await owner.post(`/mailings/${cancelled}/cancel`, {});
  expect(problemOf(await owner.get(`/mailings/${cancelled}/labels.pdf`)).code).toBe('mailing-cancelled');
});

test('whoever makes labels with references on them is on record, and names need the right to see customers', async () => {
  const id = await issueMailing(owner, { name: 'On record' });
  await pdfOf('', id);
  const rows = await app.database.query<{ action: string }>(
    'select action from access_log where subject_id = $1 order by id',
    [id],
  );
  expect(rows.map(({ action }) => action)).toEqual(['labels.mailing-printed']);
});

test('the command sheet has each moment once, in both languages, and UNDO, CLEAR and DONE', async () => {
  const { bytes } = await getFile(app, owner, '/labels/commands.pdf?types=coupon');
  const text = await readText(bytes);
  for (const words of ['Answer: yes', 'Antwoord: ja', 'UNDO', 'CLEAR', 'DONE', 'Klaar'])
    expect(text).toContain(words);
  const { items: types } = (
    await owner.get<{ items: { key: string; process: { id: string } }[] }>('/document-types')
  ).body;
  const coupon = types.find(({ key }) => key === 'coupon');
  const process = await owner.get<{ moments: { commandCode: string }[] }>(`/processes/${coupon?.process.id}`);
  const commands = await owner.get<{ items: { code: string }[] }>('/commands');
  const codes = [
    ...process.body.moments.map(({ commandCode }) => commandCode),
    ...commands.body.items.map(({ code }) => code),
  ];
  expect((await codesOn(bytes)).flat().sort()).toEqual(codes.sort());
  const unknown = problemOf(await owner.get('/labels/commands.pdf?types=poem'));
  expect(unknown.errors?.[0]?.message).toContain('coupon');
});

test('no word of the standard types is cut on the sheet with all their moments, in either language', async () => {
  const { bytes } = await getFile(app, owner, '/labels/commands.pdf');
  const text = (await readText(bytes)).replace(/\s+/g, ' ');
  expect(text).not.toContain('…');
  const words = builtInDocumentTypes.flatMap(({ process }) =>
    process.moments.flatMap(({ label }) => [label.en, label.nl]),
  );
  expect(words.filter((each) => !text.includes(each))).toEqual([]);
});
