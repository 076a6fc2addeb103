import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished, test } from 'vitest';
import { problemOf } from '../support/api-client.ts';
import { mailingBody } from '../support/register.ts';
import { copyFolder, startProduct } from './product-process.ts';
import { makeUsedFolder, signIn, spoor } from './used-folder.ts';

const long = { timeout: 120_000 };

/** On a disk: there a folder that is put where another was can get its number, in memory it never does. */
function makePlaceOnDisk(): string {
  const place = mkdtempSync(path.join('/var/tmp', 'spoor-restored-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }));
  return place;
}

/** What an administrator may do to go back to a copy. */
const ways: Record<string, (copy: string, data: string) => void> = {
  'the folder was taken away and copied anew': (copy, data) => {
    rmSync(data, { recursive: true });
    copyFolder(copy, data);
  },
  'the copy was renamed to where the folder was': (copy, data) => {
    renameSync(data, `${data}.broken`);
    renameSync(copy, data);
  },
  'only what is in the folder of the database was replaced': (copy, data) => {
    const postgres = path.join(data, 'postgres');
    for (const name of readdirSync(postgres)) rmSync(path.join(postgres, name), { recursive: true });
    execFileSync('cp', ['-a', `${copy}/postgres/.`, postgres]);
  },
};

test.for(Object.entries(ways))(
  'a copy put back in the place of the original issues nothing until an administrator says so: %s',
  long,
  async ([, restore], { expect }) => {
    const place = makePlaceOnDisk();
    const [data, copy] = [path.join(place, 'data'), path.join(place, 'copy')];
    copyFolder((await makeUsedFolder()).folder, data);
    expect(await spoor(data, 'codes', 'resume')).toMatchObject({ code: 0 });
    copyFolder(data, copy);

    const original = startProduct(data);
    const owner = await signIn(await original.address());
    await owner.post('/customers', { ref: 'C-1', name: 'Somebody' });
    const issued = await owner.post('/mailings', mailingBody({ name: 'After the copy was made' }));
    expect(issued.status).toBe(201);
    await original.stop();

    restore(copy, data);
    const restored = startProduct(data);
    const client = await signIn(await restored.address());
    await client.post('/customers', { ref: 'C-1', name: 'Somebody' });
    const refused = await client.post('/mailings', mailingBody({ name: 'On the copy' }));
    expect(problemOf(refused)).toMatchObject({ code: 'issuing-stopped' });
    expect(await spoor(data, 'codes', 'resume', '--skip', '1000')).toMatchObject({ code: 0 });
    expect((await client.post('/mailings', mailingBody({ name: 'On the copy' }))).status).toBe(201);
    await restored.stop();

    // The ordinary next start of it is none of a copy.
    const next = startProduct(data);
    const again = await signIn(await next.address());
    expect((await again.post('/mailings', mailingBody({ name: 'The day after' }))).status).toBe(201);
    await next.stop();
  },
);
