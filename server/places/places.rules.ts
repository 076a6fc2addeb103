import type { Language } from '../../shared/contracts/fields.ts';
import type { FieldError } from '../../shared/errors.ts';
import {
  type ContainerKind,
  type LocationKind,
  locationsAbove,
  type PlaceKind,
  placementObjection,
} from '../../shared/places/placement.ts';
import { longestRow, type RowObjection, rowNames } from '../../shared/places/row-names.ts';

/** The law of places in words: why something may not stand somewhere, and how places are named. */

/** What is wrong with one field; the caller knows which. */
type Objection = Omit<FieldError, 'field'>;

/** Undefined: it may stand there (null: at the top). */
export function explainPlacement(kind: PlaceKind, parentKind: PlaceKind | null): Objection | undefined {
  const code = placementObjection(kind, parentKind);
  if (code === undefined) return undefined;
  const above = () => locationsAbove(kind as LocationKind).join(', ');
  const messages = {
    'container-lies-somewhere': () => `A ${kind} lies in a location or container. Name it`,
    'site-at-top': () => 'A site stands in nothing. Leave this out',
    'location-in-container': () =>
      `A ${kind} stays where it is, so it cannot stand in a ${parentKind}, which moves. Name a location`,
    'level-too-low': () =>
      `A ${kind} cannot stand in a ${parentKind}. Name one of these: ${above()}; or leave this out`,
  };
  return { code, message: messages[code]() };
}

/** What a container that was given no name is called, before its number. */
const containerWords: Record<ContainerKind, Record<Language, string>> = {
  folder: { en: 'Folder', nl: 'Map' },
  box: { en: 'Box', nl: 'Doos' },
  tray: { en: 'Tray', nl: 'Bak' },
  crate: { en: 'Crate', nl: 'Krat' },
};

/** The words of every language: the number runs on when the maker speaks another one. */
export function wordsFor(kind: ContainerKind): string[] {
  return Object.values(containerWords[kind]);
}

export function numberedName(kind: ContainerKind, language: Language, number: number): string {
  return `${containerWords[kind][language]} ${number}`;
}

/** The names of a row, or which end is wrong and how to mend it. */
export function nameRow(row: {
  prefix: string;
  from: string;
  to: string;
}): { names: string[] } | { field: string; objection: Objection } {
  const found = rowNames(row);
  if ('names' in found) return found;
  const messages: Record<RowObjection, string> = {
    end: 'Must be one capital letter or a number',
    mixed: `Both ends are letters, or both are numbers. Give ${/^\d/.test(row.from) ? 'a number' : 'a letter'}`,
    backwards: `Must not come before ${row.from}`,
    'too-long': `A row has ${longestRow} places at most; make ${found.count} in several rows`,
  };
  return { field: found.wrong, objection: { code: `row-${found.why}`, message: messages[found.why] } };
}
