import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataFolder } from '../data-folder/data-folder.ts';

/** The port that names the socket; no TCP port is opened by it. */
export const SOCKET_PORT = 5432;
/** A socket's path may have 107 bytes on Linux and 103 on macOS; Postgres refuses more. */
const LONGEST_SOCKET_PATH = 100;

/** Where the parts of one embedded Postgres lie. */
export interface PostgresLayout {
  /** The database cluster itself. */
  readonly cluster: string;
  /** How folders begin in which a cluster is being made; whatever is in one, it is never complete. */
  readonly halfMadePrefix: string;
  readonly logs: string;
  /** The folder of the Unix socket, open to its owner alone; undefined on Windows, where it is TCP on loopback. */
  readonly socketFolder: string | undefined;
}

/** The socket lies in the data folder, or, where that path is too long for one, in a private temporary folder. */
export function getPostgresLayout(folder: DataFolder): PostgresLayout {
  const inside = join(folder.path, 'run');
  const fits = Buffer.byteLength(join(inside, `.s.PGSQL.${SOCKET_PORT}`)) <= LONGEST_SOCKET_PATH;
  const hash = createHash('sha256').update(folder.path).digest('hex').slice(0, 16);
  const unixFolder = fits ? inside : join(tmpdir(), `spoor-${hash}`);
  return {
    cluster: join(folder.path, 'postgres'),
    halfMadePrefix: join(folder.path, 'postgres.half-made-'),
    logs: join(folder.path, 'logs'),
    socketFolder: process.platform === 'win32' ? undefined : unixFolder,
  };
}
