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

/** The Debian package of each program. */
const packages: Record<string, string> = { pgbench: 'postgresql-contrib', wrk: 'wrk' };

/**
 * Installs what is missing where that takes nobody's word: as root, with apt-get. Throws which package to install
 * otherwise.
 */
export function installPrograms(say: (line: string) => void): void {
  const missing = () => Object.keys(packages).filter((name) => !isThere(name));
  const wanted = missing().map((name) => packages[name] ?? name);
  if (wanted.length === 0) return;
  if (process.getuid?.() === 0) {
    say(`installing ${wanted.join(' and ')} with apt-get (needed once)`);
    aptGet('update', '-qq');
    aptGet('install', '-y', '-qq', '--no-install-recommends', ...wanted);
  }
  if (missing().length > 0) {
    throw new Error(
      `This bench needs ${missing().join(' and ')}. Install them: apt-get install ${wanted.join(' ')}`,
    );
  }
}

function isThere(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}

function aptGet(...given: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', given, { env, stdio: ['ignore', 'ignore', 'inherit'] });
}
