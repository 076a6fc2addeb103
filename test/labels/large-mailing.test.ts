import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { JobView } from '../../shared/contracts/jobs.ts';
import { type ApiClient, problemOf } from '../support/api-client.ts';
import { getFile } from '../support/labels/get-file.ts';
import { countPages, readText } from '../support/labels/render.ts';
import { insertCustomers, mailingBody, signedInForRegister } from '../support/register.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { withWorker } from '../support/with-worker.ts';

/** One more than a file holds. */
const papers = 50_001;

let app: TestApp;
let owner: ApiClient;
let labels: string;

beforeAll(async () => {
  app = await startTestApp();
  owner = await signedInForRegister(app);
  await insertCustomers(app, papers);
  const { body } = await owner.post<{ id: string; job: string }>('/mailings', mailingBody({ name: 'Large' }));
  labels = `/mailings/${body.id}/labels.pdf`;
  await withWorker(app, async () => {
    const isDone = async () => (await owner.get<JobView>(`/jobs/${body.job}`)).body.state === 'done';
    await vi.waitUntil(isDone, { timeout: 100_000, interval: 100 });
  });
}, 150_000);

afterAll(() => app.stop());

test('one label more than a file holds is refused, and the refusal names both parts', async () => {
  const problem = problemOf(await owner.get(labels));
  expect(problem.errors?.[0]).toMatchObject({ field: 'query.to', code: 'too-many-labels' });
  expect(problem.errors?.[0]?.message).toMatch(/run numbers 1 to 50000, then for those from 50001/);
});

test('fifty thousand labels come as one file, whose first sheets are there long before the last', async () => {
  const begun = performance.now();
  const answer = await fetch(`${app.url}/api/v1${labels}?to=50000`, {
    headers: { cookie: owner.cookie ?? '' },
  });
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename=labels-1-50000.pdf');
  const parts: Uint8Array[] = [];
  let first = 0;
  for await (const part of answer.body ?? []) {
    first ||= performance.now() - begun;
    parts.push(part);
  }
  expect(first).toBeLessThan((performance.now() - begun) / 3);
  const pdf = Buffer.concat(parts);
  const sheets = Math.ceil(50_000 / 14);
  expect(await countPages(pdf)).toBe(sheets);
  const last = await readText(pdf, { from: sheets, to: sheets });
  expect(last.match(/\d+\/50001\b/g)?.at(-1)).toBe('50000/50001');
}, 120_000);

test('the rest comes as the second part', async () => {
  const { headers, bytes } = await getFile(app, owner, `${labels}?from=50001`);
  expect(headers.get('content-disposition')).toBe('attachment; filename=labels-50001.pdf');
  const text = await readText(bytes);
  expect(text.match(/\d+\/50001\b/g)).toEqual(['50001/50001']);
  expect(text).toContain('L-');
});
