import { expect, test } from 'vitest';
import { mailedMoment } from './mailed-moment.ts';

const now = new Date('2027-03-12T09:30:00Z');
const on = (day: string, issuedAt = '2027-03-09T15:00:00.000Z') =>
  mailedMoment({ day, now, issuedAt, timeZone: 'Europe/Amsterdam' });

test('today is now, another day its noon', () => {
  expect(on('2027-03-12')).toEqual({ at: '2027-03-12T09:30:00.000Z' });
  expect(on('2027-03-10')).toEqual({ at: '2027-03-10T11:00:00.000Z' });
});

test('on the day of issue it went out after it was issued', () => {
  expect(on('2027-03-09')).toEqual({ at: '2027-03-09T15:00:00.000Z' });
  expect(on('2027-03-09', '2027-03-09T08:00:00.000Z')).toEqual({ at: '2027-03-09T11:00:00.000Z' });
});

test('a day before the issue, to come, or none at all is told apart', () => {
  expect(on('2027-03-08')).toEqual({ wrong: 'before-issued' });
  expect(on('2027-03-13')).toEqual({ wrong: 'to-come' });
  expect(on('')).toEqual({ wrong: 'no-day' });
});

test('the day of issue is that of the organisation, not of the browser', () => {
  expect(on('2027-03-10', '2027-03-09T23:30:00.000Z')).toEqual({ at: '2027-03-10T11:00:00.000Z' });
  expect(on('2027-03-09', '2027-03-09T23:30:00.000Z')).toEqual({ wrong: 'before-issued' });
});
