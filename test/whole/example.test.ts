import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { colleagues, examplePassword } from '../../server/example/colleagues.ts';
import type { DocumentView } from '../../shared/contracts/documents.ts';
import type { MailingDetailView } from '../../shared/contracts/mailings.ts';
import type { OrganisationView } from '../../shared/contracts/organisation.ts';
import type { PlaceView } from '../../shared/contracts/places.ts';
import type { ScanException } from '../../shared/contracts/scanning.ts';
import { ApiClient } from '../support/api-client.ts';
import { bodyOf, signInAt } from '../support/example-office.ts';
import { startExample } from '../support/started-product.ts';
import { makePlace, type Product, startProduct } from './product-process.ts';
import { administrator } from './used-folder.ts';

const long = { timeout: 300_000 };

/** One office that was made at one go, and what was in it when it was new. */
const place = mkdtempSync(path.join(tmpdir(), 'spoor-example-'));
const folder = path.join(place, 'data');
let made: Awaited<ReturnType<typeof describeOffice>>;

beforeAll(async () => {
  const { url, stop } = await startExample(folder);
  made = await describeOffice(url);
  await stop();
}, 300_000);

afterAll(() => rmSync(place, { recursive: true, force: true }));

/** All that matters of an office but its codes, ids and times. */
async function describeOffice(url: string) {
  const [ruben, omer] = [await signInAt(url, 'ruben'), await signInAt(url, 'omer')];
  const itemsOf = async <T>(client: ApiClient, at: string) =>
    (await bodyOf(client.get<{ items: T[] }>(`${at}?limit=200`))).items;
  const mailings = await itemsOf<MailingDetailView>(ruben, '/mailings');
  const customers = await itemsOf<{ ref: string; name: string; doNotMail: string | null }>(
    ruben,
    '/customers',
  );
  const waiting = await itemsOf<ScanException>(omer, '/scans/exceptions');
  const [johanna, papers] = [await signInAt(url, 'johanna'), waiting.map(({ code }) => `/documents/${code}`)];
  const doubted = await Promise.all(papers.map((at) => bodyOf(johanna.get<DocumentView>(at))));
  const refused = await itemsOf<{ outcome: string; problem: string }>(omer, '/scans/refused');
  const sites = await itemsOf<{ code: string }>(omer, '/places');
  return {
    mailings: mailings.map(({ name, documentType, state, closedAt, figures }) => ({
      ...{ name, type: documentType.key, state, closed: closedAt !== null },
      figures,
    })),
    customers: customers.map(({ ref, name, doNotMail }) => `${ref} ${name} ${doNotMail}`).toSorted(),
    waiting: waiting.map(({ moment, present }) => `${moment?.name}, present: ${present}`),
    doubted: doubted.map(
      (paper) => `${paper.waiting.map(({ moment }) => moment?.name)}, present: ${paper.words.headline}`,
    ),
    refused: refused.map(({ outcome, problem }) => `${outcome}: ${problem}`),
    places: await Promise.all(sites.map(({ code }) => describePlace(omer, code))),
  };
}

interface DescribedPlace {
  name: string;
  papers: number;
  within: DescribedPlace[];
}

async function describePlace(client: ApiClient, code: string): Promise<DescribedPlace> {
  const { name, documents, contents } = await bodyOf(client.get<PlaceView>(`/places/${code}`));
  return {
    name,
    papers: documents,
    within: await Promise.all(contents.map((each) => describePlace(client, each.code))),
  };
}

const isExample = async (url: string) =>
  (await bodyOf(new ApiClient(url).get<OrganisationView>('/organisation'))).example;

/** Waits until it is so far on its way. */
const reach = (product: Product, percent: number) =>
  vi.waitFor(() => expect(product.said()).toContain(`${percent} %`), { timeout: 120_000, interval: 20 });

describe('what is in it', () => {
  test('two hundred customers, three types, mailings in every state', () => {
    expect(made.customers).toHaveLength(200);
    const [direct, leak] = [/^Direct debit/, /^Free leak check/].map((name) =>
      made.mailings.find((mailing) => name.test(mailing.name)),
    );
    for (const half of [direct, leak]) {
      const { mailed = 0, answered = 0 } = half?.figures ?? {};
      expect(answered / mailed).toBeGreaterThan(0.4);
      expect(answered / mailed).toBeLessThan(0.75);
    }
    expect(direct?.figures.overdue).toBeGreaterThan(0);
    expect(new Set(made.mailings.map(({ type }) => type))).toEqual(new Set(['letter', 'coupon', 'contract']));
    expect(made.mailings.some(({ state }) => state === 'cancelled')).toBe(true);
    expect(made.mailings.some(({ closed }) => closed)).toBe(true);
    expect(made.mailings.some(({ state, figures }) => state === 'issued' && figures.mailed === 0)).toBe(true);
  });

  test('undeliverables of every kind, answers that are unclear, remarks', () => {
    const seen = new Map<string, number>();
    for (const { figures } of made.mailings) {
      for (const [variable, values] of Object.entries(figures.values)) {
        for (const { value, documents } of values) {
          const key = `${variable} ${value}`;
          seen.set(key, (seen.get(key) ?? 0) + documents);
        }
      }
    }
    const wanted = [1, 2, 3, 4, 5, 9].map((value) => `undeliverable ${value}`);
    for (const key of [...wanted, 'answer 8', 'signature 2', 'signature 8', 'remark 1'])
      expect(seen.get(key), key).toBeGreaterThan(0);
  });

  test('contradictions that wait, scans that were refused or unknown, papers in boxes and folders', () => {
    expect(made.waiting.length).toBeGreaterThanOrEqual(5);
    // Who speaks to customers sees at each of these papers what waits.
    expect(made.doubted).toEqual(made.waiting);
    expect(made.refused.map((each) => each.split(':')[0])).toEqual(
      expect.arrayContaining(['refused', 'partly', 'unknown']),
    );
    const all = (places: DescribedPlace[]): DescribedPlace[] =>
      places.flatMap((each) => [each, ...all(each.within)]);
    const filled = all(made.places).filter(({ papers }) => papers > 0);
    expect(filled.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Box 211', 'Box 198', 'Tray 3', 'Contracts A–K']),
    );
  });
});

test('`spoor verify` finds nothing wrong with it', long, async () => {
  const cli = new URL('../../server/cli.ts', import.meta.url).pathname;
  const env = { ...process.env, SPOOR_DATA: folder };
  const { stdout } = await promisify(execFile)(process.execPath, [cli, 'verify'], { env });
  expect(stdout).toContain('All is as it was written');
});

test('a second start makes nothing again, and says again who can sign in', long, async () => {
  const product = startProduct(folder, {}, 'example.ts');
  const url = await product.address();
  expect(product.said()).not.toContain('Making');
  expect(await describeOffice(url)).toEqual(made);
  for (const { email, left } of Object.values<{ email: string; left?: boolean }>(colleagues))
    expect(product.said().includes(email), email).toBe(!left);
  expect(product.said()).toContain(examplePassword);
  expect(await product.stop()).toBe(0);
});

test('the ordinary start on its folder still says that it is the example', long, async () => {
  const product = startProduct(folder);
  expect(await isExample(await product.address())).toBe(true);
  await product.stop();
});

test('killed in the midst it is not there; the next start makes the same office anew', long, async () => {
  const own = path.join(makePlace(), 'data');
  const first = startProduct(own, {}, 'example.ts');
  await reach(first, 50);
  await first.kill();
  expect(existsSync(own)).toBe(false);
  const second = startProduct(own, {}, 'example.ts');
  expect(await describeOffice(await second.address())).toEqual(made);
  await second.stop();
  expect(existsSync(`${own}.half`)).toBe(false);
});

test('told to stop in the midst it ends well and leaves nothing', long, async () => {
  const own = path.join(makePlace(), 'data');
  const product = startProduct(own, {}, 'example.ts');
  await reach(product, 20);
  expect(await product.stop()).toBe(0);
  expect([existsSync(own), existsSync(`${own}.half`)]).toEqual([false, false]);
});

describe('it is never mixed with real data', () => {
  test('a folder of a real office is refused and stays as it is', long, async () => {
    const own = path.join(makePlace(), 'data');
    const real = startProduct(own, administrator);
    await real.address();
    await real.stop();
    const example = startProduct(own, {}, 'example.ts');
    expect(await example.ended).toBe(1);
    expect(example.said()).toContain('not-the-example');
    const again = startProduct(own);
    expect(await isExample(await again.address())).toBe(false);
    expect(again.setupLink()).toBeUndefined();
    await again.stop();
  });

  test('so are a folder with other files in it and a database elsewhere', long, async () => {
    const own = makePlace();
    writeFileSync(path.join(own, 'letters.txt'), 'not ours');
    const foreign = startProduct(own, {}, 'example.ts');
    expect(await foreign.ended).toBe(1);
    expect(foreign.said()).toContain('data-folder-not-ours');
    const elsewhere = startProduct(
      path.join(own, 'data'),
      { DATABASE_URL: 'postgres://owner:secret@db.invalid/spoor' },
      'example.ts',
    );
    expect(await elsewhere.ended).toBe(1);
    expect(elsewhere.said()).toContain('settings-wrong');
    expect(existsSync(path.join(own, 'data'))).toBe(false);
  });
});
