import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import { freeNames } from './source/free-names.ts';

function namesIn(code: string): string[] {
  return freeNames(parseSync('code.ts', code).program).map(({ name }) => name);
}

test.each([
  ['const a = window', ['window']],
  ['const a = (window: number) => window', []],
  ['const a = ({ b: window = 1, ...document }) => [window, document]', []],
  ['function process() { return process; }', []],
  ['{ const fetch = 1; } fetch()', ['fetch']],
  ['const a = { window: 1, window() {} }; a.window', []],
  ['const a = { window }', ['window']],
  ['a: for (const window of [1]) { break a; }', []],
  ['try { } catch (window) { window; }', []],
  ["import { window as b } from 'a'; export { b as document }; b;", []],
  ["export { window } from 'a'", []],
  ['class A<T> { window: T; m(a: T): T { return this.window; } }', []],
  ['type A<Buffer> = { [process in keyof Buffer]: (window: Buffer) => process }', []],
  ['type A = Buffer | A', ['Buffer']],
  ['type A<T> = T extends (infer Buffer)[] ? Buffer : never', []],
  ['let a: NodeJS.Timeout', ['NodeJS']],
  ['let a: typeof window', ['window']],
  ['enum A { window }', []],
])('%s uses %j', (code, expected) => {
  expect(namesIn(code)).toEqual(expected);
});
