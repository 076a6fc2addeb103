import pg from 'pg';
import { expect, test } from 'vitest';
import { isConnectionLost } from './lost-connection.ts';

test('a connection that was lost before the statement came to it is told as one that was lost', async () => {
  const client = new pg.Client({ host: '127.0.0.1', port: 1, connectionTimeoutMillis: 1_000 });
  const first = await client.connect().catch((error: unknown) => error);
  expect(isConnectionLost(first)).toBe(true);
  await client.end().catch(() => undefined);
  // As a transaction says it when it is rolled back on a connection that is gone.
  const later = await client.query('rollback').catch((error: unknown) => error);
  expect(later).toMatchObject({ message: expect.stringContaining('not queryable') });
  expect(isConnectionLost(later)).toBe(true);
});

test('what the database says of a statement is no lost connection', () => {
  expect(isConnectionLost(Object.assign(new Error('duplicate key'), { code: '23505' }))).toBe(false);
  expect(isConnectionLost(undefined)).toBe(false);
});
