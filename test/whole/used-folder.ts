import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect } from 'vitest';
import { ApiClient } from '../support/api-client.ts';
import { testPassword } from '../support/test-app.ts';
import { copyFolder, makePlace, startProduct } from './product-process.ts';

export const account = { email: 'first@example.org', password: testPassword };
export const administrator = { SPOOR_ADMIN_EMAIL: account.email, SPOOR_ADMIN_PASSWORD: account.password };

/** Somebody who has signed in at this address, which also shows that the product works. */
export async function signIn(address: string): Promise<ApiClient> {
  const client = new ApiClient(address);
  const answer = await client.post('/session', account);
  expect(answer.status).toBe(200);
  return client;
}

export async function listPeople(client: ApiClient): Promise<string[]> {
  const { body } = await client.get<{ items: { email: string }[] }>('/users');
  return body.items.map(({ email }) => email).toSorted();
}

const cli = new URL('../../server/cli.ts', import.meta.url).pathname;
const run = promisify(execFile);

/** The administrator's command line on a data folder: what it said, and its exit code. */
export async function spoor(folder: string, ...words: string[]): Promise<{ said: string; code: number }> {
  const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
  const env = { PATH, NODE_COMPILE_CACHE, SPOOR_DATA: folder };
  return run(process.execPath, [cli, ...words], { env }).then(
    ({ stdout }) => ({ said: stdout, code: 0 }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      said: stdout + stderr,
      code,
    }),
  );
}

let seed: Promise<string> | undefined;

/** A data folder at rest that has an administrator: made once for a file of tests, as a first start takes seconds. */
async function makeSeed(): Promise<string> {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'spoor-whole-seed-')), 'data');
  const product = startProduct(folder, administrator);
  await product.address();
  expect(await product.stop()).toBe(0);
  return folder;
}

afterAll(async () => {
  if (seed) rmSync(path.dirname(await seed), { recursive: true, force: true });
});

export const everybody = [account.email, 'second@example.org'];

/** A copy of the used folder, in a place of its own. */
export async function makeUsedFolder(): Promise<{ place: string; folder: string }> {
  seed ??= makeSeed();
  const place = makePlace();
  const folder = path.join(place, 'data');
  copyFolder(await seed, folder);
  return { place, folder };
}
