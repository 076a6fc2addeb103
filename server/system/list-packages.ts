import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** The packages inside, as the lock file has them: no guess, and no walk through the disk. */
const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), license: z.string().optional(), dev: z.boolean().optional() }),
  ),
});

let read: Promise<PackageInside[]> | undefined;

export interface PackageInside {
  name: string;
  version: string;
  licence: string;
}

/** Sorted by name; read once. */
export function listPackages(): Promise<PackageInside[]> {
  read ??= readPackages();
  return read;
}

async function readPackages(): Promise<PackageInside[]> {
  const text = await readFile(new URL('../../package-lock.json', import.meta.url), 'utf8');
  const { packages } = lockFile.parse(JSON.parse(text));
  const listed = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, { version = '', license = '' }]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  // The same version can lie in several folders.
  return [...new Map(listed.map((each) => [`${each.name} ${each.version}`, each])).values()];
}
