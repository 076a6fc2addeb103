import { afterAll, describe, expect, test } from 'vitest';
import { testPassword } from '../support/test-app.ts';
import { settle, takeSession } from './support/browser.ts';
import { frenchSigns, scanByHand } from './support/hand-scanner.ts';
import { long, openMailroom, palette, shows, until } from './support/mailroom.ts';
import { lastScans, outcome } from './support/station.ts';

const mailroomHouse = await openMailroom(60);
const { app, register, table, paper, command, openStation, statusOf, momentsOf } = mailroomHouse;

afterAll(() => mailroomHouse.close());

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

test('when the session ends amid a pile the paper is kept, and booked after signing in on the spot', async () => {
  const own = await app.signedIn('mailroom');
  const page = await openStation(own);
  const code = paper();
  await scanByHand(page, command('answered-yes'));
  await own.delete('/session');
  await scanByHand(page, code);
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await dialog.getByText('Hold on to the paper: it is not booked yet').waitFor();
  expect(await outcome(page).isVisible(), 'the station is covered').toBe(false);
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
  await page.getByRole('dialog', { name: 'Your session has ended' }).waitFor();
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
