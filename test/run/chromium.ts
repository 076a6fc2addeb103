import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];
const elsewhere = [
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Where a Chromium is; undefined where there is none. CHROMIUM_PATH, where set, is the only place looked at: whoever
 * names a browser does not want another.
 */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = environment['CHROMIUM_PATH'];
  if (named) return existsSync(named) ? named : undefined;
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const usual = ['/usr/bin', '/usr/local/bin', ...folders].flatMap((folder) =>
    names.map((name) => join(folder, name)),
  );
  return [...usual, ...elsewhere].find((path) => existsSync(path));
}

/** Installs Debian's Chromium where that takes nobody's word: as root, with apt-get, and none was named. */
export function installChromium(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  if (environment['CHROMIUM_PATH'] || process.getuid?.() !== 0) return undefined;
  console.log('No Chromium found; installing it with apt-get (needed once).');
  const quiet = { ...environment, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args: string[]) =>
    spawnSync('apt-get', args, { env: quiet, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  if (!run('update', '-qq') || !run('install', '-y', '-qq', '--no-install-recommends', 'chromium'))
    return undefined;
  return findChromium(environment);
}
