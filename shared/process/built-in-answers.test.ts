import { describe, expect, test } from 'vitest';
import { builtInDocumentTypes } from './built-in.ts';
import { hasAnswer, type ProcessDefinition, type Values } from './definition.ts';
import { replay } from './replay.ts';
import { confirmMoment, transition } from './transition.ts';

/** The status after these moments, whatever each of them came to. */
function statusAfter(definition: ProcessDefinition, ...moments: string[]): Values {
  return replay(
    definition,
    moments.map((moment, index) => ({ id: String(index), kind: 'moment', moment })),
  );
}

function processOf(key: string): ProcessDefinition {
  const found = builtInDocumentTypes.find((each) => each.type.key === key);
  if (!found) throw new Error(`no built-in type ${key}`);
  return found.process;
}

describe('answers', () => {
  test.each([
    ['coupon', 'answered-yes', 'answered-no', 'answer', 2],
    ['coupon', 'answered-unclear', 'answered-yes', 'answer', 1],
    ['contract', 'signed', 'declined', 'signature', 2],
    ['contract', 'signed-incomplete', 'signed', 'signature', 1],
  ])('%s: after %s, %s contradicts until a person confirms it', (key, first, second, variable, wanted) => {
    const process = processOf(key);
    const answered = statusAfter(process, 'mailed', first);
    expect(hasAnswer(process, answered)).toBe(true);
    expect(transition(process, answered, second)).toMatchObject({
      outcome: 'exception',
      between: [{ variable, present: answered[variable], wanted }],
    });
    expect(confirmMoment(process, answered, second)).toMatchObject({
      outcome: 'booked',
      values: { ...answered, [variable]: wanted },
    });
  });

  test('an answer after undeliverable contradicts; confirmed, the paper was delivered after all', () => {
    const coupon = processOf('coupon');
    const returned = statusAfter(coupon, 'mailed', 'undeliverable-moved');
    expect(transition(coupon, returned, 'answered-yes')).toEqual({
      outcome: 'exception',
      reason: 'contradiction',
      between: [{ variable: 'undeliverable', present: 1, wanted: null }],
    });
    expect(confirmMoment(coupon, returned, 'answered-yes')).toMatchObject({
      values: { sent: 1, answer: 1, undeliverable: 0, remark: 0 },
    });
  });
});
