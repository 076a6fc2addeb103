import { type Kysely, sql } from 'kysely';

/**
 * The example office says of itself that it is one, so that its made-up people are never taken for real ones. Nothing
 * in the product sets it afterwards: a real office cannot become an example, nor the reverse.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table organisation add column example boolean not null default false`.execute(db);
}
