import { describe, expect, test } from 'vitest';
import { matching } from './SearchableField.tsx';

const zones = ['America/New_York', 'Europe/Amsterdam', 'Europe/Brussels', 'Africa/Port-Said'];

describe('finding one of many', () => {
  test('a part of the name is enough, in any case', () => {
    expect(matching(zones, 'amster')).toEqual(['Europe/Amsterdam']);
  });
  test('a space finds an underscore, and words may stand in any order', () => {
    expect(matching(zones, 'new york')).toEqual(['America/New_York']);
    expect(matching(zones, 'york america')).toEqual(['America/New_York']);
  });
  test('nothing typed finds everything', () => {
    expect(matching(zones, '')).toEqual(zones);
  });
});
