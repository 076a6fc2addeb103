import type { LabelContent } from '../../../server/labels/draw/designs.ts';
import { makeCode } from '../../../shared/codes/code.ts';

/** Labels on a sheet. */
const sheet = 14;

/** Labels as those of a mailing, without a database: made as they are wanted, so that the memory is that of the printing. */
export async function* makeContents(count: number): AsyncGenerator<LabelContent[]> {
  for (let first = 1; first <= count; first += sheet) {
    const some = Math.min(sheet, count - first + 1);
    yield Array.from({ length: some }, (_, index) => contentOf(first + index, count));
  }
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

/** The texts of a label in the order in which the product draws them. */
export function linesOf({ title, number, detail, code, lines }: LabelContent): string[] {
  return [title, number, detail, ...(code.match(/.{4}/g) ?? []), ...lines];
}
