import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bytesArray, listsArray, plainArray } from '../../server/platform/db/array-text.ts';
import { openDatabase, openPool } from '../../server/platform/db/database.ts';
import { prepared, preparedSql } from '../../server/platform/db/prepared.ts';
import { silentLog } from '../../server/platform/log.ts';
import { makeTestDatabase, type TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await makeTestDatabase();
});

afterAll(() => database.drop());

/** One connection, so that all is asked of the same session. */
async function withOneConnection(
  work: (db: ReturnType<typeof openDatabase>) => Promise<void>,
): Promise<void> {
  const pool = openPool({ connection: database.application, size: 1, name: 'test', log: silentLog });
  try {
    await work(openDatabase(pool));
  } finally {
    await pool.end();
  }
}

test('a marked statement is planned once for a connection, any other is not kept', async () => {
  await withOneConnection(async (db) => {
    const find = (ref: string) =>
      db.selectFrom('customers').select('id').where('ref', '=', ref).modifyEnd(prepared).execute();
    for (const ref of ['K-1', 'K-2', 'K-3']) expect(await find(ref)).toEqual([]);
    await db.selectFrom('customers').select('name').where('ref', '=', 'K-1').execute();
    const { rows } = await sql<{ uses: number }>`
      select (generic_plans + custom_plans)::int as uses from pg_prepared_statements`.execute(db);
    expect(rows).toEqual([{ uses: 3 }]);
  });
});

test('it goes on within a transaction, after one that was rolled back, and after an error', async () => {
  await withOneConnection(async (db) => {
    const tenth = async (queries: typeof db, of: number) =>
      (await sql<{ value: number }>`select 10 / ${of}::integer as value ${prepared}`.execute(queries)).rows[0]
        ?.value;
    expect(await tenth(db, 2)).toBe(5);
    await expect(tenth(db, 0)).rejects.toThrow('division by zero');
    const rolledBack = db.transaction().execute(async (tx) => {
      expect(await tenth(tx, 5)).toBe(2);
      await tenth(tx, 0);
    });
    await expect(rolledBack).rejects.toThrow('division by zero');
    expect(await tenth(db, 10)).toBe(1);
  });
});

test('columns of values reach the database as they are, by a statement that is planned once', async () => {
  const codes = ['100000000098', '999999999997'];
  const times = [new Date(0), new Date('2026-03-03T10:00:00.123Z')];
  const hashes = [Buffer.from('00ff5c22', 'hex'), Buffer.alloc(0)];
  await withOneConnection(async (db) => {
    const echo = () =>
      preparedSql`select code, at, hash, list::smallint[] as list, none
        from unnest(${plainArray(codes)}::bigint[], ${plainArray(times)}::timestamptz[], ${bytesArray(hashes)}::bytea[],
          ${listsArray([[1, 0, 32767], undefined])}::text[], ${plainArray([null, 7n])}::bigint[])
          as g (code, at, hash, list, none)`.execute(db);
    const rows = [
      { code: 100000000098, at: times[0], hash: hashes[0], list: [1, 0, 32767], none: null },
      { code: 999999999997, at: times[1], hash: hashes[1], list: null, none: 7 },
    ];
    expect(await echo()).toEqual(rows);
    expect(await echo()).toEqual(rows);
    const { rows: kept } = await sql<{ uses: number }>`
      select (generic_plans + custom_plans)::int as uses from pg_prepared_statements`.execute(db);
    expect(kept).toEqual([{ uses: 2 }]);
  });
});
