import { readConfig } from './config.ts';
import { isConnectionLost } from './platform/db/lost-connection.ts';
import { type Log, openLog } from './platform/log.ts';
import { StartError } from './platform/start-error.ts';
import { runProduct } from './run-product.ts';

/** The product as one process: reads the settings, runs until it is told to stop. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = openLog(config.logLevel);
  // From here on a signal waits until the start is through, so that nothing is left half started.
  const stopAsked = new Promise<string>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => resolve(signal));
  });
  outliveLostConnections(log);
  const product = await runProduct(config, log);
  say(`Spoor runs at ${product.url}`);
  if (product.setupLink) {
    say('Nobody can sign in yet. Set it up, once, from this machine with this link:', product.setupLink);
  }
  const signal = await stopAsked;
  log.info({ signal }, 'stopping');
  await product.stop();
  log.info({}, 'stopped');
  process.exit(0);
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
function say(...lines: string[]): void {
  process.stdout.write(`\n  ${lines.join('\n  ')}\n\n`);
}

main().catch((error: unknown) => {
  if (error instanceof StartError) {
    process.stderr.write(`\nSpoor has not started (${error.code}).\n${error.message}\n\n`);
  } else {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`\nSpoor has not started, for a reason it does not know.\n${stack}\n\n`);
  }
  process.exit(1);
});
