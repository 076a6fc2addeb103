import { expect, test } from 'vitest';
import { explainPlacement, nameRow, numberedName, wordsFor } from './places.rules.ts';

test('an objection says where it may stand instead', () => {
  expect(explainPlacement('rack', 'shelf')).toMatchObject({
    code: 'level-too-low',
    message: expect.stringContaining('site, building, room; or leave this out'),
  });
  expect(explainPlacement('shelf', 'box')?.message).toMatch(/Name a location/);
  expect(explainPlacement('box', 'box')).toBeUndefined();
});

test('containers know their name in either language', () => {
  expect([numberedName('box', 'en', 215), numberedName('box', 'nl', 216)]).toEqual(['Box 215', 'Doos 216']);
  expect(wordsFor('folder')).toEqual(['Folder', 'Map']);
});

test('a row that cannot be says at which end, why, and what to do', () => {
  expect(nameRow({ prefix: 'Shelf', from: 'A', to: 'B' })).toEqual({ names: ['Shelf A', 'Shelf B'] });
  const wrong = (from: string, to: string) => nameRow({ prefix: 'Box', from, to });
  expect(wrong('1', '501')).toEqual({
    field: 'to',
    objection: {
      code: 'row-too-long',
      message: 'A row has 500 places at most; make 501 in several rows',
    },
  });
  expect(wrong('B', 'A')).toMatchObject({ field: 'to', objection: { code: 'row-backwards' } });
  expect(wrong('1', 'A')).toMatchObject({
    objection: { code: 'row-mixed', message: expect.stringContaining('Give a number') },
  });
});
