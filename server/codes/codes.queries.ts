import { sql } from 'kysely';
import type { CodeKind } from '../../shared/codes/code.ts';
import type { Queries } from '../platform/db/database.ts';

/** Takes so many numbers for good. Undefined while issuing is stopped. */
export async function takeNumbers(
  tx: Queries,
  kind: CodeKind,
  count: number,
): Promise<{ first: number; spreadKey: Buffer } | undefined> {
  const row = await tx
    .updateTable('codeSequences')
    .set((eb) => ({ next: eb('next', '+', count) }))
    .where('kind', '=', kind)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('issuingGuard').select('onlyOne').where('stoppedAt', 'is not', null))),
    )
    .returning(['next', 'spreadKey'])
    .executeTakeFirst();
  return row && { first: row.next - count, spreadKey: row.spreadKey };
}

export function listSequences(db: Queries) {
  return db.selectFrom('codeSequences').select(['kind', 'next', 'spreadKey']).execute();
}

/** All sequences jump ahead by so many numbers: those between are never issued. */
export async function skipNumbers(tx: Queries, count: number): Promise<void> {
  await tx
    .updateTable('codeSequences')
    .set((eb) => ({ next: eb('next', '+', count) }))
    .execute();
}

/** Where this database runs: its cluster and timeline. A restored or copied one has another timeline, or the same two. */
export async function getClusterHome(db: Queries): Promise<{ cluster: string; timeline: number }> {
  const { rows } = await sql<{ cluster: string; timeline: number }>`
    select system_identifier::text as cluster, (pg_control_checkpoint()).timeline_id as timeline
      from pg_control_system()`.execute(db);
  return rows[0] ?? { cluster: '', timeline: 0 };
}

export async function lockGuard(tx: Queries): Promise<{ home: unknown; stoppedAt: Date | null }> {
  return tx.selectFrom('issuingGuard').select(['home', 'stoppedAt']).forUpdate().executeTakeFirstOrThrow();
}

/** This is where the database runs from now on, and issuing goes on. */
export async function writeGuard(tx: Queries, home: object): Promise<void> {
  await tx
    .updateTable('issuingGuard')
    .set({ home: JSON.stringify(home), stoppedAt: null })
    .execute();
}

export async function stopIssuing(tx: Queries, now: Date): Promise<void> {
  await tx.updateTable('issuingGuard').set({ stoppedAt: now }).execute();
}

export async function findStoppedAt(db: Queries): Promise<Date | null> {
  return (await db.selectFrom('issuingGuard').select('stoppedAt').executeTakeFirstOrThrow()).stoppedAt;
}
