import bwip from 'bwip-js/node';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barsModules, encodeBars } from './bars-code.ts';

function foreign(digits: string): number[] {
  const [symbol] = bwip.raw('code128', digits, {});
  if (!symbol || !('sbs' in symbol)) throw new Error('bwip-js has drawn no bars');
  return symbol.sbs;
}

test('our Code 128 is, bar by bar, what bwip-js draws of the whole code', () => {
  for (const digits of ['000000000000', '999999999999', '207696817586', '100000000017'])
    expect(encodeBars(digits)).toEqual(foreign(digits));
  const codes = fc.integer({ min: 0, max: 999_999_999_999 }).map((code) => String(code).padStart(12, '0'));
  fc.assert(
    fc.property(codes, (digits) => encodeBars(digits).join() === foreign(digits).join()),
    { numRuns: 300 },
  );
  expect(encodeBars('207696817586').reduce((sum, width) => sum + width)).toBe(barsModules);
});

test('each of the 103 values of its check is right', () => {
  const checks = new Map<number, string>();
  for (let code = 0; checks.size < 103; code += 1) {
    const digits = String(code).padStart(12, '0');
    const pairs = digits.match(/../g) ?? [];
    checks.set(pairs.reduce((sum, pair, index) => sum + Number(pair) * (index + 1), 105) % 103, digits);
  }
  for (const digits of checks.values()) expect(encodeBars(digits)).toEqual(foreign(digits));
});
