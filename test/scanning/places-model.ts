/** Where things lie, for the model of the house. */

export interface PlaceModel {
  class: 'location' | 'container';
  parent: string | null;
  capacity: number | null;
  /** How often it has moved. */
  moves: number;
}

interface House {
  papers: ReadonlyMap<string, { place: string | null }>;
  places: ReadonlyMap<string, PlaceModel>;
}

/** What lies directly in it counts, papers and containers alike. */
export function isFull({ papers, places }: House, code: string): boolean {
  const capacity = places.get(code)?.capacity ?? null;
  if (capacity === null) return false;
  const held = [...papers.values()].filter(({ place }) => place === code).length;
  const standing = [...places.values()].filter(({ parent }) => parent === code).length;
  return held + standing >= capacity;
}

/** Whether what is put there would lie in itself. A paper never does. */
export function inItself(places: ReadonlyMap<string, PlaceModel>, code: string, target: string): boolean {
  for (let at: string | null = target; at !== null; at = places.get(at)?.parent ?? null) {
    if (at === code) return true;
  }
  return false;
}
