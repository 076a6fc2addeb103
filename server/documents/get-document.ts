import { type Code, codeKind } from '../../shared/codes/code.ts';
import { DomainError } from '../../shared/errors.ts';
import type { Queries } from '../platform/db/database.ts';
import type { DocumentState } from './document-state.ts';
import { findDocument, findShownDocument } from './documents.queries.ts';
import type { ShownDocument } from './waiting.queries.ts';

/** Throws `not-found`, and says what sort of code it is where it is not a paper's. */
export async function getDocument(db: Queries, code: Code): Promise<DocumentState> {
  return (isPaper(code) ? await findDocument(db, code) : undefined) ?? noPaper(code);
}

/** The same as it is shown. Throws `not-found`. */
export async function getShownDocument(db: Queries, code: Code): Promise<ShownDocument> {
  return (isPaper(code) ? await findShownDocument(db, code) : undefined) ?? noPaper(code);
}

function isPaper(code: Code): boolean {
  return codeKind(code) === 'document';
}

function noPaper(code: Code): never {
  const kind = codeKind(code);
  const why =
    kind === 'document' ? 'No paper has this code.' : `This is the code of a ${kind}, not of a paper.`;
  throw new DomainError('not-found', why);
}
