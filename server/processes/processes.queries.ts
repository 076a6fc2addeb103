import { sql } from 'kysely';
import type { Queries, Transaction } from '../platform/db/database.ts';

const columns = [
  'processes.id',
  'processes.version',
  'processes.definition',
  'documentTypes.id as documentTypeId',
  'documentTypes.key',
] as const;

function selectProcesses(db: Queries) {
  return db
    .selectFrom('processes')
    .innerJoin('documentTypes', 'documentTypes.id', 'processes.documentTypeId')
    .select(columns);
}

export type ProcessRow = Awaited<ReturnType<typeof listLatest>>[number];

/** The newest version of each type, in the order in which the types were made. */
export function listLatest(db: Queries) {
  return selectProcesses(db)
    .distinctOn('processes.documentTypeId')
    .orderBy('processes.documentTypeId')
    .orderBy('processes.version', 'desc')
    .execute();
}

export function findProcessRow(db: Queries, id: string) {
  return selectProcesses(db).where('processes.id', '=', id).executeTakeFirst();
}

export function listCommandRows(db: Queries) {
  return db.selectFrom('commands').select(['code', 'kind', 'name']).orderBy('name').execute();
}

/** Any number that nobody else locks. */
const builtInsLock = 7_160_234;

export async function lockBuiltIns(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(${builtInsLock})`.execute(tx);
}

export async function insertDocumentType(tx: Transaction, key: string, createdAt: Date): Promise<string> {
  const row = await tx
    .insertInto('documentTypes')
    .values({ key, createdAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

interface NewProcess {
  documentTypeId: string;
  version: number;
  definition: object;
  createdAt: Date;
}

export async function insertProcess(tx: Transaction, { definition, ...process }: NewProcess): Promise<void> {
  await tx
    .insertInto('processes')
    .values({ ...process, definition: JSON.stringify(definition), createdBy: null })
    .execute();
}

export async function insertCommands(
  tx: Transaction,
  commands: readonly { code: number; kind: 'moment' | 'station'; name: string }[],
): Promise<void> {
  if (commands.length > 0)
    await tx
      .insertInto('commands')
      .values([...commands])
      .execute();
}
