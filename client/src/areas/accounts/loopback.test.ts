import { expect, test } from 'vitest';
import { isLoopback } from './loopback.ts';

test.each([
  ['http://127.0.0.1:3000/password#x', true],
  ['http://localhost:3000/password#x', true],
  ['http://[::1]:3000/password#x', true],
  ['http://192.168.1.20:3000/password#x', false],
  ['https://spoor.example/password#x', false],
  ['https://127.0.0.1.example/password#x', false],
])('%s', (url, here) => expect(isLoopback(url)).toBe(here));
