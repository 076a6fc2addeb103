import { describe, expect, test } from 'vitest';
import type { PlaceOfDocument } from '../../../../shared/contracts/documents.ts';
import { groupOf, inOneSite, isShown, type Paper, papersOf, sumUp } from './sum-up.ts';

const today = '2027-03-09';
const asks = (type: string) => type !== 'letter';

function paper(type: string, state: PlaceOfDocument['state'], more: Partial<Paper> = {}): Paper {
  return {
    code: '123456789092' as Paper['code'],
    type: { key: type, name: type },
    process: { id: 'p', version: 1 },
    mailing: { id: 'm', name: 'Mailing', expectedBy: null },
    runNumber: 1,
    status: { undeliverable: 0 },
    words: { headline: '', details: [] },
    answeredAt: null,
    place: { state, path: [], since: '2027-03-01T00:00:00Z', known: 'list' },
    keyPoints: {},
    waiting: [],
    ...more,
  };
}

const expectedBy = (day: string) => ({ mailing: { id: 'm', name: 'Mailing', expectedBy: day } });
const answered = { answeredAt: '2027-03-01T00:00:00Z' };

describe('a paper counts', () => {
  test.each([
    ['answered', paper('coupon', 'placed', answered)],
    ['expected', paper('coupon', 'sent', expectedBy('2027-03-09'))],
    ['overdue', paper('coupon', 'sent', expectedBy('2027-03-08'))],
    ['awaited', paper('coupon', 'sent')],
    ['undeliverable', paper('letter', 'placed', { status: { undeliverable: 1 } })],
    ['asks-nothing', paper('letter', 'sent')],
    ['not-mailed', paper('coupon', 'not-yet-mailed', expectedBy('2027-03-08'))],
    ['void', paper('coupon', 'void')],
    ['destroyed', paper('coupon', 'destroyed', answered)],
  ] as const)('as %s', (group, each) => {
    expect(groupOf(each, asks(each.type.key), today)).toBe(group);
  });
});

describe('a dossier in one sentence', () => {
  const papers = [
    paper('coupon', 'placed', answered),
    paper('contract', 'lent', answered),
    paper('coupon', 'sent', expectedBy('2027-04-01')),
    paper('coupon', 'sent', expectedBy('2027-03-26')),
    paper('letter', 'sent'),
    paper('letter', 'unknown', { status: { undeliverable: 1 } }),
  ];

  test('names each paper once, with the first day by which something is expected', () => {
    expect(sumUp(papers, asks, today)).toEqual({
      total: 6,
      parts: [
        { group: 'answered', count: 2 },
        { group: 'expected', count: 2, by: '2027-03-26' },
        { group: 'undeliverable', count: 1 },
        { group: 'asks-nothing', count: 1 },
      ],
      where: [
        { group: 'unknown', count: 1 },
        { group: 'lent', count: 1 },
      ],
    });
  });

  test('leads to the papers behind each number', () => {
    expect(papersOf('expected', papers, asks, today)).toHaveLength(2);
    expect(papersOf('lent', papers, asks, today)).toEqual([papers[1]]);
    expect(papersOf(null, papers, asks, today)).toBe(papers);
    expect(['answered', 'lent', 'nonsense', null].map(isShown)).toEqual([true, true, false, false]);
  });
});

test('papers in doubt are counted beside what became of them, and found', () => {
  const scan: Paper['waiting'][number] = {
    id: 'w',
    reason: 'contradiction',
    moment: null,
    scannedPlace: [],
    at: '2027-03-02T00:00:00Z',
    recordedAt: '2027-03-02T00:00:00Z',
  };
  const doubted = paper('coupon', 'placed', { ...answered, waiting: [scan] });
  const both = [paper('coupon', 'placed', answered), doubted];
  expect(sumUp(both, asks, today)).toMatchObject({
    parts: [{ group: 'answered', count: 2 }],
    where: [{ group: 'waiting', count: 1 }],
  });
  expect(papersOf('waiting', both, asks, today)).toEqual([doubted]);
  expect(sumUp([both[0] as Paper], asks, today).where).toEqual([]);
});

test('the site goes without saying where there is only one', () => {
  const lying = (code: string) => ({
    place: {
      ...paper('letter', 'placed').place,
      path: [{ code: code as Paper['code'], name: 'Site', kind: 'site' as const }],
    },
  });
  expect(inOneSite([lying('1'), lying('1'), paper('letter', 'sent')])).toBe(true);
  expect(inOneSite([lying('1'), lying('2')])).toBe(false);
  expect(inOneSite([])).toBe(false);
});
