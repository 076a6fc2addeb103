/**
 * A process as the product is one: opens the folder given, locks it, starts Postgres unless told `lock` or `open`, says
 * in a line of JSON how it went, and stays until it is told to stop (a line on standard input) or is killed.
 */
import { createInterface } from 'node:readline';
import { openDataFolder } from '../../server/platform/data-folder/data-folder.ts';
import { lockDataFolder } from '../../server/platform/data-folder/folder-lock.ts';
import { startEmbeddedPostgres } from '../../server/platform/embedded-postgres/embedded-postgres.ts';
import { StartError } from '../../server/platform/start-error.ts';

const [path = '', until = 'start'] = process.argv.slice(2);
const log = { info() {}, warn() {}, error() {} };

try {
  const folder = await openDataFolder(path, { log });
  if (until === 'open') say({ how: 'opened' });
  else {
    const locked = await lockDataFolder(folder, { log });
    const postgres = until === 'start' ? await startEmbeddedPostgres({ dataFolder: locked, log }) : undefined;
    say({ how: postgres?.how ?? 'locked', pid: postgres?.pid, owner: postgres?.owner });
    for await (const _line of createInterface({ input: process.stdin })) break;
    process.stdin.destroy();
    await postgres?.stop();
    await locked.release();
  }
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  say({ error: error.code, message: error.message });
  process.exitCode = 1;
}

function say(words: object): void {
  process.stdout.write(`${JSON.stringify(words)}\n`);
}
