import { afterAll, describe, expect, test } from 'vitest';
import { makeCode } from '../../shared/codes/code.ts';
import { breachesOf } from './support/axe.ts';
import { complaintsOf } from './support/browser.ts';
import { scanByHand } from './support/hand-scanner.ts';
import { long, openMailroom, shows, until } from './support/mailroom.ts';
import { lastScans, outcome } from './support/station.ts';

const mailroomHouse = await openMailroom(60);
const { table, paper, command, openStation, statusOf, momentsOf } = mailroomHouse;

afterAll(() => mailroomHouse.close());

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

  test('another firm’s barcode, or digits that were read wrong, do not leave the last “Booked” standing', async () => {
    const page = await openStation();
    await scanByHand(page, command('answered-yes'));
    for (const read of ['8711327516052', '123456789012']) {
      await scanByHand(page, paper());
      await shows(page, 'Booked');
      await scanByHand(page, read);
      await shows(page, 'No code of ours');
    }
    expect(await lastScans(page).count()).toBe(2);
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

test('digits that are typed are checked while one types, and Enter books them', async () => {
  const page = await openStation();
  const code = paper();
  const field = page.getByLabel('Or type the twelve digits');
  // Two neighbours that differ: to swap two that are the same changes nothing.
  const swapped = code.replace(/(.)(?!\1)(.)/, '$2$1');
  await field.pressSequentially(swapped, { delay: 70 });
  await page.getByText('The check digits do not fit.').waitFor();
  await field.fill('');
  await field.pressSequentially(code, { delay: 70 });
  expect(await field.inputValue()).toBe(`${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)}`);
  await field.press('Enter');
  await shows(page, 'Seen');
  await page.context().close();
});

/** Runs in the page: notes the pitch of each tone that is begun. */
function noteTones(): void {
  const noted = globalThis as unknown as { tones: (number | undefined)[] };
  noted.tones = [];
  const Plain = globalThis.OscillatorNode;
  globalThis.OscillatorNode = class extends Plain {
    constructor(context: BaseAudioContext, options?: OscillatorOptions) {
      super(context, options);
      noted.tones.push(options?.frequency);
    }
  };
}

test('each outcome has a sound of its own, once; switched off, none', async () => {
  const page = await openStation();
  await page.addInitScript(noteTones);
  await page.reload();
  await outcome(page).waitFor();
  const heard = () => page.evaluate(() => (globalThis as unknown as { tones: number[] }).tones.splice(0));
  const code = paper();
  await scanByHand(page, command('answered-yes'));
  await shows(page, 'Now the first paper');
  await heard();
  await scanByHand(page, code);
  await shows(page, 'Booked');
  expect(await heard()).toEqual([880]);
  await scanByHand(page, code);
  await shows(page, 'Already booked');
  expect(await heard()).toEqual([660, 660]);
  await scanByHand(page, makeCode(1_000_000_007));
  await shows(page, 'Unknown');
  expect(await heard()).toEqual([300, 620, 300]);
  await page.getByRole('button', { name: 'Switch the sounds off' }).click();
  await scanByHand(page, paper());
  await shows(page, 'Booked');
  expect(await heard()).toEqual([]);
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
