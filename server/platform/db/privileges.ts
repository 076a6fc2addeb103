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
  guide_progress: ['select', 'insert', 'update'],
  jobs: ['select', 'insert', 'update'],
  code_sequences: ['select', 'update'],
  issuing_guard: ['select', 'update'],
  document_types: ['select', 'insert'],
  // A process that papers follow never changes: a change is a new version.
  processes: ['select', 'insert'],
  commands: ['select', 'insert'],
  customers: ['select', 'insert', 'update'],
  customer_words: ['select', 'insert', 'delete'],
  customer_imports: ['select', 'insert', 'update', 'delete'],
  // What waits to be imported; nothing of it stays once it is done.
  customer_import_batches: ['select', 'insert', 'delete'],
  // One that was taken away keeps its row: papers that lay there still say where that was.
  places: ['select', 'insert', 'update'],
  mailings: ['select', 'insert', 'update'],
  mailing_targets: ['select', 'insert', 'delete'],
  mailing_figures: ['select', 'insert', 'update', 'delete'],
  fold_marks: ['select', 'insert', 'update'],
  documents: ['select', 'insert', 'update'],
  stations: ['select', 'insert'],
  // Remembered for 180 days.
  scans: ['select', 'insert', 'delete'],
  sightings: ['select', 'insert', 'update'],
  scan_refusals: ['select', 'insert', 'delete'],
  scan_exceptions: ['select', 'insert', 'update'],
  // What happened stays: nothing that the application does can change or remove an event.
  events: ['select', 'insert'],
  // Read at start and by the health check: are all migrations in?
  kysely_migration: ['select'],
  kysely_migration_lock: [],
};

/** Functions that the application may call; they run with the owner's rights and do one thing. */
export const callableFunctions: readonly string[] = [
  'make_event_partitions(date, integer)',
  'has_stray_events()',
];
