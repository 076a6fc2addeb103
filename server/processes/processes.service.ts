import type { Code } from '../../shared/codes/code.ts';
import type { Language } from '../../shared/contracts/fields.ts';
import type { DocumentTypeView, ProcessView } from '../../shared/contracts/processes.ts';
import { DomainError, fieldError } from '../../shared/errors.ts';
import { expectsAnswer } from '../../shared/process/definition.ts';
import type { Context } from '../platform/context.ts';
import type { Database, Queries } from '../platform/db/database.ts';
import { KeptRows } from '../platform/db/kept-rows.ts';
import { type Commands, type LoadedProcess, loadProcess } from './loaded-process.ts';
import { findProcessRow, listCommandRows, listLatest } from './processes.queries.ts';

export { type Commands, type LoadedProcess, statusOf, valuesOf } from './loaded-process.ts';
export { makeBuiltIns } from './make-built-ins.ts';

/** Versions never change, so each is parsed once; by database, since tests have several in one process. */
const loaded = new WeakMap<object, Map<string, LoadedProcess>>();

/** Throws `not-found`. */
export async function getProcess({ db }: Context, id: string): Promise<LoadedProcess> {
  const present = knownTo(db).get(id);
  if (present) return present;
  const row = await findProcessRow(db, id);
  if (!row) throw new DomainError('not-found', 'There is no such process.');
  return remember(db, loadProcess(row));
}

function knownTo(db: object): Map<string, LoadedProcess> {
  const known = loaded.get(db) ?? new Map<string, LoadedProcess>();
  loaded.set(db, known);
  return known;
}

function remember(db: object, process: LoadedProcess): LoadedProcess {
  knownTo(db).set(process.id, process);
  return process;
}

/** The processes of these ids, each loaded once. */
export async function getProcesses(
  context: Context,
  ids: Iterable<string>,
): Promise<Map<string, LoadedProcess>> {
  const found = new Map<string, LoadedProcess>();
  for (const id of new Set(ids)) found.set(id, await getProcess(context, id));
  return found;
}

/**
 * The newest process of the type with this key. Whoever goes on to a transaction then finds it known: many that begin at
 * once would otherwise hold every connection and wait for one more. Throws a field error that names the types there
 * are.
 */
export async function getProcessOfType({ db }: Context, key: string): Promise<LoadedProcess> {
  const rows = await listLatest(db);
  const row = rows.find((each) => each.key === key);
  if (row) return remember(db, loadProcess(row));
  const keys = rows.map((each) => each.key).join(', ');
  throw fieldError(
    'documentType',
    'document-type-unknown',
    `There is no such document type. There are: ${keys}`,
  );
}

const kept = new KeptRows<Commands>();

/** The same from memory, at most a second old; `fresh` where a code or name was not among them. */
export async function getKeptCommands(db: Database, fresh = false): Promise<Commands> {
  if (fresh) kept.forget();
  return (await kept.get(db, 'all', () => getCommands(db))) as Commands;
}

/** All command codes, by name and back. */
export async function getCommands(db: Queries): Promise<Commands> {
  const rows = await listCommandRows(db);
  const code = (number: number) => String(number) as Code;
  const moments = rows.filter(({ kind }) => kind === 'moment');
  const station = rows.filter(({ kind }) => kind === 'station');
  return {
    codeOf: new Map(moments.map((row) => [row.name, code(row.code)])),
    momentOf: new Map(moments.map((row) => [code(row.code), row.name])),
    station: new Map(station.map((row) => [code(row.code), row.name])),
  };
}

export async function listDocumentTypes({ db }: Context, language: Language) {
  const items = (await listLatest(db)).map(loadProcess).map((each) => presentType(each, language));
  return { items, nextCursor: null };
}

function presentType(
  { id, version, key, documentTypeId, type, process }: LoadedProcess,
  language: Language,
): DocumentTypeView {
  return {
    id: documentTypeId,
    key,
    name: type.name[language],
    process: { id, version },
    answerable: expectsAnswer(process),
    scopes: type.scopes,
    keyPoints: type.keyPoints.map(({ name, label, type: kind }) => ({
      name,
      label: label[language],
      type: kind,
    })),
  };
}

export async function showProcess(context: Context, id: string, language: Language): Promise<ProcessView> {
  const { process, version, key } = await getProcess(context, id);
  const { codeOf } = await getCommands(context.db);
  return {
    id,
    documentType: key,
    version,
    variables: process.variables.map(({ name, label, values }) => ({
      name,
      label: label[language],
      values: values.map(({ value, label }) => ({ value, label: label[language] })),
    })),
    moments: process.moments.flatMap(({ name, label, sets }) => {
      const commandCode = codeOf.get(name);
      return commandCode ? [{ name, label: label[language], commandCode, sets: { ...sets } }] : [];
    }),
  };
}

/** UNDO, CLEAR and DONE. */
export async function listStationCommands({ db }: Context) {
  const { station } = await getCommands(db);
  return { items: [...station].map(([code, name]) => ({ name, code })), nextCursor: null };
}
