import { builtInDocumentTypes } from '../../shared/process/built-in.ts';
import { issueCodes } from '../codes/codes.service.ts';
import type { Context } from '../platform/context.ts';
import {
  insertCommands,
  insertDocumentType,
  insertProcess,
  listCommandRows,
  listLatest,
  lockBuiltIns,
} from './processes.queries.ts';

/** What a station understands beside moments and places; the names are the ones on the command sheet. */
const stationCommands = ['UNDO', 'CLEAR', 'DONE'] as const;

/**
 * At the first start: letter, coupon and contract as version 1 of themselves, and a command code for each moment and
 * each of the station's own commands. What is there stays as it is. Safe from several processes at once.
 */
export async function makeBuiltIns({ db, clock }: Context): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockBuiltIns(tx);
    const present = await listLatest(tx);
    const createdAt = clock.now();
    for (const definition of present.length > 0 ? [] : builtInDocumentTypes) {
      const documentTypeId = await insertDocumentType(tx, definition.type.key, createdAt);
      await insertProcess(tx, { documentTypeId, version: 1, definition, createdAt });
    }
    const wanted = [
      ...stationCommands.map((name) => ({ kind: 'station' as const, name })),
      ...momentNames().map((name) => ({ kind: 'moment' as const, name })),
    ];
    const known = new Set((await listCommandRows(tx)).map(({ kind, name }) => `${kind} ${name}`));
    const missing = wanted.filter(({ kind, name }) => !known.has(`${kind} ${name}`));
    const codes = await issueCodes(tx, 'command', missing.length);
    await insertCommands(
      tx,
      missing.map((command, index) => ({ ...command, code: Number(codes[index]) })),
    );
  });
}

/** Each once: the same name is the same moment in every type. */
function momentNames(): string[] {
  return [...new Set(builtInDocumentTypes.flatMap(({ process }) => process.moments.map(({ name }) => name)))];
}
