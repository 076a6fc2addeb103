import { chown } from 'node:fs/promises';
import { join } from 'node:path';
import { createFileAtomically, writeFileAtomically } from '../data-folder/write-file.ts';
import type { PostgresLayout } from './layout.ts';
import type { RunAs } from './run-as.ts';

/** For a small machine. Whoever has a larger one changes them in postgres/local.conf, which is read last. */
const TUNING = `
shared_buffers = 256MB
effective_cache_size = 1GB
work_mem = 8MB
maintenance_work_mem = 128MB
max_connections = 100
random_page_cost = 1.1
jit = off
wal_compression = on
min_wal_size = 128MB
max_wal_size = 2GB
checkpoint_timeout = 15min
checkpoint_completion_target = 0.9
`;

/**
 * No personal data in the log: no statements, no parameters, and no DETAIL (the values of a row). Messages of
 * clients' errors quote values as well ("invalid input syntax …"), so they go to the client alone: 'log' ranks
 * above 'error' here and leaves LOG, FATAL and PANIC.
 */
const LOGGING = `
log_filename = 'postgres-%a.log'
log_rotation_age = 1d
log_rotation_size = 0
log_truncate_on_rotation = on
log_file_mode = 0600
log_line_prefix = '%m [%p] '
log_timezone = 'UTC'
log_min_messages = log
log_min_error_statement = panic
log_statement = none
log_min_duration_statement = -1
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
log_error_verbosity = terse
`;

/** Writes the configuration file of this product; the administrator's own local.conf beside it stays. */
export async function writeSettings(layout: PostgresLayout, runAs: RunAs): Promise<void> {
  const path = join(layout.cluster, 'spoor.conf');
  const text = [
    '# Written by Spoor at every start. Your own settings belong in local.conf, in this folder.',
    "include_if_exists 'postgresql.conf'",
    TUNING,
    LOGGING,
    "include_if_exists 'local.conf'",
    '',
  ].join('\n');
  await writeFileAtomically(path, text, 0o600);
  const own = join(layout.cluster, 'local.conf');
  await createFileAtomically(own, '# Your own settings of Postgres; Spoor leaves this file alone.\n', 0o600);
  if (runAs.kind !== 'other') return;
  for (const file of [path, own]) await chown(file, runAs.uid, runAs.gid);
}

/** What the server is started with. Given on the command line, so that no file can turn off what keeps data safe and private. */
export function listServerArguments(layout: PostgresLayout, port: number): string[] {
  const settings: Record<string, string> = {
    config_file: join(layout.cluster, 'spoor.conf'),
    port: String(port),
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    logging_collector: 'on',
    log_destination: 'stderr',
    log_directory: layout.logs,
    ...listenTo(layout),
  };
  return [
    '-D',
    layout.cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

function listenTo({ socketFolder }: PostgresLayout): Record<string, string> {
  if (socketFolder === undefined) return { listen_addresses: '127.0.0.1' };
  // Quoted: a comma would separate two folders.
  const quoted = `"${socketFolder.replaceAll('"', '""')}"`;
  return { listen_addresses: '', unix_socket_directories: quoted, unix_socket_permissions: '0700' };
}
