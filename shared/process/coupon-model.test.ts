import { expect, test } from 'vitest';
import { builtInDocumentTypes } from './built-in.ts';
import type { Values } from './definition.ts';
import { transition } from './transition.ts';

/**
 * The coupon told a second time, as a clerk would tell it and without looking at the definition: the paper is
 * nowhere, out, or back with something. Written to disagree if either is wrong.
 */
interface Paper {
  out: boolean;
  cameBackAs:
    | 'yes'
    | 'no'
    | 'unclear'
    | 'moved'
    | 'unknown'
    | 'refused'
    | 'deceased'
    | 'incomplete'
    | '?'
    | null;
  scribbled: boolean;
}

const answerNumbers = { yes: 1, no: 2, unclear: 8 };
const reasonNumbers = { moved: 1, unknown: 2, refused: 3, deceased: 4, incomplete: 5, '?': 9 };

function numbersOf(paper: Paper): Values {
  const how = paper.cameBackAs ?? '';
  return {
    sent: paper.out ? 1 : 0,
    answer: Object.entries(answerNumbers).find(([name]) => name === how)?.[1] ?? 0,
    undeliverable: Object.entries(reasonNumbers).find(([name]) => name === how)?.[1] ?? 0,
    remark: paper.scribbled ? 1 : 0,
  };
}

function happens(paper: Paper, moment: string): Paper | 'already-booked' | 'exception' {
  if (moment === 'mailed') return paper.out ? 'already-booked' : { ...paper, out: true };
  if (moment === 'remark')
    return paper.scribbled ? 'already-booked' : { ...paper, out: true, scribbled: true };
  const [sort, how = '?'] = moment.split('-');
  const now = paper.cameBackAs;
  const saysReason = now !== null && now in reasonNumbers;
  if (now === how || (moment === 'undeliverable' && saysReason)) return 'already-booked';
  if (now === null || (now === '?' && sort === 'undeliverable')) {
    return { ...paper, out: true, cameBackAs: how as Paper['cameBackAs'] };
  }
  return 'exception';
}

test('the definition agrees with the clerk in every status that a coupon can get into', () => {
  const coupon = builtInDocumentTypes[1]?.process;
  if (!coupon) throw new Error('no coupon');
  const seen = new Map<string, Paper>();
  const waiting: Paper[] = [{ out: false, cameBackAs: null, scribbled: false }];
  for (let paper = waiting.pop(); paper; paper = waiting.pop()) {
    if (seen.has(JSON.stringify(paper))) continue;
    seen.set(JSON.stringify(paper), paper);
    for (const { name } of coupon.moments) {
      const expected = happens(paper, name);
      const decided = transition(coupon, numbersOf(paper), name);
      const told = `${JSON.stringify(paper)} ${name}`;
      if (typeof expected === 'string') {
        expect(decided.outcome, told).toBe(expected);
        continue;
      }
      const inferred = !paper.out && name !== 'mailed' ? ['sent'] : [];
      expect(decided, told).toMatchObject({ outcome: 'booked', values: numbersOf(expected), inferred });
      waiting.push(expected);
    }
  }
  // Not out; out; back with one of 9: each with and without a remark, but a remark means that it was out.
  expect(seen.size).toBe(1 + 2 + 9 * 2);
});
