import { expect, test } from 'vitest';
import { languageFor } from './language.ts';

test("one's own language comes before the device's, the organisation's and the browser's", () => {
  const browser = ['fr-FR', 'nl-BE', 'en'];
  expect(languageFor({ user: 'en', device: 'nl', organisation: 'nl', browser })).toBe('en');
  expect(languageFor({ user: null, device: 'nl', organisation: 'en', browser })).toBe('nl');
  expect(languageFor({ device: 'klingon', organisation: 'en', browser })).toBe('en');
  expect(languageFor({ browser })).toBe('nl');
  expect(languageFor({ browser: ['fr'] })).toBe('en');
});
