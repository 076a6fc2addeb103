import { expect, test } from 'vitest';
import { firstColumn, referencesIn } from './references.ts';

test('references stand on lines, or with commas, semicolons and tabs between them', () => {
  expect(referencesIn('MW-1\nMW-2, MW-3; MW-4\tMW-5\r\n\r\n')).toEqual([
    'MW-1',
    'MW-2',
    'MW-3',
    'MW-4',
    'MW-5',
  ]);
});

test('quotes, blanks around and the mark of a file do not belong to a reference', () => {
  expect(referencesIn('\uFEFF" MW 1 "\n  MW-2')).toEqual(['MW 1', 'MW-2']);
});

test('of a customer list only the first column counts', () => {
  expect(firstColumn('MW-1;Anna de Wit;Merendrecht\nMW-2;B. Bos;\n')).toEqual(['MW-1', 'MW-2']);
});

test('nothing is no reference', () => {
  expect(referencesIn(' \n , ;')).toEqual([]);
});
