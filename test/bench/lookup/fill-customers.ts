import { importRows } from '../../../server/customers/import-rows.ts';
import { learnWords } from '../../../server/customers/words.queries.ts';
import { makeChance } from '../../../server/example/chance.ts';
import type { Database } from '../../../server/platform/db/database.ts';
import { makePeople, type Person } from './names.ts';

export interface Customer extends Person {
  id: string;
}

const batchSize = 5_000;

/** Imports so many customers as the product does, with whatever it keeps for searching. In the order of their ids. */
export async function fillCustomers(db: Database, count: number, now: Date): Promise<Customer[]> {
  const people = makePeople(count, makeChance(300));
  for (let start = 0; start < count; start += batchSize) {
    const rows = people.slice(start, start + batchSize).map(({ ref, name, city }) => ({ ref, name, city }));
    await learnWords(db, rows);
    await db.transaction().execute((tx) => importRows(tx, rows, now, false));
  }
  const ids = await db.selectFrom('customers').select(['id', 'ref']).orderBy('id').execute();
  const byRef = new Map(people.map((person) => [person.ref, person]));
  return ids.map(({ id, ref }) => {
    const person = byRef.get(ref);
    if (!person) throw new Error('a customer was imported whom nobody made');
    return { ...person, id };
  });
}
