import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = ['client', 'shared', 'vite.config.ts', 'package-lock.json'];
const stamp = path.join(root, 'dist', 'built-from');

/**
 * Builds the screens with vite, unless they were built from just these sources. A product that was delivered
 * without its sources' tools (an image) keeps what it came with.
 */
export async function buildClient(): Promise<void> {
  const digest = await digestSources();
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === digest) return;
  process.stdout.write('Building the screens ...\n');
  const { build } = await import('vite');
  await build({
    root: path.join(root, 'client'),
    configFile: path.join(root, 'vite.config.ts'),
    logLevel: 'warn',
  });
  await writeFile(stamp, digest);
}

async function digestSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await listFiles(path.join(root, source))) {
      hash
        .update(path.relative(root, file))
        .update('\0')
        .update(await readFile(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

async function listFiles(at: string): Promise<string[]> {
  const entries = await readdir(at, { withFileTypes: true, recursive: true }).catch(() => undefined);
  if (!entries) return [at];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
