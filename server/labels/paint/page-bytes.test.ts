import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PageBytes } from './page-bytes.ts';

const written = (write: (bytes: PageBytes) => void) => {
  const bytes = new PageBytes();
  write(bytes);
  return Buffer.from(bytes.take()).toString('latin1');
};

test('numbers are written as PDF has them: no exponent, four digits after the point', () => {
  expect(written((bytes) => [0, 7, 10, 1234567, -15].map((value) => bytes.whole(value)))).toBe(
    '0 7 10 1234567 -15 ',
  );
  expect(
    written((bytes) => [0, 8.5, -0.00001, 12.00004, 99.99996, -3.25, 1e-7].map((v) => bytes.number(v))),
  ).toBe('0 8.5000 0 12 100 -3.2500 0 ');
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
      const text = written((bytes) => bytes.number(value));
      expect(text).toMatch(/^-?\d+(\.\d{4})? $/);
      expect(Math.abs(Number(text) - value)).toBeLessThan(0.000051);
    }),
  );
});

test('a page that is longer than usual has room, and the next begins anew', () => {
  const bytes = new PageBytes();
  for (let line = 0; line < 30_000; line += 1) bytes.text('12345 re\n');
  expect(bytes.take().length).toBe(270_000);
  bytes.whole(1);
  expect(bytes.take().length).toBe(2);
});
