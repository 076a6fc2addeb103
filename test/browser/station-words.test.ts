import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { practiceCode } from '../../shared/codes/practice-code.ts';
import { scanByHand } from './support/hand-scanner.ts';
import { long, openMailroom, shows, until } from './support/mailroom.ts';
import { outcome } from './support/station.ts';

const house = await openMailroom(30);
const { table, paper, command, openStation, momentsOf, register } = house;

afterAll(() => house.close());

/** The left column, line by line, below the choice between a whole pile and one by one. */
async function doing(page: Page): Promise<string> {
  const column = page.locator('section').filter({ has: page.locator('fieldset') });
  return (await column.innerText()).split('\n').filter(Boolean).join(' | ');
}

const says = (page: Page, ...lines: string[]) => until(() => doing(page)).toContain(lines.join(' | '));

const placeOf = async (code: string) => {
  const { body } = await register.get<{ place: { path: { name: string }[] } }>(`/documents/${code}`);
  return body.place.path.at(-1)?.name;
};

/** What became of a paper that was scanned so. */
const became = async (code: string) => ({ moments: await momentsOf(code), place: await placeOf(code) });

const words = {
  en: {
    yes: 'Answer: yes',
    lookedUp: ['Every paper is', 'only looked up', 'Nothing is booked.'],
    putAway: ['Every paper is', 'only put away', 'What came of it stays as it is.'],
    booked: ['Every paper is booked as', 'Answer: yes'],
    asked: ['Every paper is booked as', 'asked each time'],
    noBox: ['and goes into', 'No box'],
    into: 'and goes into',
    other: 'Other moment',
    choose: 'Choose the moment',
    each: 'Ask each',
    seen: 'Seen',
    done: 'Booked',
    leave: 'Nothing to book: leave what it is',
    onlyAway: 'No answer: only put it away',
    practice: ['Well done', /moment and box stay as they are/],
    first: 'First this paper',
    one: '1 paper this session',
    two: '2 papers this session',
  },
  nl: {
    yes: 'Antwoord: ja',
    lookedUp: ['Elk stuk wordt', 'alleen opgezocht', 'Er wordt niets geboekt.'],
    putAway: ['Elk stuk wordt', 'alleen opgeborgen', 'Wat ervan kwam, blijft zoals het is.'],
    booked: ['Elk stuk wordt geboekt als', 'Antwoord: ja'],
    asked: ['Elk stuk wordt geboekt als', 'per stuk gevraagd'],
    noBox: ['en gaat in', 'Geen doos'],
    into: 'en gaat in',
    other: 'Ander moment',
    choose: 'Moment kiezen',
    each: 'Per stuk',
    seen: 'Gezien',
    done: 'Geboekt',
    leave: 'Niets te boeken: laat zoals het is',
    onlyAway: 'Geen antwoord: alleen opbergen',
    practice: ['Goed zo', /moment en doos blijven zoals ze waren/],
    first: 'Eerst dit stuk',
    one: '1 stuk deze sessie',
    two: '2 stuks deze sessie',
  },
} as const;

describe.each(['en', 'nl'] as const)('what the station says it does is what it does (%s)', (language) => {
  const t = words[language];
  // A box has the name that somebody gave it, in either language.
  const box = [t.into, 'Box 214'];
  const open = () => openStation(undefined, { language });

  test('a whole pile: with nothing set, a box, a moment, and both', long, async () => {
    const page = await open();
    await says(page, ...t.lookedUp, t.choose, ...t.noBox);
    const [seen, away, answered, both] = [paper(), paper(), paper(), paper()];
    await scanByHand(page, seen);
    await shows(page, t.seen);
    expect(await became(seen)).toEqual({ moments: ['mailed'], place: undefined });

    await scanByHand(page, table.box);
    await says(page, ...t.putAway, t.choose, ...box);
    await scanByHand(page, away);
    await shows(page, t.done);
    expect(await became(away)).toEqual({ moments: ['mailed'], place: 'Box 214' });

    await scanByHand(page, command('answered-yes'));
    await says(page, ...t.booked, t.other, ...box);
    await scanByHand(page, both);
    await shows(page, t.done, t.yes);
    expect(await became(both)).toEqual({ moments: ['mailed', 'answered-yes'], place: 'Box 214' });

    await page.keyboard.press('F3');
    await says(page, ...t.booked, t.other, ...t.noBox);
    await scanByHand(page, answered);
    await shows(page, t.done, t.yes);
    expect(await became(answered)).toEqual({ moments: ['mailed', 'answered-yes'], place: undefined });
    await page.context().close();
  });

  test('the foot of the screen counts one paper as one', long, async () => {
    const page = await open();
    const foot = page.locator('footer');
    await scanByHand(page, command('answered-yes'));
    for (const count of [t.one, t.two]) {
      await scanByHand(page, paper());
      await until(async () => (await foot.innerText()).replace(/\s+/g, ' ')).toContain(count);
    }
    await page.context().close();
  });

  test('one by one: without a box a paper may be left as it is, with one it is put away', long, async () => {
    const page = await open();
    await page.getByText(t.each, { exact: true }).click();
    await says(page, ...t.asked, t.choose, ...t.noBox);
    const [left, away] = [paper(), paper()];
    await scanByHand(page, left);
    await page.getByRole('button', { name: t.leave }).click();
    await shows(page, t.seen);
    expect(await became(left)).toEqual({ moments: ['mailed'], place: undefined });

    await scanByHand(page, table.box);
    await says(page, ...t.asked, t.choose, ...box);
    await scanByHand(page, away);
    await page.getByRole('button', { name: t.onlyAway }).click();
    await shows(page, t.done);
    expect(await became(away)).toEqual({ moments: ['mailed'], place: 'Box 214' });
    await page.context().close();
  });

  test(
    'the practice label changes nothing that is set, and the question about a paper stands until it is answered',
    long,
    async () => {
      const page = await open();
      await scanByHand(page, table.box);
      await says(page, ...t.putAway);
      await scanByHand(page, practiceCode);
      await shows(page, t.practice[0]);
      await outcome(page).getByText(t.practice[1]).waitFor();
      await says(page, ...t.putAway, t.choose, ...box);

      await page.getByText(t.each, { exact: true }).click();
      const [asked, other] = [paper(), paper()];
      await scanByHand(page, asked);
      await outcome(page).getByRole('button', { name: t.yes, exact: true }).waitFor();
      for (const [code, word] of [
        [practiceCode, t.practice[0]],
        [other, t.first],
      ] as const) {
        await scanByHand(page, code);
        await shows(page, word);
        // The paper that is asked about, not the one that was not taken.
        await until(async () => (await outcome(page).innerText()).replace(/\s/g, '')).toContain(asked);
        await outcome(page).getByRole('button', { name: t.yes, exact: true }).waitFor();
      }
      await outcome(page).getByRole('button', { name: t.yes, exact: true }).click();
      await shows(page, t.done, t.yes);
      expect(await became(asked)).toEqual({ moments: ['mailed', 'answered-yes'], place: 'Box 214' });
      expect(await became(other)).toEqual({ moments: ['mailed'], place: undefined });
      await page.context().close();
    },
  );
});
