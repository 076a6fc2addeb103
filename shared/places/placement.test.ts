import { expect, test } from 'vitest';
import { classOf, containerKinds, locationKinds, placeKinds, placementObjection } from './placement.ts';

test('a location stands at the top or in a higher one, a container in anything', () => {
  for (const [level, kind] of locationKinds.entries()) {
    expect(placementObjection(kind, null)).toBeUndefined();
    for (const [above, parent] of locationKinds.entries()) {
      expect(placementObjection(kind, parent) === undefined, `${kind} in ${parent}`).toBe(above < level);
    }
    for (const parent of containerKinds) {
      expect(placementObjection(kind, parent)).toBe(
        kind === 'site' ? 'site-at-top' : 'location-in-container',
      );
    }
  }
  for (const kind of containerKinds) {
    expect(placementObjection(kind, null)).toBe('container-lies-somewhere');
    for (const parent of placeKinds) expect(placementObjection(kind, parent)).toBeUndefined();
  }
});

test('kinds know whether they stay or move', () => {
  expect([classOf('site'), classOf('crate')]).toEqual(['location', 'container']);
});
