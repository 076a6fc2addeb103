import type { LabelContent } from '../../../server/labels/draw/designs.ts';
import { makeCode } from '../../../shared/codes/code.ts';

/** Labels as those of a mailing, without a database. */
export async function* makeContents(count: number): AsyncGenerator<LabelContent> {
  for (let number = 1; number <= count; number += 1) yield contentOf(number, count);
}

export function contentOf(number: number, count: number): LabelContent {
  return {
    code: makeCode(1_000_000_000 + number * 7919),
    title: 'Meter exchange 2027',
    detail: 'Coupon',
    number: `${number}/${count}`,
    lines: [`K-${number}`],
  };
}
