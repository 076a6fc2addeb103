import { foldText } from './customers.rules.ts';

/** What the columns of a file mean, whoever made it; pure. */

/** The fields that a column can hold. `addressLines`: one of them, or several apart by newlines. */
export type Field = 'ref' | 'name' | 'city' | 'addressLines' | 'postcode' | 'doNotMail';

/** Headings without blanks, punctuation and diacritics, in English and Dutch. */
const headings: Record<Exclude<Field, 'addressLines'>, readonly string[]> = {
  ref: [
    ...['ref', 'reference', 'customerref', 'customerreference', 'customernumber', 'customerno', 'customernr'],
    ...['customerid', 'customercode', 'contactid', 'contactref', 'crmid', 'crmref', 'crmreference'],
    ...[
      'referentie',
      'kenmerk',
      'klantreferentie',
      'klantnummer',
      'klantnr',
      'klantid',
      'klantcode',
      'relatienummer',
    ],
    ...[
      'relatienr',
      'relatieid',
      'relatiecode',
      'debiteurnummer',
      'debiteurnr',
      'crmreferentie',
      'lidnummer',
    ],
  ],
  name: [
    ...['name', 'fullname', 'customername', 'contactname', 'displayname'],
    ...['naam', 'volledigenaam', 'klantnaam', 'relatienaam', 'weergavenaam'],
  ],
  city: ['city', 'town', 'place', 'plaats', 'woonplaats', 'plaatsnaam', 'stad', 'vestigingsplaats'],
  postcode: ['postcode', 'postalcode', 'zip', 'zipcode'],
  doNotMail: [
    ...['donotmail', 'nomail', 'donotpost', 'nomailreason', 'donotmailreason'],
    ...['nietmailen', 'nietaanschrijven', 'geenmail', 'geenpost', 'geenmailing', 'nietmailenreden'],
  ],
};
const addressHeading =
  /^(?:address|addressline|addresslines|adres|adresregel|adresregels|adreslijn)([1-6]?)$/;

export interface Columns {
  /** How many cells a line has. */
  count: number;
  ref: number;
  name: number;
  city: number | undefined;
  postcode: number | undefined;
  doNotMail: number | undefined;
  /** In the order of their numbers. */
  addressLines: number[];
  /** Headings that mean nothing here. */
  ignored: string[];
}

export type HeaderProblem = { missing: ('ref' | 'name')[] } | { twice: [string, string] };

/** Which column holds what. A field that stands there twice is a problem: nobody can tell which one is meant. */
export function readHeader(header: readonly string[]): Columns | HeaderProblem {
  const meanings = header.map(meaningOf);
  const known = meanings.flatMap((meaning, index) => (meaning ? [{ ...meaning, index }] : []));
  for (const { field, number, index } of known) {
    const first = known.find((other) => other.field === field && other.number === number);
    if (first && first.index !== index) return { twice: [header[first.index] ?? '', header[index] ?? ''] };
  }
  const columnOf = (field: Field) => known.find((meaning) => meaning.field === field)?.index;
  const [ref, name] = [columnOf('ref'), columnOf('name')];
  if (ref === undefined || name === undefined) {
    return {
      missing: [
        ...(ref === undefined ? ['ref' as const] : []),
        ...(name === undefined ? ['name' as const] : []),
      ],
    };
  }
  return {
    count: header.length,
    ref,
    name,
    city: columnOf('city'),
    postcode: columnOf('postcode'),
    doNotMail: columnOf('doNotMail'),
    addressLines: known
      .filter(({ field }) => field === 'addressLines')
      .sort((a, b) => a.number - b.number)
      .map(({ index }) => index),
    ignored: header.filter((heading, index) => meanings[index] === undefined && heading.trim() !== ''),
  };
}

function meaningOf(heading: string): { field: Field; number: number } | undefined {
  const bare = foldText(heading).replaceAll(' ', '');
  const address = addressHeading.exec(bare);
  if (address) return { field: 'addressLines', number: Number(address[1] || 1) };
  for (const [field, names] of Object.entries(headings)) {
    if (names.includes(bare)) return { field: field as Field, number: 1 };
  }
  return undefined;
}

/** The separators that files come with; where none is in the header, the first. */
const separators = [',', ';', '\t'] as const;

/** The one that the header has most of, outside quotation marks. */
export function findSeparator(start: string): string {
  const counts = new Map<string, number>(separators.map((separator) => [separator, 0]));
  const text = start.replace(/^[\s\uFEFF]*\n/, '');
  const named = /^\uFEFF?"?sep=([,;\t])"?\r?\n/i.exec(text)?.[1];
  if (named !== undefined) return named;
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '\n' || character === '\r') break;
    const count = counts.get(character);
    if (count !== undefined) counts.set(character, count + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? ',';
}
