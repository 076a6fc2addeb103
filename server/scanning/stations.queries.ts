import type { Database } from '../platform/db/database.ts';

export async function findStation(db: Database, name: string): Promise<number | undefined> {
  return (await db.selectFrom('stations').select('id').where('name', '=', name).executeTakeFirst())?.id;
}

/** Also where somebody else has made it at this moment. */
export async function insertStation(db: Database, name: string): Promise<number> {
  const made = await db
    .insertInto('stations')
    .values({ name })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst();
  const id = made?.id ?? (await findStation(db, name));
  if (id === undefined) throw new Error('a station was taken away, which nothing does');
  return id;
}
