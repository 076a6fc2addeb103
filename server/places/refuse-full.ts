import { formatCode } from '../../shared/codes/code.ts';
import { DomainError } from '../../shared/errors.ts';
import { isFull } from '../../shared/places/capacity.ts';
import type { Transaction } from '../platform/db/database.ts';
import { countDocuments, countPlaces, type PlaceRow } from './places.queries.ts';

/** Before so many containers come to lie in a place. Throws `place-full`, at the field `in`. */
export async function refuseFull(
  tx: Transaction,
  { code, kind, capacity }: Pick<PlaceRow, 'code' | 'kind' | 'capacity'>,
  more = 1,
): Promise<void> {
  if (capacity === null) return;
  const places = (await countPlaces(tx, [code])).get(code) ?? 0;
  const documents = (await countDocuments(tx, [code])).get(code) ?? 0;
  const direct = places + documents;
  if (!isFull({ capacity, direct }, more)) return;
  const fits = more === 1 ? '' : `, and ${more} are to go into it`;
  const message = `${direct} of ${capacity} lie in the ${kind} ${formatCode(code)}${fits}. Name another place, or give it a larger capacity`;
  throw new DomainError('place-full', `${message}. Nothing was changed.`, {
    errors: [{ field: 'in', code: 'place-full', message }],
    params: { capacity, direct },
  });
}
