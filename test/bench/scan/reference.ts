import pg from 'pg';
import type { Connection } from '../../../server/platform/db/database.ts';
import { run } from './run.ts';

/**
 * What a scan costs the database at the least: lock the document by its key, update values, place and version, insert
 * one event and one row of seen ids. In tables of its own in the same database, as many rows as the product has.
 */
const tables = (documents: number) => `
  create schema reference;
  create table reference.documents (
    code bigint primary key,
    customer_id bigint not null,
    status smallint[] not null,
    version integer not null,
    whereabouts smallint not null,
    place bigint,
    since timestamptz not null
  ) with (fillfactor = 85);
  create table reference.events (
    code bigint not null,
    number integer not null,
    kind smallint not null,
    happened_at timestamptz not null,
    recorded_at timestamptz not null,
    status_after smallint[],
    place bigint,
    station_id integer,
    cause uuid,
    primary key (code, number)
  );
  create table reference.seen (code bigint not null, id uuid not null, outcome smallint not null, primary key (code, id));
  insert into reference.documents
    select 100000000000 + n * 7919::bigint % ${documents} * 100, n % 50000, '{1,0,0,0}', 2, 1, null, now()
      from generate_series(1, ${documents}) as n;
  insert into reference.events
    select code, number, number, now(), now(), status, null, null, gen_random_uuid()
      from reference.documents, generate_series(1, 2) as number;
  create index on reference.documents (customer_id);
  create index on reference.documents (place) where place is not null;
  create function reference.book(the_code bigint, the_place bigint) returns smallint language plpgsql as $$
  declare
    held reference.documents;
    scan uuid := gen_random_uuid();
    new_status smallint[];
  begin
    select * into strict held from reference.documents where code = the_code for update;
    new_status := held.status;
    new_status[2] := 1 + held.version % 2;
    update reference.documents
       set status = new_status, place = the_place, whereabouts = 3, since = now(), version = held.version + 1
     where code = the_code;
    insert into reference.events
      values (the_code, held.version + 1, 2, now(), now(), new_status, the_place, 1, scan);
    insert into reference.seen values (the_code, scan, 1);
    return 1;
  end $$`;

export async function makeReference(owner: Connection, documents: number): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query(tables(documents));
    await client.query('vacuum (analyze) reference.documents, reference.events, reference.seen');
  } finally {
    await client.end();
  }
}

/** For pgbench: any document into any box. */
export const referenceScript = (documents: number, boxes: number) => `
\\set document random(0, ${documents - 1})
\\set box random(1, ${boxes})
select reference.book(100000000000 + :document * 100, 700000000000 + :box * 100);
`;

/** Transactions per second of so many connections, without the time that it takes to connect. */
export async function runPgbench(
  owner: Connection,
  script: string,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<number> {
  const given = ['-n', '-M', 'prepared', '-j', '1', '-c', String(connections), '-T', String(seconds)];
  const to = ['-h', owner.host, '-p', String(owner.port), '-U', owner.user];
  const said = await run('pgbench', [...given, ...to, '-f', script, owner.database], {
    PGPASSWORD: owner.password,
  });
  const failed = Number(/failed transactions: (\d+)/.exec(said)?.[1] ?? 0);
  const tps = Number(/tps = ([\d.]+) \(without initial/.exec(said)?.[1]);
  if (failed > 0 || !(tps > 0)) throw new Error(`pgbench said:\n${said}`);
  return tps;
}
