/**
 * What the application role may do with each table: least privilege, in one readable place. The role owns
 * nothing; what is not listed it cannot touch. A table without a line here stops the start.
 */
type Privilege = 'select' | 'insert' | 'update' | 'delete';

export const tablePrivileges: Record<string, readonly Privilege[]> = {
  users: ['select', 'insert', 'update'],
  sessions: ['select', 'insert', 'update', 'delete'],
  one_time_links: ['select', 'insert', 'update', 'delete'],
  sign_in_throttles: ['select', 'insert', 'update', 'delete'],
  api_keys: ['select', 'insert', 'update'],
  // Append-only: whoever gets hold of the application cannot wipe out what was looked at.
  access_log: ['select', 'insert'],
  organisation: ['select', 'update'],
  jobs: ['select', 'insert', 'update'],
  // Read at start and by the health check: are all migrations in?
  kysely_migration: ['select'],
  kysely_migration_lock: [],
};
