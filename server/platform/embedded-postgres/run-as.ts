import { execFile } from 'node:child_process';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';
import { StartError } from '../start-error.ts';

const run = promisify(execFile);

/** The account that owns nothing, on every Unix that we know. */
const NOBODY = 65534;
const NAMESPACE = ['-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];

/**
 * As whom Postgres runs; it refuses root.
 * - `self`: as the user of this process.
 * - `namespace`: as the user of this process, seen by itself as `nobody` (a user namespace); files keep their owner.
 * - `other`: root starts it as another user, to whom the cluster belongs.
 */
export type RunAs =
  | { readonly kind: 'self' }
  | { readonly kind: 'namespace' }
  | { readonly kind: 'other'; readonly uid: number; readonly gid: number };

/** A program call as `spawn` and `execFile` take it. */
export interface ProgramCall {
  readonly command: string;
  readonly args: readonly string[];
  readonly options: {
    readonly cwd: string;
    readonly env: Record<string, string>;
    uid?: number;
    gid?: number;
  };
}

/**
 * Decides it from the owner of the cluster (of the data folder, where there is no cluster yet): whoever ran it
 * before can run it again. Root's own runs in a user namespace, or as `nobody` where those are forbidden.
 * @throws StartError when this user may not run it.
 */
export async function decideRunAs(owner: { uid: number; gid: number; path: string }): Promise<RunAs> {
  const self = process.getuid?.();
  if (self === undefined) return { kind: 'self' };
  if (self === 0) {
    if (owner.uid !== 0) return { kind: 'other', uid: owner.uid, gid: owner.gid };
    return (await doUserNamespacesWork())
      ? { kind: 'namespace' }
      : { kind: 'other', uid: NOBODY, gid: NOBODY };
  }
  if (owner.uid !== self) throw explainOwner(owner, self);
  if (hasAccount()) return { kind: 'self' };
  // initdb asks for the account's name, and a container may run under a number that has none.
  if (await doUserNamespacesWork()) return { kind: 'namespace' };
  throw new StartError(
    'postgres-user-unknown',
    `The user with the number ${self}, who started Spoor, has no account on this machine, and Postgres wants one. ` +
      'Nothing was changed. Add the account to /etc/passwd, or start as a user that has one.',
    { details: { uid: self } },
  );
}

/** How a program is called as that user: without this process's environment, in which PGDATA and the like could mislead it. */
export function callAs(runAs: RunAs, program: string, args: readonly string[]): ProgramCall {
  const env: Record<string, string> = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' };
  for (const name of ['SystemRoot', 'TEMP', 'TMPDIR']) if (process.env[name]) env[name] = process.env[name];
  const options = { cwd: process.platform === 'win32' ? process.cwd() : '/', env };
  if (runAs.kind === 'namespace')
    return { command: 'unshare', args: [...NAMESPACE, program, ...args], options };
  if (runAs.kind === 'other')
    return { command: program, args, options: { ...options, uid: runAs.uid, gid: runAs.gid } };
  return { command: program, args, options };
}

async function doUserNamespacesWork(): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  return run('unshare', [...NAMESPACE, 'true']).then(
    () => true,
    () => false,
  );
}

function hasAccount(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

function explainOwner(owner: { uid: number; path: string }, self: number): StartError {
  return new StartError(
    'postgres-cluster-owner',
    `The database in ${owner.path} belongs to the user with the number ${owner.uid}, but Spoor was started by ${self}. ` +
      `Nothing was changed. Start Spoor as that user, or give it to yours: sudo chown -R ${self} ${owner.path}`,
    { details: { path: owner.path, owner: owner.uid, self } },
  );
}
