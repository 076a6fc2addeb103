import { setTimeout as sleep } from 'node:timers/promises';
import type { StartLog } from '../data-folder/start-log.ts';
import { errorCode } from '../data-folder/write-file.ts';
import { StartError } from '../start-error.ts';
import { type Connection, isNotAccepting, isPasswordRefused, withClient } from './connection.ts';
import type { ServerProcess } from './server-process.ts';

const ASK_EVERY_MS = 20;
const SILENT_FOR_MS = 60_000;
const RECOVERING_FOR_MS = 30 * 60_000;
const REPORT_EVERY_MS = 10_000;

/**
 * Waits until the server answers a query; `false` when it ended before it did.
 * @throws StartError when it does not know the password, or says nothing for a minute (for half an hour while it
 * recovers after a crash).
 */
export async function waitUntilReady(
  server: ServerProcess,
  superuser: Connection,
  log: StartLog,
): Promise<boolean> {
  const begun = Date.now();
  let reportAt = begun + REPORT_EVERY_MS;
  let recovering = false;
  for (;;) {
    if (server.hasEnded()) return false;
    const error = await ask(superuser);
    if (error === undefined) return true;
    if (isPasswordRefused(error)) throw explainRefused(error);
    if (isNotAccepting(error)) recovering = true;
    const waited = Date.now() - begun;
    if (waited > (recovering ? RECOVERING_FOR_MS : SILENT_FOR_MS))
      throw explainNotReady(server.pid, waited, error);
    if (Date.now() > reportAt) {
      reportAt += REPORT_EVERY_MS;
      const what = recovering
        ? 'replays its journal after a crash; this can take minutes'
        : 'has not answered yet';
      log.info({ pid: server.pid, waitedMs: waited }, `Postgres ${what}.`);
    }
    await sleep(ASK_EVERY_MS);
  }
}

async function ask(superuser: Connection): Promise<unknown> {
  return withClient(superuser, (client) => client.query('select')).then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** The server does not take the password that the data folder holds. */
function explainRefused(cause: unknown): StartError {
  return new StartError(
    'postgres-password-refused',
    'The database does not accept the password in secrets.json: this file and the folder postgres are not of the same ' +
      'installation or not of the same time. Nothing was changed. Restore both from one backup.',
    { cause },
  );
}

function explainNotReady(pid: number, waitedMs: number, cause: unknown): StartError {
  return new StartError(
    'postgres-not-ready',
    `Postgres (process ${pid}) does not answer after ${Math.round(waitedMs / 1000)} seconds. Nothing is lost. ` +
      'Look into the newest file in the folder logs of the data folder, and start again.',
    { details: { pid, waitedMs, error: errorCode(cause) }, cause },
  );
}
