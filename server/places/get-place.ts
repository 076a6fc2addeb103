import { type Code, codeKind, formatCode } from '../../shared/codes/code.ts';
import { DomainError } from '../../shared/errors.ts';
import type { Queries, Transaction } from '../platform/db/database.ts';
import { findPlace, lockPlaceRows, type PlaceLock, type PlaceRow } from './places.queries.ts';

/** Throws `not-found`. */
export async function getPlace(db: Queries, code: Code): Promise<PlaceRow> {
  const place = isPlaceCode(code) ? await findPlace(db, code) : undefined;
  if (!place || place.removedAt) throw new DomainError('not-found', `${whyNotThere(code, place)}.`);
  return place;
}

/**
 * Throws `not-found`, also where somebody takes the place away at this moment. `field`: where in the request the code
 * stood, if not in the address.
 */
export async function getPlaceLocked(
  tx: Transaction,
  code: Code,
  lock: PlaceLock,
  field?: string,
): Promise<PlaceRow> {
  const [place] = isPlaceCode(code) ? await lockPlaceRows(tx, [code], lock) : [];
  if (place) return place;
  const message = whyNotThere(code, isPlaceCode(code) ? await findPlace(tx, code) : undefined);
  throw new DomainError('not-found', `${message}. Nothing was changed.`, {
    ...(field === undefined ? {} : { errors: [{ field, code: 'not-found', message }] }),
  });
}

function isPlaceCode(code: Code): boolean {
  return ['container', 'location'].includes(codeKind(code));
}

function whyNotThere(code: Code, removed: PlaceRow | undefined): string {
  switch (codeKind(code)) {
    case 'document':
      return `${formatCode(code)} is the code of a paper, not of a place. Give the code of a location or container`;
    case 'command':
      return `${formatCode(code)} is the code of a command, not of a place. Give the code of a location or container`;
    default:
      if (!removed?.removedAt) return `No place has the code ${formatCode(code)}`;
      return `The ${removed.kind} ${formatCode(code)} was taken away on ${dayOf(removed.removedAt)}`;
  }
}

/** By the clock of UTC: this is read by programs. */
function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
