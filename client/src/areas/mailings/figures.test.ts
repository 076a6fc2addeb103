import { expect, test } from 'vitest';
import { answerVariable, barsOf, notYetMailed, shareOf, stageOf, unanswered } from './figures.ts';

const figures = {
  issued: 100,
  void: 5,
  mailed: 80,
  answered: 30,
  undeliverable: 4,
  overdue: 0,
  values: {
    sent: [],
    answer: [
      { value: 0, label: 'None', documents: 70 },
      { value: 1, label: 'Yes', documents: 25 },
      { value: 2, label: 'No', documents: 5 },
    ],
    undeliverable: [],
    remark: [],
  },
  labels: {},
};

test('void papers are not waiting to be mailed', () => {
  expect(notYetMailed(figures)).toBe(15);
});

test('without an answer is what was mailed and neither answered nor brought back', () => {
  expect(unanswered(figures)).toBe(46);
});

test('the answer is shown by its values, without "none"', () => {
  expect(answerVariable(figures)).toBe('answer');
  expect(barsOf(figures, 'answer').map(({ label }) => label)).toEqual(['Yes', 'No']);
});

test('a letter asks no answer', () => {
  expect(answerVariable({ ...figures, values: { sent: [], undeliverable: [], remark: [] } })).toBeUndefined();
});

test('of nothing there is no share', () => {
  expect(shareOf(0, 0)).toBeUndefined();
  expect(shareOf(1, 4)).toBe(0.25);
});

test('a mailing is to be mailed, mailed, closed or cancelled', () => {
  const at = '2027-03-01T10:00:00Z';
  expect(stageOf({ state: 'issued', mailedAt: null, closedAt: null })).toBe('to-mail');
  expect(stageOf({ state: 'issued', mailedAt: at, closedAt: null })).toBe('mailed');
  expect(stageOf({ state: 'issued', mailedAt: at, closedAt: at })).toBe('closed');
  expect(stageOf({ state: 'cancelled', mailedAt: null, closedAt: at })).toBe('cancelled');
});
