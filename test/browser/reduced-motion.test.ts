import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { settle } from './support/browser.ts';
import { scanByHand } from './support/hand-scanner.ts';
import { long, openMailroom, shows, until } from './support/mailroom.ts';
import { outcome } from './support/station.ts';

const house = await openMailroom(4);
const { command, openStation, paper } = house;

afterAll(() => house.close());

/** How long each thing that began to move took, in milliseconds; written down in the page from its first moment. */
const watch = `
  window.moved = [];
  const longest = (times) => Math.max(...times.split(',').map((time) => parseFloat(time) * (time.includes('ms') ? 1 : 1000)));
  addEventListener('animationstart', ({ target }) => moved.push(longest(getComputedStyle(target).animationDuration)), true);
  addEventListener('transitionrun', ({ target }) => moved.push(longest(getComputedStyle(target).transitionDuration)), true);
`;

const moved = (page: Page) => page.evaluate<number[]>('moved');

async function scanOne(page: Page): Promise<void> {
  await page.reload();
  await settle(page);
  await outcome(page).waitFor();
  await scanByHand(page, command('answered-yes'));
  await scanByHand(page, paper());
  await shows(page, 'Booked');
}

test(
  'where the system asks for less motion nothing moves, whatever a part asks for; else a scan is seen to arrive',
  long,
  async () => {
    const page = await openStation();
    await page.addInitScript(watch);
    await scanOne(page);
    // As a part would that somebody adds and forgets about.
    await page.locator('footer').evaluate((part) => {
      part.style.transition = 'opacity 400ms';
      requestAnimationFrame(() => {
        part.style.opacity = '0.5';
      });
    });
    await until(() => moved(page)).not.toHaveLength(0);
    expect((await moved(page)).filter((time) => time > 1)).toEqual([]);

    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await scanOne(page);
    await until(() => moved(page)).toContain(140);
    await page.context().close();
  },
);
