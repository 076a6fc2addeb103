import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiClient } from '../support/api-client.ts';
import { addPerson } from '../support/people.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let admin: ApiClient;

beforeAll(async () => {
  app = await startTestApp();
  admin = await app.signedIn('admin');
});

afterAll(() => app.stop());

interface Page {
  items: { name: string; email: string }[];
  nextCursor: string | null;
}

async function readAll(
  path: string,
  between: (page: number) => Promise<unknown> = async () => {},
): Promise<string[]> {
  const names: string[] = [];
  let cursor = '';
  for (let page = 0; page < 100; page += 1) {
    const { body } = await admin.get<Page>(`${path}${cursor}`);
    names.push(...body.items.map(({ name }) => name));
    if (body.nextCursor === null) return names;
    cursor = `&cursor=${body.nextCursor}`;
    await between(page);
  }
  throw new Error('the list does not end');
}

test('pages hold everybody once, by name, while people are added and named anew between them', async () => {
  const there = ['Anna', 'anna', 'Bert', 'bert', 'Bert', 'Çağla', 'Daan', 'Eva', 'Evá', 'Zoë'];
  for (const [n, name] of there.entries()) await addPerson(admin, { email: `page${n}@example.org`, name });
  const names = await readAll('/users?limit=2&query=page', (page) =>
    addPerson(admin, { email: `late-page${page}@example.org`, name: page % 2 ? 'Aaron' : `Zz ${page}` }),
  );
  expect(names.filter((name) => there.includes(name)).toSorted()).toEqual(there.toSorted());
  expect(names.filter((name) => name === 'Aaron')).toEqual([]);
  expect(new Set(names.map((name) => name.toLowerCase()).slice(0, 2))).toEqual(new Set(['anna']));
});

test('names that languages make lower in ways of their own neither repeat nor get lost', async () => {
  const there = [
    'ΓΙΏΡΓΟΣ',
    'ΓΙΏΡΓΟΣ',
    'İlknur',
    'Ilknur',
    'ılknur',
    'STRAẞE',
    'Straße',
    'ǅuro',
    'ŉ',
    'ΣΊΣΥΦΟΣ',
  ];
  for (const [n, name] of there.entries()) await addPerson(admin, { email: `tongue${n}@example.org`, name });
  expect((await readAll('/users?limit=1&query=tongue')).toSorted()).toEqual(there.toSorted());
});

test('a search finds parts of names and addresses, without regard to case, and takes no sign for more than it is', async () => {
  await addPerson(admin, { email: 'search@example.org', name: '100% Under_score \\ O’Neill' });
  for (const query of ['UNDER_', '100%', '\\', 'SEARCH@', 'o’neill', ' under_score ']) {
    const { body } = await admin.get<Page>(`/users?query=${encodeURIComponent(query)}`);
    expect([query, body.items.map(({ email }) => email)]).toEqual([query, ['search@example.org']]);
  }
  for (const query of ['Under.score', '%%', '_%_%']) {
    const { body } = await admin.get<Page>(`/users?query=${encodeURIComponent(query)}`);
    expect([query, body.items]).toEqual([query, []]);
  }
});

test('keys are listed page by page too, the newest first', async () => {
  for (let n = 0; n < 5; n += 1) await admin.post('/api-keys', { name: `key ${n}`, scopes: [] });
  expect(await readAll('/api-keys?limit=2')).toEqual(['key 4', 'key 3', 'key 2', 'key 1', 'key 0']);
});
