import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCode } from '../../shared/codes/code.ts';
import type { EventView } from '../../shared/contracts/documents.ts';
import type { ApiClient } from '../support/api-client.ts';
import { signedInForRegister } from '../support/register.ts';
import { type TestApp, testPassword } from '../support/test-app.ts';
import { breachesOf } from './support/axe.ts';
import { complaintsOf, openBrowser, openContext, settle, takeSession } from './support/browser.ts';
import { frenchSigns, scanByHand } from './support/hand-scanner.ts';
import { startServedApp } from './support/served.ts';
import { lastScans, layTable, nameStation, outcome, type Station } from './support/station.ts';

/** Many scans, many looks: on a busy machine that takes a while. */
const long = { timeout: 240_000 };

let app: TestApp;
let browser: Browser;
let register: ApiClient;
let mailroom: ApiClient;
let table: Station;
let next = 0;

beforeAll(async () => {
  [app, browser] = await Promise.all([startServedApp(), openBrowser()]);
  register = await signedInForRegister(app);
  mailroom = await app.signedIn('mailroom');
  table = await layTable(register, 90);
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** A paper that no other test has in its hands. */
function paper(): string {
  next += 1;
  return table.papers[next - 1] ?? '';
}

const command = (name: string) => table.commands[name] ?? '';

async function openStation(client?: ApiClient, look: Parameters<typeof openContext>[1] = {}): Promise<Page> {
  const context = await openContext(browser, look);
  await takeSession(context, client ?? mailroom, app.url);
  const page = await context.newPage();
  await nameStation(page);
  await page.goto(`${app.url}/scan`);
  await settle(page);
  await outcome(page).waitFor();
  return page;
}

const shows = (page: Page, ...texts: string[]) =>
  Promise.all(texts.map((text) => outcome(page).getByText(text, { exact: true }).first().waitFor()));

/** The search over a page; a form may have other fields that list things. */
const palette = (page: Page) => page.getByRole('dialog').getByRole('combobox');

const until = <T>(read: () => T) => expect.poll(read, { timeout: 30_000 });

async function statusOf(code: string): Promise<Record<string, number>> {
  const { body } = await register.get<{ status: Record<string, number> }>(`/documents/${code}`);
  return body.status;
}

async function momentsOf(code: string): Promise<string[]> {
  const { body } = await register.get<{ items: EventView[] }>(`/documents/${code}/events`);
  return body.items.flatMap(({ kind, moment }) => (kind === 'moment' ? [moment ?? ''] : []));
}

describe('a paper at the station', () => {
  test('the moment by its command, the box by its label, and the paper is booked into it; again: already', async () => {
    const page = await openStation();
    const complaints = complaintsOf(page);
    await scanByHand(page, command('answered-yes'));
    await shows(page, 'Now the first paper', 'Answer: yes');
    await scanByHand(page, table.box);
    await shows(page, 'Box 214');
    const code = paper();
    await scanByHand(page, code);
    await shows(page, 'Booked', 'Answer: yes', 'Put it in', 'Box 214');
    expect(await statusOf(code)).toMatchObject({ answer: 1 });

    await scanByHand(page, code);
    await shows(page, 'Already booked', 'Leave it in', 'Box 214');
    await outcome(page)
      .getByText(/by you/)
      .waitFor();
    expect(await momentsOf(code)).toEqual(['mailed', 'answered-yes']);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a second, different answer is set aside for a person, and counted', async () => {
    const page = await openStation();
    const code = paper();
    await scanByHand(page, command('answered-no'));
    await scanByHand(page, code);
    await shows(page, 'Booked');
    await scanByHand(page, command('answered-yes'));
    await scanByHand(page, code);
    await shows(page, 'Set aside', 'Questions');
    expect(await statusOf(code)).toMatchObject({ answer: 2 });
    await page.getByRole('link', { name: 'set aside' }).first().click();
    await page.getByRole('heading', { name: 'Set aside', level: 1 }).waitFor();
    await page.getByText('Two answers').first().waitFor();
    await page.context().close();
  });

  test('a code that nobody issued is unknown', async () => {
    const page = await openStation();
    await scanByHand(page, command('answered-yes'));
    await scanByHand(page, makeCode(1_000_000_007));
    await shows(page, 'Unknown', 'No paper here has this code', 'Not ours');
    await page.context().close();
  });

  test('a moment that the paper does not have is refused, and what to do is said', async () => {
    const page = await openStation();
    await scanByHand(page, command('signed'));
    await scanByHand(page, paper());
    await shows(page, 'Refused', 'It has no such moment', 'Other moment');
    await page.context().close();
  });

  test('a full box takes nothing, but the answer is safe: both halves are told', async () => {
    const page = await openStation();
    const code = paper();
    await scanByHand(page, command('answered-yes'));
    await scanByHand(page, table.fullBox);
    await shows(page, 'Box 215');
    await scanByHand(page, code);
    await shows(page, 'Booked', 'Answer: yes. That is safe.', 'Place refused', 'Box 215 is full', 'Next box');
    expect(await statusOf(code)).toMatchObject({ answer: 1 });
    await page.context().close();
  });

  test('with neither moment nor box it is only looked up', async () => {
    const page = await openStation();
    const code = paper();
    await scanByHand(page, code);
    await shows(page, 'Seen');
    expect(await momentsOf(code)).toEqual(['mailed']);
    await page.context().close();
  });

  test('UNDO takes back the last scan, F8 the one before it', async () => {
    const page = await openStation();
    const [one, two] = [paper(), paper()];
    await scanByHand(page, command('answered-yes'));
    for (const code of [one, two]) {
      await scanByHand(page, code);
      await shows(page, 'Booked');
      await until(() => lastScans(page).first().textContent()).toContain('Answer: yes');
    }
    await scanByHand(page, command('UNDO'));
    await shows(page, 'Taken back');
    await until(() => statusOf(two)).toMatchObject({ answer: 0 });
    await page.keyboard.press('F8');
    await until(() => statusOf(one)).toMatchObject({ answer: 0 });
    await page.context().close();
  });

  test('all since the moment was set is taken back at once', async () => {
    const page = await openStation();
    const pile = [paper(), paper(), paper()];
    await scanByHand(page, command('answered-no'));
    for (const code of pile) await scanByHand(page, code);
    await page.getByRole('button', { name: 'Take back 3 scans since' }).click();
    await page.getByRole('button', { name: 'Take them back' }).click();
    for (const code of pile) await until(() => statusOf(code)).toMatchObject({ answer: 0 });
    await page.context().close();
  });

  test('CLEAR takes moment and box away, DONE adds the pile up', async () => {
    const page = await openStation();
    await scanByHand(page, command('answered-yes'));
    await scanByHand(page, table.box);
    await scanByHand(page, paper());
    await shows(page, 'Booked');
    await scanByHand(page, command('CLEAR'));
    await shows(page, 'Cleared');
    await page.getByText('No box', { exact: true }).waitFor();
    await scanByHand(page, command('DONE'));
    await shows(page, 'Done', '1 paper');
    await page.context().close();
  });

  test('where each paper is asked about, it is booked with the answer that is given', async () => {
    const page = await openStation();
    await page.getByText('Ask each').click();
    const code = paper();
    await scanByHand(page, code);
    await shows(page, 'What is it?');
    expect(await momentsOf(code)).toEqual(['mailed']);
    await outcome(page).getByRole('button', { name: 'Answer: no' }).click();
    await shows(page, 'Booked', 'Answer: no');
    await page.context().close();
  });
});

describe('the hand scanner', () => {
  test('ten scans a second are all booked, in their order, whatever has the focus', long, async () => {
    const page = await openStation();
    await scanByHand(page, command('answered-yes'));
    await page.getByLabel('Or type the twelve digits').focus();
    const pile = Array.from({ length: 30 }, () => paper());
    for (const [index, code] of pile.entries()) {
      await scanByHand(page, code, { end: (['Enter', 'Tab', undefined] as const)[index % 3] });
      await page.waitForTimeout(100);
    }
    await page.getByText('30', { exact: true }).first().waitFor();
    for (const code of pile) expect(await statusOf(code), code).toMatchObject({ answer: 1 });
    expect(await page.getByLabel('Or type the twelve digits').inputValue()).toBe('');
    const codes = await lastScans(page).evaluateAll((rows) =>
      rows.map((row) => /\d{12}/.exec((row.textContent ?? '').replaceAll(/\s/g, ''))?.[0]),
    );
    expect(codes).toEqual(pile.toReversed());
    await page.context().close();
  });

  test('set to a French keyboard it is understood as well', async () => {
    const page = await openStation();
    await scanByHand(page, command('answered-yes'), { signs: frenchSigns });
    await shows(page, 'Answer: yes');
    await page.context().close();
  });

  test('on other pages it opens the paper; in a form it leaves nothing behind and sends nothing', async () => {
    const page = await openStation(register);
    const code = paper();
    await page.goto(`${app.url}/places`);
    await settle(page);
    await scanByHand(page, code);
    await page.waitForURL(`**/documents/${code}`);

    await page.goto(`${app.url}/customers/new`);
    await settle(page);
    const name = page.getByLabel('Name', { exact: true });
    await name.fill('Nieuwe Klant');
    await scanByHand(page, code);
    await palette(page).waitFor();
    expect(await palette(page).inputValue()).toBe(code);
    await page.keyboard.press('Escape');
    expect(await name.inputValue()).toBe('Nieuwe Klant');
    expect(new URL(page.url()).pathname).toBe('/customers/new');
    expect(await page.getByRole('alert').count(), 'the form was not sent').toBe(0);
    await page.context().close();
  });
});

test('digits that are typed are checked while one types, and Enter books them', async () => {
  const page = await openStation();
  const code = paper();
  const field = page.getByLabel('Or type the twelve digits');
  await field.pressSequentially(`${code[1]}${code[0]}${code.slice(2)}`, { delay: 70 });
  await page.getByText('The check digits do not fit.').waitFor();
  await field.fill('');
  await field.pressSequentially(code, { delay: 70 });
  expect(await field.inputValue()).toBe(`${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)}`);
  await field.press('Enter');
  await shows(page, 'Seen');
  await page.context().close();
});

test('when the session ends amid a pile the paper is kept, and booked after signing in on the spot', async () => {
  const own = await app.signedIn('mailroom');
  const page = await openStation(own);
  const code = paper();
  await scanByHand(page, command('answered-yes'));
  await own.delete('/session');
  await scanByHand(page, code);
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await dialog.waitFor();
  await shows(page, 'Stop', 'This paper is not booked yet');
  expect(await statusOf(code)).toMatchObject({ answer: 0 });
  await dialog.getByLabel('Password of Test mailroom').fill(testPassword);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await shows(page, 'Booked', 'Answer: yes');
  expect(await momentsOf(code)).toEqual(['mailed', 'answered-yes']);
  await page.context().close();
});

test('after signing in again in another tab it goes on by itself', async () => {
  const own = await app.signedIn('mailroom');
  const page = await openStation(own);
  await scanByHand(page, command('answered-yes'));
  await own.delete('/session');
  await scanByHand(page, paper());
  await shows(page, 'Stop');
  await takeSession(page.context(), await app.signedIn('mailroom'), app.url);
  await shows(page, 'Booked');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.context().close();
});

test('a reply that got lost on its way does not book twice, and a page loaded anew keeps what waits', async () => {
  const page = await openStation();
  const code = paper();
  await scanByHand(page, command('answered-yes'));
  await page.route('**/api/v1/scans', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await scanByHand(page, code);
  await shows(page, 'Stop', 'This paper is not booked yet');
  await scanByHand(page, paper());
  expect(await lastScans(page).count(), 'nothing more is taken').toBe(1);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.unroute('**/api/v1/scans');
  await page.reload();
  await until(() => lastScans(page).first().textContent()).toContain('Answer: yes');
  expect(await momentsOf(code)).toEqual(['mailed', 'answered-yes']);
  await page.context().close();
});

test('while scanning only codes leave the page', async () => {
  const page = await openStation();
  await settle(page);
  const sent: { url: string; type: string; body: string }[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET')
      sent.push({
        url: new URL(request.url()).pathname,
        type: request.headers()['content-type'] ?? '',
        body: request.postData() ?? '',
      });
  });
  const codes = [paper(), paper(), paper()];
  await scanByHand(page, command('answered-yes'));
  await scanByHand(page, table.box);
  for (const code of codes) {
    await scanByHand(page, code);
    await shows(page, 'Booked');
  }
  await page.waitForLoadState('networkidle');
  expect(new Set(sent.map(({ url, type }) => `${url} ${type}`))).toEqual(
    new Set(['/api/v1/scans application/json']),
  );
  for (const { body } of sent) {
    const { scans, ...envelope } = JSON.parse(body) as { scans: Record<string, unknown>[] };
    expect(Object.keys(envelope).sort()).toEqual(['sentAt', 'station']);
    for (const one of scans) expect(Object.keys(one).sort()).toEqual(['at', 'code', 'id', 'moment', 'place']);
  }
  await page.context().close();
});

describe('the station can be used by everybody', () => {
  const looks = [
    { size: 'desk', language: 'en' },
    { size: 'phone', language: 'nl' },
    { size: 'narrow', language: 'en' },
  ] as const;
  test.each(looks)('$size, in both themes, with an outcome on it', long, async (look) => {
    const page = await openStation(undefined, look);
    const complaints = complaintsOf(page);
    const breaches: string[] = [];
    const check = async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        breaches.push(...(await breachesOf(page, colorScheme === 'dark' ? ['color-contrast'] : undefined)));
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) breaches.push(`${wide} px too wide`);
    };
    await check();
    await scanByHand(page, command('answered-yes'));
    await scanByHand(page, table.box);
    const code = paper();
    for (const one of [code, code, makeCode(1_000_000_007)]) {
      await scanByHand(page, one);
      await page.waitForLoadState('networkidle');
      await check();
    }
    await scanByHand(page, command('answered-no'));
    await scanByHand(page, code);
    await page.waitForLoadState('networkidle');
    await check();
    expect([...breaches, ...complaints]).toEqual([]);
    await page.context().close();
  });
});
