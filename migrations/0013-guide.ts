import { type Kysely, sql } from 'kysely';

/** What each person has done of the first steps that nothing else tells: tried the practice label, put the guide away. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table guide_progress (
      user_id uuid primary key references users on delete cascade,
      practised_at timestamptz,
      closed_at timestamptz
    )`.execute(db);
}
