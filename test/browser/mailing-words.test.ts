import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { bodyOf } from '../support/scans.ts';
import { openContext, settle, takeSession } from './support/browser.ts';
import { long, openMailroom } from './support/mailroom.ts';

const house = await openMailroom(3);
const { app, browser, mailroom, register, table } = house;

afterAll(() => house.close());

test.each([
  { language: 'en', figure: /no answer yet/, out: /still out|on its way/i },
  { language: 'nl', figure: /nog geen antwoord/, out: /onderweg/i },
] as const)(
  'a paper that lies in our box without an answer is not said to be out ($language)',
  long,
  async (way) => {
    const code = house.paper();
    const at = app.clock.now().toISOString();
    const scans = [{ id: randomUUID(), code, place: table.box, at }];
    bodyOf(await mailroom.post('/scans', { station: 'Post desk 1', sentAt: at, scans }));

    const context = await openContext(browser, { language: way.language });
    await takeSession(context, register, app.url);
    const page = await context.newPage();
    await page.goto(`${app.url}/mailings/${table.mailing}`);
    await settle(page);
    const figures = page.getByRole('region', { name: /^(Figures|Cijfers)$/ });
    expect(await figures.innerText()).toMatch(way.figure);
    expect(await figures.innerText()).not.toMatch(way.out);

    // The papers behind the number: where this one lies stands beside it.
    await page.goto(`${app.url}/mailings/${table.mailing}/papers?only=open`);
    const line = page.getByRole('row').filter({ hasText: 'Box 214' }).first();
    await line.waitFor();
    expect(await line.innerText()).not.toMatch(way.out);
    await context.close();
  },
);
