import type { ImportRejection } from '../../../../shared/contracts/customers.ts';

/** Column names that are understood, as an example of each; data, not text: they are the same in every language. */
export const columnNames = {
  ref: { en: ['reference', 'customer number'], nl: ['kenmerk', 'klantnummer'] },
  name: { en: ['name'], nl: ['naam'] },
  city: { en: ['city'], nl: ['woonplaats', 'plaats'] },
  address: { en: ['address1', 'address6'], nl: ['adres1', 'adres6'] },
  postcode: { en: ['postcode', 'zip'], nl: ['postcode'] },
  doNotMail: { en: ['do not mail'], nl: ['geen post'] },
} as const;

export type ColumnMeaning = keyof typeof columnNames;
export const columnMeanings = Object.keys(columnNames) as ColumnMeaning[];

/** Dutch Excel takes semicolons, English Excel commas; both read the other one's file into a single column. */
const separators: Record<'en' | 'nl', string> = { en: ',', nl: ';' };

const exampleRows: Record<'en' | 'nl', readonly (readonly string[])[]> = {
  en: [
    ['reference', 'name', 'city', 'address1', 'address2', 'postcode', 'do not mail'],
    [
      'MW-0048213',
      'Johanna van Ravestein-Dool',
      'Oudewaal',
      'Attn. accounts',
      '12 Church Street',
      '1234 AB',
      'no',
    ],
    ['MW-0048214', 'Ruben Stolwijk', 'Merendrecht', '4 Quay', '', '4321 BA', 'objection'],
  ],
  nl: [
    ['kenmerk', 'naam', 'woonplaats', 'adres1', 'adres2', 'postcode', 'geen post'],
    [
      'MW-0048213',
      'Johanna van Ravestein-Dool',
      'Oudewaal',
      't.a.v. administratie',
      'Kerkstraat 12',
      '1234 AB',
      'nee',
    ],
    ['MW-0048214', 'Ruben Stolwijk', 'Merendrecht', 'Kade 4', '', '4321 BA', 'bezwaar'],
  ],
};

export function exampleFile(language: 'en' | 'nl'): string {
  return csvOf(exampleRows[language], separators[language]);
}

interface RejectWords {
  head: [line: string, field: string, what: string];
  field: (rejection: ImportRejection) => string;
  what: (rejection: ImportRejection) => string;
}

/** What was left out and why, for whoever mends the file. */
export function rejectsFile(
  rejected: readonly ImportRejection[],
  words: RejectWords,
  language: 'en' | 'nl',
): string {
  const rows = rejected.map((each) => [String(each.line), words.field(each), words.what(each)]);
  return csvOf([words.head, ...rows], separators[language]);
}

// The mark tells Excel that it is UTF-8.
function csvOf(rows: readonly (readonly string[])[], separator: string): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellOf).join(separator)}\r\n`).join('')}`;
}

function cellOf(text: string): string {
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
