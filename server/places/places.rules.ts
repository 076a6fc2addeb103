import type { Language } from '../../shared/contracts/fields.ts';
import { containerKinds, locationKinds, type PlaceKind } from '../../shared/contracts/places.ts';
import type { FieldError } from '../../shared/errors.ts';

/** The law of places: what may stand where, and how places are named. */

export type PlaceClass = 'location' | 'container';
export type ContainerKind = (typeof containerKinds)[number];
export type LocationKind = (typeof locationKinds)[number];

/** What is wrong with one field; the caller knows which. */
type Objection = Omit<FieldError, 'field'>;

export function classOf(kind: PlaceKind): PlaceClass {
  return isContainerKind(kind) ? 'container' : 'location';
}

function isContainerKind(kind: PlaceKind): kind is ContainerKind {
  return (containerKinds as readonly string[]).includes(kind);
}

/** Higher levels first; -1 for a container. */
function levelOf(kind: PlaceKind): number {
  return (locationKinds as readonly string[]).indexOf(kind);
}

/**
 * Why a place of this kind may not stand in one of that kind (null: at the top). Levels may be skipped, so that a
 * small office needs no building. Whether a container lies in itself is not asked here: that takes the whole path.
 */
export function placementObjection(kind: PlaceKind, parentKind: PlaceKind | null): Objection | undefined {
  if (isContainerKind(kind)) {
    if (parentKind !== null) return undefined;
    return {
      code: 'container-lies-somewhere',
      message: `A ${kind} lies in a location or container. Name it`,
    };
  }
  if (parentKind === null) return undefined;
  if (kind === 'site') return { code: 'site-at-top', message: 'A site stands in nothing. Leave this out' };
  if (isContainerKind(parentKind)) {
    const message = `A ${kind} stays where it is, so it cannot stand in a ${parentKind}, which moves. Name a location`;
    return { code: 'location-in-container', message };
  }
  if (levelOf(parentKind) < levelOf(kind)) return undefined;
  const above = locationKinds.slice(0, levelOf(kind)).join(', ');
  return {
    code: 'level-too-low',
    message: `A ${kind} cannot stand in a ${parentKind}. Name one of these: ${above}; or leave this out`,
  };
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

/** Places made by one call at most. */
const longestRow = 500;

type RowNames = { names: string[] } | { field: 'from' | 'to'; objection: Objection };

/** `Shelf` from `A` to `F`, `Box` from `215` to `240`, `Rack` from `01` to `12` (so wide then, all of them). */
export function rowNames(prefix: string, from: string, to: string): RowNames {
  const numbered = isNumber(from);
  if (numbered !== isNumber(to)) {
    const message = `Both ends are letters, or both are numbers. Give ${numbered ? 'a number' : 'a letter'}`;
    return { field: 'to', objection: { code: 'row-mixed', message } };
  }
  const [first, last] = numbered ? [Number(from), Number(to)] : [from.charCodeAt(0), to.charCodeAt(0)];
  if (last < first) {
    return { field: 'to', objection: { code: 'row-backwards', message: `Must not come before ${from}` } };
  }
  if (last - first >= longestRow) {
    const message = `A row has ${longestRow} places at most; make ${last - first + 1} in several rows`;
    return { field: 'to', objection: { code: 'row-too-long', message } };
  }
  const width = from.startsWith('0') ? from.length : 1;
  const running = (at: number) => (numbered ? String(at).padStart(width, '0') : String.fromCharCode(at));
  return {
    names: Array.from({ length: last - first + 1 }, (_, index) => `${prefix} ${running(first + index)}`),
  };
}

function isNumber(text: string): boolean {
  return /^[0-9]+$/.test(text);
}
