import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs, and the Debian package of each. */
export type Tools = Readonly<Record<string, string>>;

/** The Debian packages of the tools that are not there. */
export function missingTools(tools: Tools, environment: NodeJS.ProcessEnv = process.env): string[] {
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return Object.entries(tools)
    .filter(([tool]) => !folders.some((folder) => existsSync(join(folder, tool))))
    .map(([, name]) => name);
}

/** Installs them where that takes nobody's word: as root, with apt-get. Returns what is missing after that. */
export function installTools(tools: Tools, environment: NodeJS.ProcessEnv = process.env): string[] {
  const missing = missingTools(tools, environment);
  if (missing.length === 0 || process.getuid?.() !== 0) return missing;
  console.log(`Installing with apt-get (needed once): ${missing.join(', ')}`);
  const quiet = { ...environment, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args: string[]) =>
    spawnSync('apt-get', args, { env: quiet, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  if (run('update', '-qq')) run('install', '-y', '-qq', '--no-install-recommends', ...missing);
  return missingTools(tools, environment);
}
