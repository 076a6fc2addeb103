import { expect, test } from 'vitest';
import { containerKinds, locationKinds, placeKinds } from '../../shared/contracts/places.ts';
import { classOf, numberedName, placementObjection, rowNames, wordsFor } from './places.rules.ts';

test('a location stands at the top or in a higher one, a container in anything', () => {
  for (const [level, kind] of locationKinds.entries()) {
    expect(placementObjection(kind, null)).toBeUndefined();
    for (const [above, parent] of locationKinds.entries()) {
      expect(placementObjection(kind, parent) === undefined, `${kind} in ${parent}`).toBe(above < level);
    }
    for (const parent of containerKinds) expect(placementObjection(kind, parent)).toBeDefined();
  }
  for (const kind of containerKinds) {
    expect(placementObjection(kind, null)).toMatchObject({ code: 'container-lies-somewhere' });
    for (const parent of placeKinds) expect(placementObjection(kind, parent)).toBeUndefined();
  }
});

test('an objection says where it may stand instead', () => {
  expect(placementObjection('rack', 'shelf')?.message).toMatch(/site, building, room; or leave this out/);
  expect(placementObjection('shelf', 'box')?.message).toMatch(/Name a location/);
});

test('kinds know their class, and containers their name in either language', () => {
  expect([classOf('site'), classOf('crate')]).toEqual(['location', 'container']);
  expect([numberedName('box', 'en', 215), numberedName('box', 'nl', 216)]).toEqual(['Box 215', 'Doos 216']);
  expect(wordsFor('folder')).toEqual(['Folder', 'Map']);
});

test('a row runs by letters or numbers, both ends included', () => {
  expect(rowNames('Shelf', 'A', 'C')).toEqual({ names: ['Shelf A', 'Shelf B', 'Shelf C'] });
  expect(rowNames('Rack', '09', '10')).toEqual({ names: ['Rack 09', 'Rack 10'] });
  expect(rowNames('Rack', '0', '1')).toEqual({ names: ['Rack 0', 'Rack 1'] });
  expect(rowNames('Box', '1', '500')).toMatchObject({ names: { length: 500 } });
  expect(rowNames('Box', '1', '501')).toMatchObject({ field: 'to', objection: { code: 'row-too-long' } });
  expect(rowNames('Box', 'B', 'A')).toMatchObject({ field: 'to', objection: { code: 'row-backwards' } });
  expect(rowNames('Box', '1', 'A')).toMatchObject({ field: 'to', objection: { code: 'row-mixed' } });
});
