import { makePlaces } from '../../../server/places/make-places.ts';
import type { Database, Transaction } from '../../../server/platform/db/database.ts';
import type { Code } from '../../../shared/codes/code.ts';
import type { PlaceKind } from '../../../shared/contracts/places.ts';

/** What stands in each place of the level above, from the top; boxes stand on the shelves. */
const levels: readonly { kind: PlaceKind; word: string; each: number }[] = [
  { kind: 'site', word: 'Site', each: 2 },
  { kind: 'building', word: 'Building', each: 2 },
  { kind: 'room', word: 'Room', each: 5 },
  { kind: 'rack', word: 'Rack', each: 10 },
  { kind: 'shelf', word: 'Shelf', each: 5 },
];
const shelves = levels.reduce((product, { each }) => product * each, 1);

type By = { now: Date; byUser: string };

/** About so many boxes in a tree of six levels, made by the product's own function. The codes of the boxes. */
export function fillPlaces(db: Database, boxes: number, by: By): Promise<Code[]> {
  return db.transaction().execute(async (tx) => {
    let above: (Code | null)[] = [null];
    for (const { kind, word, each } of levels) above = await makeLevel(tx, kind, word, each, above, by);
    return makeLevel(tx, 'box', 'Box', Math.max(1, Math.ceil(boxes / shelves)), above, by);
  });
}

async function makeLevel(
  tx: Transaction,
  kind: PlaceKind,
  word: string,
  each: number,
  above: readonly (Code | null)[],
  by: By,
): Promise<Code[]> {
  const made: Code[] = [];
  for (const parent of above) {
    const names = Array.from({ length: each }, (_, index) => `${word} ${numberOf(kind, made, index)}`);
    const country = kind === 'site' ? 'NL' : null;
    const places = await makePlaces(tx, { kind, names, parent, country, capacity: null }, by);
    made.push(...places.map(({ code }) => code));
  }
  return made;
}

/** Boxes are numbered through the whole house, all else within its place. */
function numberOf(kind: PlaceKind, made: readonly Code[], index: number): number {
  return 1 + index + (kind === 'box' ? made.length : 0);
}
