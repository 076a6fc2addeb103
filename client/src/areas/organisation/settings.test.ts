import { expect, test } from 'vitest';
import { daysIn, isCrmLink } from './settings.ts';

test('a link to the CRM is a web address that says where the reference stands', () => {
  expect(isCrmLink('https://crm.example/contacts/{ref}')).toBe(true);
  expect(isCrmLink('http://crm.example/show?contact={ref}&tab=1')).toBe(true);
});

test('without the reference, or with it in the host, it leads nowhere', () => {
  expect(isCrmLink('https://crm.example/contacts')).toBe(false);
  expect(isCrmLink('https://{ref}.example/')).toBe(false);
  expect(isCrmLink('javascript:alert(1)//{ref}')).toBe(false);
  expect(isCrmLink('crm.example/{ref}')).toBe(false);
});

test('days are a whole number up to ten years; none at all is a number too', () => {
  expect(daysIn('90')).toBe(90);
  expect(daysIn('0')).toBe(0);
  expect(daysIn('3651')).toBeUndefined();
  expect(daysIn('1.5')).toBeUndefined();
  expect(daysIn('')).toBeUndefined();
});
