import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** What a program said. Throws with what it said where it failed or took over five minutes. */
export async function run(
  program: string,
  given: readonly string[],
  environment: Record<string, string> = {},
): Promise<string> {
  const env = { ...process.env, ...environment };
  const { stdout } = await execute(program, given, { env, timeout: 300_000, maxBuffer: 16 * 1024 * 1024 });
  return stdout;
}

/** Something that a bench needs, the Debian package that brings it, and whether it is there. */
export interface Needed {
  what: string;
  debianPackage: string;
  isThere(): boolean;
}

/** Programs for the bench of scans. Throws which package to install where one is missing. */
export function installPrograms(say: (line: string) => void): void {
  const packages = { pgbench: 'postgresql-contrib', wrk: 'wrk' };
  const needed = Object.entries(packages).map(([what, debianPackage]) => ({
    what,
    debianPackage,
    // That it starts is enough: wrk says its version and fails.
    isThere: () => spawnSync(what, ['--version'], { stdio: 'ignore' }).error === undefined,
  }));
  installNeeded(needed, say);
}

/**
 * Installs what is missing where that takes nobody's word: as root, with apt-get. Throws which package to install
 * otherwise.
 */
export function installNeeded(needed: readonly Needed[], say: (line: string) => void): void {
  const missing = () => needed.filter(({ isThere }) => !isThere());
  const wanted = missing().map(({ debianPackage }) => debianPackage);
  if (wanted.length === 0) return;
  if (process.getuid?.() === 0) {
    say(`installing ${wanted.join(' and ')} with apt-get (needed once)`);
    aptGet('update', '-qq');
    aptGet('install', '-y', '-qq', '--no-install-recommends', ...wanted);
  }
  const still = missing().map(({ what }) => what);
  if (still.length > 0) {
    throw new Error(
      `This bench needs ${still.join(' and ')}. Install them: apt-get install ${wanted.join(' ')}`,
    );
  }
}

/** Whether a program is there and ends well with these arguments. */
export function runs(program: string, ...given: string[]): boolean {
  const { error, status } = spawnSync(program, given, { stdio: 'ignore' });
  return error === undefined && status === 0;
}

function aptGet(...given: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', given, { env, stdio: ['ignore', 'ignore', 'inherit'] });
}
