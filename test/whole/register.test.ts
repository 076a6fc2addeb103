import { expect, test, vi } from 'vitest';
import type { JobView } from '../../shared/contracts/jobs.ts';
import type { MailingDetailView } from '../../shared/contracts/mailings.ts';
import { type ApiClient, problemOf } from '../support/api-client.ts';
import { mailingBody } from '../support/register.ts';
import { copyFolder, killPostgres, startProduct } from './product-process.ts';
import { makeUsedFolder, signIn, spoor } from './used-folder.ts';

const long = { timeout: 180_000 };
/** A used folder that may issue: it is a copy itself, so an administrator has to say so. */
async function makeIssuingFolder(): Promise<{ place: string; folder: string }> {
  const made = await makeUsedFolder();
  expect(await spoor(made.folder, 'codes', 'resume')).toMatchObject({ code: 0 });
  return made;
}

async function importMany(client: ApiClient, count: number): Promise<void> {
  const lines = Array.from({ length: count }, (_, n) => `W-${n},Customer ${n},Merendrecht`);
  const answer = await client.call<{ job: string }>('POST', '/customers/import', {
    raw: ['ref,name,city', ...lines].join('\n'),
    headers: { 'content-type': 'text/csv' },
  });
  expect(answer.status).toBe(202);
  await untilJob(client, answer.body.job, ({ state }) => state === 'done');
}

const untilJob = (client: ApiClient, id: string, test: (job: JobView) => boolean) =>
  vi.waitUntil(async () => test((await client.get<JobView>(`/jobs/${id}`)).body), {
    timeout: 90_000,
    interval: 50,
  });

test(
  'killed three times while a large mailing is issued, it is whole in the end, and verify proves it',
  long,
  async () => {
    const papers = 40_000;
    const { folder } = await makeIssuingFolder();
    let product = startProduct(folder);
    let client = await signIn(await product.address());
    await importMany(client, papers);
    const issued = await client.post<{ id: string; job: string }>(
      '/mailings',
      mailingBody({ name: 'Large' }),
    );
    expect(issued.status).toBe(202);
    const { id, job } = issued.body;
    for (const victim of ['node', 'postgres', 'both']) {
      const before = (await client.get<JobView>(`/jobs/${job}`)).body.done;
      await untilJob(client, job, ({ done, state }) => done > before || state === 'done');
      if (victim !== 'node') killPostgres(folder);
      await product.kill();
      product = startProduct(folder);
      client = await signIn(await product.address());
    }
    await untilJob(client, job, ({ state }) => state === 'done');
    const { body } = await client.get<MailingDetailView>(`/mailings/${id}`);
    expect(body).toMatchObject({ state: 'issued', papers, figures: { issued: papers, void: 0 } });
    const last = await client.get<{ items: unknown[] }>(`/mailings/${id}/documents.csv`);
    const codes = String(last.body)
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[0]);
    expect(new Set(codes).size).toBe(papers);

    // Beside the running product, and alone.
    expect(await spoor(folder, 'verify')).toMatchObject({
      code: 0,
      said: expect.stringContaining(`${papers} papers`),
    });
    await product.stop();
    expect((await spoor(folder, 'verify')).code).toBe(0);
  },
);

test(
  'a copy has all that was issued, issues nothing new, and goes on when an administrator says so',
  long,
  async () => {
    const { place, folder } = await makeIssuingFolder();
    const original = startProduct(folder);
    const owner = await signIn(await original.address());
    await owner.post('/customers', { ref: 'C-1', name: 'Somebody' });
    const mailing = await owner.post<{ id: string }>('/mailings', mailingBody({ name: 'Before the copy' }));
    expect(mailing.status).toBe(201);
    await original.stop();
    const copy = `${place}/copy`;
    copyFolder(folder, copy);

    const product = startProduct(copy);
    const client = await signIn(await product.address());
    expect((await client.get(`/mailings/${mailing.body.id}`)).status).toBe(200);
    const refused = problemOf(await client.post('/mailings', mailingBody({ name: 'On the copy' })));
    expect(refused).toMatchObject({
      code: 'issuing-stopped',
      detail: expect.stringContaining('codes resume'),
    });
    expect((await spoor(copy, 'codes', 'status')).said).toContain('Stopped');
    expect(await spoor(copy, 'codes', 'resume', '--skip', '1000')).toMatchObject({ code: 0 });
    expect((await client.post('/mailings', mailingBody({ name: 'On the copy' }))).status).toBe(201);
    expect(await product.stop()).toBe(0);

    // The original has not moved: it issues as before.
    const again = startProduct(folder);
    const same = await signIn(await again.address());
    expect((await same.post('/mailings', mailingBody({ name: 'In the original' }))).status).toBe(201);
    await again.stop();
  },
);
