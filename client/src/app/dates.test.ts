import { describe, expect, test } from 'vitest';
import { datesFor, startOfDay } from './dates.ts';

const zone = 'Europe/Amsterdam';
const now = () => new Date('2027-03-09T09:42:00Z');
const english = datesFor(
  'en',
  zone,
  { today: (time) => `today ${time}`, yesterday: (time) => `yesterday ${time}` },
  now,
);
const dutch = datesFor(
  'nl',
  zone,
  { today: (time) => `vandaag ${time}`, yesterday: (time) => `gisteren ${time}` },
  now,
);

describe('days and times', () => {
  test('are said as people say them, in the zone of the organisation', () => {
    expect(english.moment('2027-03-09T09:42:00Z')).toBe('today 10:42');
    expect(english.moment('2027-03-08T08:00:00Z')).toBe('yesterday 09:00');
    expect(english.moment('2027-01-18T08:00:00Z')).toBe('18 January 2027, 09:00');
    expect(dutch.day('2027-03-09T09:42:00Z')).toBe('9 maart 2027');
  });

  test('the evening in UTC may be the next day here', () => {
    expect(english.day('2027-03-08T23:30:00Z')).toBe('9 March 2027');
    expect(english.moment('2027-03-08T23:30:00Z')).toBe('today 00:30');
  });

  test('how long ago is said from the second day on', () => {
    expect(english.ago('2027-03-08T08:00:00Z')).toBeUndefined();
    expect(english.ago('2027-02-25T08:00:00Z')).toBe('12 days ago');
    expect(dutch.ago('2027-02-25T08:00:00Z')).toBe('12 dagen geleden');
    expect(english.ago('2026-09-09T08:00:00Z')).toBe('6 months ago');
  });

  test('a narrow column gets them short, a day of the calendar is the same in every zone', () => {
    expect(english.brief('2027-03-09T09:42:00Z')).toBe('Today 10:42');
    expect(english.brief('2027-02-16T08:00:00Z')).toBe('16 Feb 2027');
    expect(dutch.brief('2027-02-16T08:00:00Z')).toBe('16 feb 2027');
    const words = { today: String, yesterday: String };
    expect(datesFor('en', 'America/New_York', words, now).calendar('2027-03-26')).toBe('26 March 2027');
  });

  test('the hour decides on the greeting', () => {
    expect(english.hour()).toBe(10);
  });
});

describe('the first moment of a day', () => {
  test.each([
    ['2027-03-09', zone, 0, '2027-03-08T23:00:00.000Z'],
    ['2027-07-09', zone, 0, '2027-07-08T22:00:00.000Z'],
    // The clocks change on 28 March: that day begins in winter time, the next one in summer time.
    ['2027-03-28', zone, 0, '2027-03-27T23:00:00.000Z'],
    ['2027-03-28', zone, 1, '2027-03-28T22:00:00.000Z'],
    ['2027-03-09', 'America/New_York', 0, '2027-03-09T05:00:00.000Z'],
    ['2027-03-09', 'Pacific/Auckland', 0, '2027-03-08T11:00:00.000Z'],
  ])('%s in %s, %d days on, is %s', (day, timeZone, plus, expected) => {
    expect(startOfDay(day, timeZone, plus)).toBe(expected);
  });
});
