import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { clearPlace, copyFolder, makePlace, query, startHere } from './support.ts';

let seed: Promise<string> | undefined;

/** A data folder at rest in which the table `paper` holds one row: a copy, as making one anew takes a second. */
export async function makeUsedFolder(): Promise<string> {
  seed ??= makeSeed();
  const path = join(await makePlace(), 'data');
  copyFolder(await seed, path);
  return path;
}

/** The folder starts and holds what it held. */
export async function expectUnharmed(path: string): Promise<void> {
  const postgres = await startHere(path);
  expect(await query(postgres.owner, 'select code from paper')).toEqual([{ code: 'first' }]);
  await postgres.stop();
}

async function makeSeed(): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'spoor-embedded-seed-'));
  const path = join(place, 'data');
  const postgres = await startHere(path);
  await query(postgres.owner, "create table paper (code text); insert into paper values ('first')");
  await postgres.stop();
  return path;
}

afterAll(async () => {
  if (seed) await clearPlace(join(await seed, '..'));
});
