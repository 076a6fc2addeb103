import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiClient } from '../support/api-client.ts';
import { readWithZxing } from '../support/labels/decode.ts';
import { getFile } from '../support/labels/get-file.ts';
import { readText, renderPages } from '../support/labels/render.ts';
import { importCustomers, issueMailing, listPapers, signedInForRegister } from '../support/register.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

const papers = 600;

let app: TestApp;
let owner: ApiClient;
let mailing: string;

beforeAll(async () => {
  app = await startTestApp();
  owner = await signedInForRegister(app);
  await importCustomers(owner, papers);
  mailing = await issueMailing(owner, { name: 'Meter exchange 2027' });
});

afterAll(() => app.stop());

test('a mailing of one paper is a sheet with one label', async () => {
  const id = await issueMailing(owner, { name: 'Only one', customers: { refs: ['K-1'] } });
  const { status, bytes } = await getFile(app, owner, `/mailings/${id}/labels.pdf`);
  expect(status).toBe(200);
  expect((await readText(bytes)).match(/1\/1\b/g)).toHaveLength(1);
});

test('names of any length and script stay on their labels, and their codes are read', async () => {
  const names = [
    'Wijzigingsvoorstellen '.repeat(9).trim(),
    '\u202eשלום עולם مرحبا',
    'Rn\u0302x “O’Brien” <b>"\\\'&amp;',
    '👨‍👩‍👧‍👦 漢字',
    'Ελένη Ёжиков-Gąsiorowska',
  ];
  const refs: string[] = [];
  for (const [index, name] of names.entries()) {
    const ref = `X-${index}`;
    expect((await owner.post('/customers', { ref, name })).status).toBe(201);
    refs.push(ref);
  }
  const id = await issueMailing(owner, { name: names.join(' ').slice(0, 160), customers: { refs } });
  const { status, bytes } = await getFile(app, owner, `/mailings/${id}/labels.pdf?name=true&start=14`);
  expect(status).toBe(200);
  const codes = (await listPapers(owner, id)).flatMap(({ code }) => [code, code]);
  const found = await Promise.all((await renderPages(bytes, 'poppler', 203)).map(readWithZxing));
  expect(
    found
      .flat()
      .map(({ text }) => text)
      .sort(),
  ).toEqual(codes.sort());
  const text = (await readText(bytes)).normalize('NFC').replace(/\s+/g, ' ');
  expect(text.match(/\bWijzigings.*?…/)).not.toBeNull();
  for (const word of ['“O’Brien” <b>"\\\'&amp;', 'Ελένη Ёжиков-Gąsiorowska', '1/5', '5/5'])
    expect(text).toContain(word);
});

test('two who print the same mailing at once each get all of its labels', async () => {
  const path = `/mailings/${mailing}/labels.pdf`;
  const files = await Promise.all([getFile(app, owner, path), getFile(app, owner, path)]);
  for (const { bytes } of files)
    expect((await readText(bytes)).match(new RegExp(`\\d+/${papers}\\b`, 'g'))).toHaveLength(papers);
});

test('downloads that are cancelled half-way, more than there are connections, free database, sockets and memory', async () => {
  await breakOff(30);
  const whole = await getFile(app, owner, `/mailings/${mailing}/labels.pdf`);
  expect(whole.bytes.subarray(-6).toString('latin1')).toContain('%%EOF');
  const held = await app.database.query<{ state: string }>(
    `select state from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state like 'idle in transaction%'`,
  );
  expect(held).toEqual([]);

  // What the first ones left is there for good, such as read fonts; a hundred more must not add to it. One file that
  // stayed would be more than 100 kB, its pages and its part of the mailing among it.
  const before = await whatIsHeld();
  await breakOff(100);
  await expect
    .poll(async () => (await whatIsHeld()).sockets, { timeout: 30_000 })
    .toBeLessThanOrEqual(before.sockets);
  expect((await whatIsHeld()).bytes - before.bytes).toBeLessThan(4e6);
}, 120_000);

async function breakOff(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const stop = new AbortController();
    const answer = await fetch(`${app.url}/api/v1/mailings/${mailing}/labels.pdf`, {
      headers: { cookie: owner.cookie ?? '' },
      signal: stop.signal,
    });
    expect(answer.status).toBe(200);
    const first = await answer.body?.getReader().read();
    expect(first?.done).toBe(false);
    stop.abort();
  }
}

/** Of this process, in which the product runs as well: memory still in use, and open connections. */
async function whatIsHeld(): Promise<{ bytes: number; sockets: number }> {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  for (let round = 0; round < 3; round += 1) {
    await delay(100);
    collect();
  }
  const { heapUsed, external } = process.memoryUsage();
  const sockets = process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length;
  return { bytes: heapUsed + external, sockets };
}
