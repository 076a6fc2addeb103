import { z } from 'zod';
import type { Code } from '../../shared/codes/code.ts';
import {
  type ProcessDefinition,
  presentValue,
  processShape,
  type Values,
} from '../../shared/process/definition.ts';
import { type DocumentTypeDefinition, documentTypeShape } from '../../shared/process/document-type.ts';
import type { ProcessRow } from './processes.queries.ts';

/** One version of a document type, parsed, as all areas use it. It never changes. */
export interface LoadedProcess {
  readonly id: string;
  readonly version: number;
  readonly key: string;
  readonly documentTypeId: string;
  readonly type: DocumentTypeDefinition;
  readonly process: ProcessDefinition;
}

/** The command code of each moment by name, and back. */
export interface Commands {
  readonly codeOf: ReadonlyMap<string, Code>;
  readonly momentOf: ReadonlyMap<Code, string>;
  readonly station: ReadonlyMap<Code, string>;
}

const stored = z.object({ type: documentTypeShape, process: processShape });

export function loadProcess(row: ProcessRow): LoadedProcess {
  const { type, process } = stored.parse(row.definition);
  const { id, version, key, documentTypeId } = row;
  return { id, version, key, documentTypeId, type, process };
}

/** A status as the database keeps it: the values in the order of the process's variables. */
export function statusOf({ process }: LoadedProcess, values: Values): number[] {
  return process.variables.map(({ name }) => presentValue(process, values, name));
}

/** The same by name. */
export function valuesOf({ process }: LoadedProcess, status: readonly number[]): Record<string, number> {
  return Object.fromEntries(
    process.variables.map(({ name, initial }, index) => [name, status[index] ?? initial]),
  );
}
