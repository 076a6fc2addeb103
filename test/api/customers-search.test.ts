import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CustomerView } from '../../shared/contracts/customers.ts';
import type { ApiClient } from '../support/api-client.ts';
import { sendFile, startCustomersApp, startWorker, waitForJob } from '../support/customers-app.ts';
import type { TestApp } from '../support/test-app.ts';

let app: TestApp;
let crm: ApiClient;

const file = `ref,name,city
K-2024/00123,Jan Jansen,Amsterdam
K-2024/00124,Janna Jansen-de Boer,Utrecht
K-2024/00125,Willem van der Berg,Amsterdam
K-2024/00126,Berg van den Elst BV,Breda
K-2025/00001,Zoë Müller,Köln
K-2025/00002,Søren Bjørnstad,Århus
K-2025/00003,Łukasz Świątek,Łódź
K-2025/00004,Αθηνά Παπαδόπουλος,Θεσσαλονίκη
K-2025/00005,Ольга Йовкова,Київ
K-2025/00006,Ĳsbrand 't Hart,'s-Hertogenbosch
K-2025/00007,Seán O'Brien,Gouda
K-2025/00008,Meijer & Zonen,Den Haag
100,Honderd,Ede
1001,Duizend,Ede
X-100,Later,Ede
`;

beforeAll(async () => {
  app = await startCustomersApp();
  await sendFile(await app.signedIn('campaign'), file);
  crm = await app.signedIn('crm');
});

afterAll(() => app.stop());

async function find(query: string): Promise<string[]> {
  const answer = await crm.get<{ items: CustomerView[] }>(`/customers?query=${encodeURIComponent(query)}`);
  expect(answer.status).toBe(200);
  return answer.body.items.map(({ name }) => name);
}

test.each([
  ['jansen', ['Jan Jansen', 'Janna Jansen-de Boer']],
  ['JAN  JANSEN', ['Jan Jansen', 'Janna Jansen-de Boer']],
  ['jansen jan', ['Jan Jansen', 'Janna Jansen-de Boer']],
  ['jansen amsterdam', ['Jan Jansen']],
  ['de boer', ['Janna Jansen-de Boer']],
  ['berg, van der', ['Willem van der Berg']],
  ['v.d. berg', ['Willem van der Berg', 'Berg van den Elst BV']],
  ['vd berg', ['Willem van der Berg', 'Berg van den Elst BV']],
  ['zoe muller', ['Zoë Müller']],
  ['Zoe\u0308 MÜLLER', ['Zoë Müller']],
  ['koln', ['Zoë Müller']],
  ['soren bjornstad arhus', ['Søren Bjørnstad']],
  ['lukasz swiatek lodz', ['Łukasz Świątek']],
  ['παπαδοπουλος', ['Αθηνά Παπαδόπουλος']],
  ['ΠΑΠΑΔΌΠΟΥΛΟΣ Αθηνα', ['Αθηνά Παπαδόπουλος']],
  ['παπα θεσσαλ', ['Αθηνά Παπαδόπουλος']],
  ['йовкова', ['Ольга Йовкова']],
  ['ОЛЬГА киів', ['Ольга Йовкова']],
  ['ijsbrand', ["Ĳsbrand 't Hart"]],
  ["'t hart", ["Ĳsbrand 't Hart"]],
  ['hertogenbosch', ["Ĳsbrand 't Hart"]],
  ['meijer en', []],
  ['meijer & zonen', ['Meijer & Zonen']],
])('%j finds %j first', async (query, names) => {
  const found = await find(query);
  if (names.length === 0) expect(found.length).toBeLessThanOrEqual(1);
  else expect(found.slice(0, names.length)).toEqual(names);
});

test.each(['K-2024/00125', 'k-2024/00125', 'K202400125', 'k 2024 00125', '2024/00125', '00125'])(
  'the reference %j, or a part of it, finds its customer',
  async (query) => {
    expect((await find(query))[0]).toBe('Willem van der Berg');
  },
);

test('the reference itself comes first, then what begins with it, then what holds it', async () => {
  expect(await find('100')).toEqual(['Honderd', 'Duizend', 'Later']);
});

describe('typing errors', () => {
  test.each([
    ['jnasen', 'Jan Jansen'],
    ['janzen', 'Jan Jansen'],
    ['janssen', 'Jan Jansen'],
    ['jan jnasen', 'Jan Jansen'],
    ['jansen amstredam', 'Jan Jansen'],
    ['mejer', 'Meijer & Zonen'],
    ['meyer', 'Meijer & Zonen'],
    ['willen vander berg', 'Willem van der Berg'],
    ['vanderberg', 'Willem van der Berg'],
    ['mullr', 'Zoë Müller'],
    ['papadopoylos', undefined],
    ['παπαδοπολος', 'Αθηνά Παπαδόπουλος'],
    ['йовкваа', 'Ольга Йовкова'],
    ['obrien', "Seán O'Brien"],
    ['hertogenbos', "Ĳsbrand 't Hart"],
    ['hertognebosch', "Ĳsbrand 't Hart"],
  ])('%j finds %j', async (query, name) => {
    expect((await find(query))[0]).toBe(name);
  });
});

test('nothing is found where nothing is like it, and signs alone find nobody', async () => {
  for (const query of ['xyzzyx', '%%%', '___', "'", '\\', '☎']) expect(await find(query)).toEqual([]);
});

test('a query of blanks is no query', async () => {
  expect((await find('   ')).length).toBe(15);
});

test('a search goes on page by page, each customer once', async () => {
  const lines = Array.from({ length: 120 }, (_, index) => `P-${index},Paula Pagina ${index},Ede`);
  await sendFile(await app.signedIn('campaign'), ['ref,name,city', ...lines].join('\n'));
  for (const query of ['pagina', 'pagnia']) {
    const refs: string[] = [];
    let cursor: string | null = '';
    for (let page = 0; cursor !== null && page < 10; page += 1) {
      const path: string = `/customers?limit=50&query=${query}${cursor && `&cursor=${cursor}`}`;
      const { body } = await crm.get<{ items: CustomerView[]; nextCursor: string | null }>(path);
      refs.push(...body.items.map(({ ref }) => ref));
      cursor = body.nextCursor;
    }
    expect(cursor).toBeNull();
    expect([refs.length, new Set(refs).size]).toEqual([120, 120]);
  }
});

test('among 20,000 customers no search reads the whole table', async () => {
  const names = ['Jan Jansen', 'Piet de Vries', 'Anna van der Meer', 'Eva Bakker', 'Lars Smit'];
  const lines = Array.from(
    { length: 20_000 },
    (_, index) => `Q-${index},${names[index % 5]} ${index},Plaats ${index % 90}`,
  );
  const campaign = await app.signedIn('campaign');
  const { body } = await sendFile<{ job: string }>(campaign, ['ref,name,city', ...lines].join('\n'));
  const worker = startWorker(app);
  await waitForJob(campaign, body.job);
  await worker.stop();
  await app.database.query('analyze customers');
  const scans = async () => {
    await app.database.query('select pg_stat_force_next_flush()');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const [row] = await app.database.query<{ scans: string }>(
      `select seq_scan::text as scans from pg_stat_user_tables where relname = 'customers'`,
    );
    return row?.scans;
  };
  const before = await scans();
  const queries = [
    'jansen',
    'jan jansen',
    'van der meer 17',
    'jan',
    'j',
    'a b',
    'Q-1',
    '199',
    'jnasen',
    'vanderme',
    'xyzzyx',
  ];
  for (const query of queries) await find(query);
  expect(await scans()).toBe(before);
}, 60_000);
