import { Client } from 'pg';
import { errorCode } from '../data-folder/write-file.ts';

/** How to reach a database. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** Runs `work` on a connection of its own. @throws what the connection or the work throws. */
export async function withClient<Result>(
  connection: Connection,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({
    ...connection,
    connectionTimeoutMillis: 5_000,
    application_name: 'spoor-start',
  });
  // The server may end while the client is open; the query under way then fails, and that is enough.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Whether Postgres has refused the name or the password (class 28). */
export function isPasswordRefused(error: unknown): boolean {
  return errorCode(error)?.startsWith('28') ?? false;
}

/** Whether Postgres is there but takes nobody yet (starting, recovering), or any more. */
export function isNotAccepting(error: unknown): boolean {
  return errorCode(error) === '57P03';
}
