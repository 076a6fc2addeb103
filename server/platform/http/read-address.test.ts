import { expect, test } from 'vitest';
import { readAddress } from './read-address.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['203.0.113.7:4711', '203.0.113.7'],
  ['2001:db8::7', '2001:db8::7'],
  ['[2001:db8::7]', '2001:db8::7'],
  ['[2001:db8::7]:4711', '2001:db8::7'],
  ['fe80::1%eth0', 'fe80::1'],
  ['::ffff:127.0.0.1', '::ffff:127.0.0.1'],
  [' 127.0.0.1 ', '127.0.0.1'],
  ['unknown', undefined],
  ['', undefined],
  ['1.2.3', undefined],
  ['1.2.3.4.5', undefined],
  ["127.0.0.1'; --", undefined],
  [undefined, undefined],
])('%s is the address %s', (text, address) => {
  expect(readAddress(text)).toBe(address);
});
