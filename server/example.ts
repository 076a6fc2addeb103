import { rename, rm, rmdir } from 'node:fs/promises';
import { buildClient } from './build-client.ts';
import type { Config } from './config.ts';
import { momentOf } from './example/calendar.ts';
import { examplePassword, whoCanSignIn } from './example/colleagues.ts';
import { liveThrough, officeDays } from './example/live-through.ts';
import { OfficeClock } from './example/office-clock.ts';
import { openProductDatabase } from './open-database.ts';
import { markAsExample, whoseOffice } from './organisation/organisation.service.ts';
import { findDataFolder } from './platform/data-folder/data-folder.ts';
import { errorCode } from './platform/data-folder/write-file.ts';
import { type Connection, openDatabase, openPool } from './platform/db/database.ts';
import { openLog, silentLog } from './platform/log.ts';
import { StartError } from './platform/start-error.ts';
import { type ProcessSettings, runAsProcess, say } from './run-as-process.ts';
import { type RunningProduct, runProduct } from './run-product.ts';

// `npm run example`: the product on a data folder of its own, filled at first use with an office that was made up.
await buildClient();
const folder = process.env['SPOOR_DATA'] || './data-example';
await runAsProcess({ ...process.env, SPOOR_DATA: folder }, openExample);

async function openExample(settings: ProcessSettings): Promise<RunningProduct | undefined> {
  const { config, log } = settings;
  if (config.database) {
    throw new StartError(
      'settings-wrong',
      'The example office keeps its database in a folder of its own, never on another server: start it without DATABASE_URL. Nothing was changed.',
    );
  }
  const present = await findDataFolder(config.dataFolder);
  if (present && present.databaseCreatedAt === undefined) throw notTheExample(config);
  if (!present && !(await makeExample(settings))) return undefined;
  const product = await runProduct(config, log, { check: (owner) => requireExample(owner, config) });
  say(
    'This is the example office; everybody in it is made up. Who can sign in:',
    '',
    ...whoCanSignIn().map((line) => `  ${line}`),
    '',
    `The password is the same for all: ${examplePassword}`,
    `To have it made anew, with dates up to today, stop it and delete ${config.dataFolder}`,
  );
  return product;
}

/**
 * Makes the office in a folder beside, which gets its name when all is in it: there is a whole office or none. False
 * where it was told to stop on the way.
 */
async function makeExample({ config, stopAsked }: ProcessSettings): Promise<boolean> {
  const half = `${config.dataFolder}.half`;
  await removeHalf(config, half);
  const now = new Date();
  const days = officeDays(now);
  say(`Making the example office: eight weeks of post up to ${days.at(-1)}.`);
  const clock = new OfficeClock(momentOf(days[0] ?? '', '08:30'));
  const quiet = openLog(config.logLevel === 'info' ? 'warn' : config.logLevel);
  const product = await runProduct(alone(config, half), quiet, { clock, prepare: markAsExample });
  let isWhole = false;
  try {
    const life = {
      url: product.url,
      setUpLink: product.setupLink ?? '',
      clock,
      stopAsked,
      tell: tellProgress(),
    };
    isWhole = await liveThrough(days, life);
  } finally {
    await product.stop();
    if (!isWhole) await rm(half, { recursive: true, force: true });
  }
  if (isWhole) await giveName(half, config.dataFolder);
  return isWhole;
}

/** Reached by nobody while it is made. */
function alone(config: Config, dataFolder: string): Config {
  return {
    host: '127.0.0.1',
    port: 0,
    dataFolder,
    database: undefined,
    administrator: undefined,
    publicOrigin: undefined,
    tls: undefined,
    trustProxy: false,
    logLevel: config.logLevel,
  };
}

function tellProgress(): (share: number) => void {
  let told = 0;
  return (share) => {
    const tenths = Math.floor(share * 10);
    if (tenths === told) return;
    told = tenths;
    process.stdout.write(`  ${String(tenths * 10).padStart(3)} %\n`);
  };
}

/** What an earlier start has left that was cut off. Its Postgres may still run: it is taken over and stopped. */
async function removeHalf(config: Config, half: string): Promise<void> {
  const present = await findDataFolder(half);
  if (!present) return;
  const database = await openProductDatabase(alone(config, half), silentLog);
  try {
    if ((await askWhose(database.owner)) === 'real') throw notTheExample({ dataFolder: half });
  } finally {
    await database.close();
  }
  await rm(half, { recursive: true });
}

async function giveName(half: string, dataFolder: string): Promise<void> {
  await rmdir(dataFolder).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error;
  });
  await rename(half, dataFolder);
}

async function requireExample(owner: Connection, config: Config): Promise<void> {
  if ((await askWhose(owner)) !== 'example') throw notTheExample(config);
}

async function askWhose(owner: Connection): ReturnType<typeof whoseOffice> {
  const pool = openPool({ connection: owner, size: 1, name: 'spoor example', log: silentLog });
  try {
    return await whoseOffice(openDatabase(pool));
  } finally {
    await pool.end();
  }
}

function notTheExample({ dataFolder }: Pick<Config, 'dataFolder'>): StartError {
  return new StartError(
    'not-the-example',
    `${dataFolder} is not the folder of an example office, so the example is not started on it: made-up people are never mixed with real ones. Nothing in it was changed. Start it without SPOOR_DATA, or name a new folder.`,
    { details: { folder: dataFolder } },
  );
}
