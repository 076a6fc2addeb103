import bwip from 'bwip-js/node';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeQr, qrModules } from './qr-code.ts';

/** The same by a foreign encoder: version 1, level M and no higher, and our mask, which it counts from 1. */
function foreign(digits: string): number[] {
  const options = { version: '1', eclevel: 'M', fixedeclevel: true, mask: 1 };
  const [symbol] = bwip.raw('qrcode', digits, options as never);
  if (!symbol || !('pixs' in symbol)) throw new Error('bwip-js has drawn no QR code');
  expect([symbol.pixx, symbol.pixy]).toEqual([qrModules, qrModules]);
  return symbol.pixs;
}

test('our QR code is, module by module, what another encoder draws', () => {
  for (const digits of ['000000000000', '999999999999', '207696817586', '100000000017'])
    expect([...encodeQr(digits)]).toEqual(foreign(digits));
  const codes = fc.integer({ min: 100_000_000_000, max: 999_999_999_999 }).map(String);
  fc.assert(
    fc.property(codes, (digits) => encodeQr(digits).join('') === foreign(digits).join('')),
    { numRuns: 60 },
  );
});

test('what is not twelve digits is not encoded', () => {
  for (const wrong of ['', '12345678901', '1234567890123', '12345678901x'])
    expect(() => encodeQr(wrong)).toThrow(RangeError);
});
