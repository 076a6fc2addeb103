import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What migrations were when they were written: file → SHA-256 of its text. */
type Frozen = Record<string, string>;

const listName = 'frozen.json';

/** What is wrong with the migrations of this folder, each in a sentence that says the fix; empty if all is well. */
export async function findMigrationChanges(folder: string): Promise<string[]> {
  return compare(await readFrozen(folder), await hashMigrations(folder));
}

function compare(frozen: Frozen, present: Frozen): string[] {
  const gone = Object.keys(frozen).filter((file) => !(file in present));
  return [
    ...gone.map((file) => `${file} is gone: somebody's database has run it; put it back`),
    ...Object.entries(present).flatMap(([file, hash]) => {
      if (!(file in frozen)) return [`${file} is not in migrations/${listName}: run \`npm run schema\``];
      if (frozen[file] === hash) return [];
      return [
        `${file} has changed: somebody's database has run it as it was; put it back and write a new migration`,
      ];
    }),
  ];
}

/**
 * Adds new migrations to the list; never changes what stands there. With `amend` the newest may have changed,
 * which is right only as long as no release has it.
 * @throws where another migration has changed, is gone, or a new one would come before a frozen one
 */
export async function freezeMigrations(folder: string, { amend = false } = {}): Promise<void> {
  const [frozen, present] = await Promise.all([readFrozen(folder), hashMigrations(folder)]);
  const newest = Object.keys(present).at(-1);
  if (amend && newest !== undefined) delete frozen[newest];
  const last = Object.keys(frozen).sort().at(-1) ?? '';
  for (const [file, hash] of Object.entries(present)) {
    if (file in frozen) continue;
    if (file < last)
      throw new Error(`${file} comes before ${last}, which is frozen: give it the next number`);
    frozen[file] = hash;
  }
  const changes = compare(frozen, present);
  if (changes.length > 0) throw new Error(changes.join('\n'));
  await writeFile(join(folder, listName), `${JSON.stringify(sorted(frozen), null, 2)}\n`);
}

function sorted(frozen: Frozen): Frozen {
  return Object.fromEntries(Object.entries(frozen).sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function readFrozen(folder: string): Promise<Frozen> {
  try {
    return JSON.parse(await readFile(join(folder, listName), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

async function hashMigrations(folder: string): Promise<Frozen> {
  const files = (await readdir(folder)).filter((file) => /^\d{4}-.*\.ts$/.test(file)).sort();
  const hashes = files.map(async (file) => {
    // A checkout on Windows may have other line ends; that is no change.
    const text = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n');
    return [file, createHash('sha256').update(text).digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(hashes));
}
