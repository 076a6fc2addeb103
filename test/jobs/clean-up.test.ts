import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanUpAccounts } from '../../server/accounts/clean-up.ts';
import type { ApiClient } from '../support/api-client.ts';
import { addPerson } from '../support/people.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { waitForState } from './support.ts';

let app: TestApp;
let admin: ApiClient;

beforeAll(async () => {
  app = await startTestApp({ kinds: [cleanUpAccounts] });
  admin = await app.signedIn('admin');
});

afterAll(() => app.stop());

const ago = (ms: number) => new Date(app.clock.now().getTime() - ms);
const hours = 3_600_000;

test('what is over is cleaned up, and what is not stays', async () => {
  const { id } = await addPerson(admin, { email: 'pairs@example.org' });
  const { query } = app.database;
  const session = (name: string, seen: Date, expires: Date) =>
    query(
      `insert into sessions (token_hash, user_id, method, started_at, last_seen_at, expires_at, ip, user_agent)
       values (sha256(convert_to($1::text, 'UTF8')), $2, 'password', $3, $3, $4, '127.0.0.1', $1::text)`,
      [name, id, seen, expires],
    );
  await session('stays: seen a moment less than four hours ago', ago(4 * hours - 1_000), ago(-hours));
  await session('goes: seen four hours ago', ago(4 * hours), ago(-hours));
  await session('stays: ends in a second', ago(0), ago(-1_000));
  await session('goes: ends now', ago(0), ago(0));

  const link = (name: string, expires: Date, used: Date | null) =>
    query(
      `insert into one_time_links (token_hash, purpose, user_id, created_at, expires_at, used_at)
       values (sha256(convert_to($1::text, 'UTF8')), 'password', $2, $3, $4, $5)`,
      [name, id, ago(48 * hours), expires, used],
    );
  await link('stays: ends in a second', ago(-1_000), null);
  await link('goes: ends now', ago(0), null);
  await link('goes: used', ago(-hours), ago(hours));

  const failures = (name: string, last: Date) =>
    query(
      `insert into sign_in_throttles (key_hash, failures, first_failure_at, last_failure_at)
       values (sha256(convert_to($1::text, 'UTF8')), 7, $2, $2)`,
      [name, last],
    );
  await failures('stays: less than a day ago', ago(24 * hours - 1_000));
  await failures('goes: more than a day ago', ago(24 * hours + 1_000));

  const job = await app.context.jobs.enqueue(app.context.db, { kind: cleanUpAccounts, input: {} });
  const ended = await waitForState(admin, job, 'done');
  expect(ended).toMatchObject({ done: 3, total: 3, result: { sessions: 2, links: 2, throttles: 1 } });

  const kept = async (table: string, column: string, names: string[]) => {
    const found = names.map((name) =>
      query(`select from ${table} where ${column} = sha256(convert_to($1::text, 'UTF8'))`, [name]).then(
        (rows) => rows.length,
      ),
    );
    return Promise.all(found);
  };
  expect(
    await query("select user_agent from sessions where user_agent ~ '^(stays|goes)' order by 1"),
  ).toEqual([
    { user_agent: 'stays: ends in a second' },
    { user_agent: 'stays: seen a moment less than four hours ago' },
  ]);
  expect(
    await kept('one_time_links', 'token_hash', ['stays: ends in a second', 'goes: ends now', 'goes: used']),
  ).toEqual([1, 0, 0]);
  expect(
    await kept('sign_in_throttles', 'key_hash', ['stays: less than a day ago', 'goes: more than a day ago']),
  ).toEqual([1, 0]);
  expect((await admin.get('/session')).status).toBe(200);
});
