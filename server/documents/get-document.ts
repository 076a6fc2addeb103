import { type Code, codeKind } from '../../shared/codes/code.ts';
import { DomainError } from '../../shared/errors.ts';
import type { Queries } from '../platform/db/database.ts';
import type { DocumentState } from './document-state.ts';
import { findDocument } from './documents.queries.ts';

/** Throws `not-found`, and says what sort of code it is where it is not a paper's. */
export async function getDocument(db: Queries, code: Code): Promise<DocumentState> {
  const kind = codeKind(code);
  const paper = kind === 'document' ? await findDocument(db, code) : undefined;
  if (paper) return paper;
  const why =
    kind === 'document' ? 'No paper has this code.' : `This is the code of a ${kind}, not of a paper.`;
  throw new DomainError('not-found', why);
}
