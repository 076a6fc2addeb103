import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeScanHouse, type ScanHouse } from '../support/scans.ts';
import { startTestApp } from '../support/test-app.ts';

let house: ScanHouse;

beforeAll(async () => {
  house = await makeScanHouse(await startTestApp());
});

afterAll(async () => {
  expect(await house.damage()).toEqual([]);
  await house.app.stop();
});

const onePaper = async () => (await house.papers(1))[0] as string;

/** The clock of the tests stands at 2027-03-09T10:00:00Z. */
test.each([
  ['right', '2027-03-09T10:00:00Z', '2027-03-09T09:00:00Z', '2027-03-09T09:00:00.000Z'],
  [
    'right, an offline hour ago in another zone',
    '2027-03-09T10:00:00Z',
    '2027-03-09T10:00:00+01:00',
    '2027-03-09T09:00:00.000Z',
  ],
  ['behind by 37 years', '1990-01-01T00:00:00Z', '1989-12-31T23:00:00Z', '2027-03-09T09:00:00.000Z'],
  ['ahead by 73 years', '2100-01-01T00:00:00Z', '2099-12-31T23:59:59.5Z', '2027-03-09T09:59:59.500Z'],
  [
    'set back between scanning and sending',
    '2027-03-09T10:00:00Z',
    '2027-03-09T12:00:00Z',
    '2027-03-09T10:00:00.000Z',
  ],
  [
    'at the very first day that there is',
    '0001-01-01T00:00:01Z',
    '0001-01-01T00:00:00Z',
    '2027-03-09T09:59:59.000Z',
  ],
  ['at the very last', '9999-12-31T23:59:59Z', '9999-12-31T23:59:58Z', '2027-03-09T09:59:59.000Z'],
])(
  'a station’s clock is %s: the time is corrected, and what the station said is kept',
  async (_, sentAt, at, corrected) => {
    const code = await onePaper();
    const result = await house.scan({ code, moment: 'answered-yes', at }, { sentAt });
    expect(result.outcome).toBe('booked');
    const event = (await house.events(code)).at(-1);
    expect(event).toMatchObject({ at: corrected, recordedAt: '2027-03-09T10:00:00.000Z' });
    expect((await house.paper(code)).answeredAt).toBe(corrected);
    expect((await house.paper(code)).place.since).toBe(corrected);
    const [row] = await house.app.database.query<{ stated: Date | null; same: boolean }>(
      'select stated_at as stated, coalesce(stated_at, happened_at) = $2 as same from events where code = $1 order by number desc limit 1',
      [code, at],
    );
    expect(row?.same).toBe(true);
  },
);

test('an answer is never lost for a clock: 179 days old is booked, 181 days old goes to a person', async () => {
  const [young, old] = await house.papers(2);
  const results = await house.send(
    [
      { code: young as string, moment: 'answered-yes', at: '2026-09-11T10:00:00Z' },
      { code: old as string, moment: 'answered-yes', at: '2026-09-09T10:00:00Z' },
    ],
    { sentAt: '2027-03-09T10:00:00Z' },
  );
  expect(results.map(({ outcome }) => outcome)).toEqual(['booked', 'exception']);
  const waiting = await house.exceptions();
  expect(waiting.map(({ code, reason, moment }) => [code, reason, moment?.name])).toEqual([
    [old, 'too-old', 'answered-yes'],
  ]);
  // By a clock that is two years behind all of it is two years ago, and the same.
  const [late] = await house.papers(1);
  const late179 = { code: late as string, moment: 'answered-yes', at: '2024-09-11T10:00:00Z' };
  expect((await house.scan(late179, { sentAt: '2025-03-09T10:00:00Z' })).outcome).toBe('booked');
});

test('a sighting is never too old, a code that is none stays unknown, a command stays refused', async () => {
  const code = await onePaper();
  const at = '2020-01-01T00:00:00Z';
  const results = await house.send([
    { code, at },
    { code: '1000 0000 0093', moment: 'answered-yes', at },
    { code: house.site, place: house.site, at },
  ]);
  expect(results.map(({ outcome }) => outcome)).toEqual(['seen', 'unknown', 'refused']);
});

test('of two scans that arrive in the wrong order the one that arrives first is booked first', async () => {
  const code = await onePaper();
  const [a, b] = [await house.box(), await house.box()];
  await house.scan({ code, place: b, at: '2027-03-09T09:30:00Z' });
  await house.scan({ code, place: a, at: '2027-03-09T09:00:00Z' });
  const events = await house.events(code);
  expect(events.slice(-2).map(({ at }) => at)).toEqual([
    '2027-03-09T09:30:00.000Z',
    '2027-03-09T09:00:00.000Z',
  ]);
});
