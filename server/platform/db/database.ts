import { CamelCasePlugin, Kysely, type Transaction as KyselyTransaction, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Log } from '../log.ts';
import { PreparingClient } from './prepared.ts';
import type { DB } from './tables.generated.ts';

export type Database = Kysely<DB>;
export type Transaction = KyselyTransaction<DB>;
/** For queries that are well both inside and outside a transaction. */
export type Queries = Database | Transaction;

/** How to reach a database; `host` may be the folder of a Unix socket. */
export interface Connection {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  ssl?: pg.PoolConfig['ssl'];
}

const INT8 = 20;

/** Counts fit a double by far (2^53), so bigints arrive as numbers; one that does not is an error, not a lie. */
function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit a number`);
  return value;
}

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8
      ? parseInt8
      : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

export interface PoolSettings {
  connection: Connection;
  /** Connections at most. */
  size: number;
  /** Shown in pg_stat_activity. */
  name: string;
  log: Log;
}

/** A pool whose sessions end queries that hang: 30 s for a statement, 60 s idle in a transaction. */
export function openPool({ connection, size, name, log }: PoolSettings): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    Client: PreparingClient,
    max: size,
    application_name: name,
    types,
    connectionTimeoutMillis: 10_000,
    options:
      '-c jit=off -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000 -c TimeZone=UTC',
  });
  guardPool(pool, (error) => {
    // Those of a pool that ends are still closing when the database stops after it.
    if (!pool.ending) log.warn({ err: error }, 'a database connection was lost');
  });
  return pool;
}

/** Without listeners a connection that Postgres closes, idle or not, would end the process. */
export function guardPool(pool: pg.Pool, onLost: (error: Error) => void): void {
  pool.on('error', onLost);
  pool.on('connect', (client) => client.on('error', onLost));
}

export function openDatabase(pool: pg.Pool): Database {
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}
