import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip as gzipCompress } from 'node:zlib';
import { isCompressible } from './platform/http/client-files.ts';

const [brotli, gzip] = [promisify(brotliCompress), promisify(gzipCompress)];
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
  await compressFiles(path.join(root, 'dist', 'client', 'assets'));
  await writeFile(stamp, digest);
}

/** Once, and so with more care than there is time for when a browser asks. Past 9 brotli takes five times as long. */
async function compressFiles(folder: string): Promise<void> {
  const files = (await listFiles(folder)).filter((file) => isCompressible(file));
  await Promise.all(
    files.map(async (file) => {
      const content = await readFile(file);
      await writeFile(
        `${file}.br`,
        await brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
      );
      await writeFile(`${file}.gz`, await gzip(content, { level: 9 }));
    }),
  );
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
