import { expect, test } from 'vitest';
import { exampleFile, rejectsFile } from './import-files.ts';

test.each([
  ['en', 'reference,name,city,address1,address2,postcode,do not mail'],
  ['nl', 'kenmerk;naam;woonplaats;adres1;adres2;postcode;geen post'],
] as const)('the example file in %s opens in that language’s spreadsheet', (language, header) => {
  const [first, ...lines] = exampleFile(language).split('\r\n');
  expect(first).toBe(`\uFEFF${header}`);
  const cells = header.split(/[,;]/).length;
  for (const line of lines.filter(Boolean)) expect(line.split(/[,;]/)).toHaveLength(cells);
});

test('the list of what was left out opens in a spreadsheet', () => {
  const rejected = [{ line: 3, field: null, code: 'cell-count' as const, message: 'English' }];
  const words = {
    head: ['Line', 'Column', 'What'] as [string, string, string],
    field: () => 'Whole line',
    what: () => 'Say "comma", or semicolon; then go on',
  };
  expect(rejectsFile(rejected, words, 'en')).toBe(
    '\uFEFFLine,Column,What\r\n3,Whole line,"Say ""comma"", or semicolon; then go on"\r\n',
  );
  expect(rejectsFile([], words, 'nl')).toBe('\uFEFFLine;Column;What\r\n');
});
