import { expect, test } from 'vitest';
import { firstPageAt } from './first-page-at.ts';
import { pageFiles } from './page-files.ts';

test.each([
  ['/', pageFiles.home, {}],
  ['/customers', pageFiles.customers, {}],
  ['/customers/', pageFiles.customers, {}],
  ['/customers/new', pageFiles.addCustomer, {}],
  ['/customers/01a2', pageFiles.dossier, { id: '01a2' }],
  ['/customers/by-ref/MW%2F7', pageFiles.dossierByRef, { ref: 'MW/7' }],
  ['/customers/%', pageFiles.dossier, { id: '%' }],
  ['/people/01a2', pageFiles.person, { id: '01a2' }],
])('%s is found as the router finds it', (path, file, params) => {
  expect(firstPageAt(path, true)).toEqual({ file, params });
});

test('who has not signed in sees the way in first, whatever he asked for', () => {
  expect(firstPageAt('/customers', false)?.file).toBe(pageFiles.signIn);
  expect(firstPageAt('/nothing', false)?.file).toBe(pageFiles.signIn);
  expect(firstPageAt('/password', false)?.file).toBe(pageFiles.password);
  expect(firstPageAt('/nothing', true)).toBeUndefined();
});

test('what a page asks for at once', () => {
  const { first } = pageFiles.customers;
  expect(first({}, new URLSearchParams('query=a b'))).toEqual(['/api/v1/customers?query=a+b']);
  expect(pageFiles.document.first({ code: '123' })).toEqual(['/api/v1/documents/123']);
});
