import { join } from 'node:path';
import { findMigrationChanges } from '../../schema/frozen-migrations.ts';
import type { Breach } from '../breach.ts';

/** What a database has run once is never run again, so a change to it would reach new installations only. */
export async function frozenMigrations(root: string): Promise<Breach[]> {
  const changes = await findMigrationChanges(join(root, 'migrations'));
  return changes.map((message) => ({ file: 'migrations', rule: 'frozen-migrations', message }));
}
