import { type Config, readConfig } from './config.ts';
import { isConnectionLost } from './platform/db/lost-connection.ts';
import { type Log, openLog } from './platform/log.ts';
import { StartError } from './platform/start-error.ts';
import type { RunningProduct } from './run-product.ts';

export interface ProcessSettings {
  config: Config;
  log: Log;
  /** Aborted when the process is told to stop. */
  stopAsked: AbortSignal;
}

/** Starts the product; undefined where the process was told to stop before it ran. */
type Start = (settings: ProcessSettings) => Promise<RunningProduct | undefined>;

/**
 * The product as one process: reads the settings, runs until it is told to stop. What keeps it from starting is said
 * to the person who started it.
 */
export async function runAsProcess(env: Record<string, string | undefined>, start: Start): Promise<never> {
  try {
    await run(readConfig(env), start);
    process.exit(0);
  } catch (error) {
    complain(error);
    process.exit(1);
  }
}

async function run(config: Config, start: Start): Promise<void> {
  const log = openLog(config.logLevel);
  // From here on a signal waits until the start is through, so that nothing is left half started.
  const stopping = new AbortController();
  const stopAsked = new Promise<string>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => resolve(signal));
  });
  void stopAsked.then(() => stopping.abort());
  outliveLostConnections(log);
  const product = await start({ config, log, stopAsked: stopping.signal });
  if (!product) return;
  say(`Spoor runs at ${product.url}`);
  if (product.setupLink) {
    say('Nobody can sign in yet. Set it up, once, from this machine with this link:', product.setupLink);
  }
  const signal = await stopAsked;
  log.info({ signal }, 'stopping');
  await product.stop();
  log.info({}, 'stopped');
}

/**
 * The queue's runner marks jobs as ended without waiting, so a database that goes away at that moment would end the
 * process. The job is taken up again by its row; anything else that nobody caught still ends it.
 */
function outliveLostConnections(log: Log): void {
  process.on('unhandledRejection', (error) => {
    if (!isConnectionLost(error)) throw error;
    log.warn({ err: error }, 'a database connection was lost in the background');
  });
}

/** To the person who started it, past the log: two empty lines around, since a log is read by machines. */
export function say(...lines: string[]): void {
  process.stdout.write(`\n  ${lines.join('\n  ')}\n\n`);
}

function complain(error: unknown): void {
  if (error instanceof StartError) {
    process.stderr.write(`\nSpoor has not started (${error.code}).\n${error.message}\n\n`);
  } else {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`\nSpoor has not started, for a reason it does not know.\n${stack}\n\n`);
  }
}
