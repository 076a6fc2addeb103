import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiClient } from '../support/api-client.ts';
import { addPerson, freshCookie } from '../support/people.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});

afterAll(() => app.stop());

const isAdministrator = "select from users where 'admin' = any(roles) and deactivated_at is null";

test.each([
  ['deactivate', { active: false }, 'a'],
  ['take the role from', { roles: [] }, 'b'],
])(
  'when two administrators %s each other at the same moment, one stays (20 times)',
  async (_, change, name) => {
    const admin = await app.signedIn('admin');
    const pair = [
      await addPerson(admin, { email: `left-${name}@example.org`, roles: ['admin'] }),
      await addPerson(admin, { email: `right-${name}@example.org`, roles: ['admin'] }),
    ];
    const outcomes: string[] = [];
    for (let n = 0; n < 20; n += 1) {
      await app.database.query("update users set roles = '{}'");
      await app.database.query(
        "update users set roles = '{admin}', deactivated_at = null where id = any($1)",
        [pair.map(({ id }) => id)],
      );
      const calls = pair.map(async ({ email }, self) => {
        const client = new ApiClient(app.url);
        client.cookie = await freshCookie(app, email);
        return () => client.patch(`/users/${pair[1 - self]!.id}`, change);
      });
      const answers = await Promise.all((await Promise.all(calls)).map((call) => call()));
      expect(await app.database.query(isAdministrator)).toHaveLength(1);
      outcomes.push(
        answers
          .map(({ status }) => status)
          .toSorted()
          .join(),
      );
    }
    // The other is refused for being last, or because he is signed out or no administrator any more.
    for (const outcome of outcomes) expect(['200,401', '200,403', '200,409']).toContain(outcome);
    await app.database.query(
      "update users set roles = '{admin}', deactivated_at = null where email = 'admin@example.org'",
    );
  },
);
