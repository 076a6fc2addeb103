import type { Database } from '../platform/db/database.ts';
import { findStation, insertStation } from './stations.queries.ts';

/** Numbers of stations never change, so each is read once; by database, since tests have several in one process. */
const known = new WeakMap<Database, Map<string, number>>();

/** A house has a few dozen; somebody who makes up names does not fill the memory. */
const most = 10_000;

/** The number of the station of this name, which is made where it is new. */
export async function getStation(db: Database, name: string): Promise<number> {
  const numbers = known.get(db) ?? new Map<string, number>();
  known.set(db, numbers);
  const present = numbers.get(name);
  if (present !== undefined) return present;
  const number = (await findStation(db, name)) ?? (await insertStation(db, name));
  if (numbers.size >= most) numbers.clear();
  numbers.set(name, number);
  return number;
}
