import { foldText, searchText } from '../../../server/customers/customers.rules.ts';
import type { Chance } from '../../../server/example/chance.ts';
import { type Code, formatCode } from '../../../shared/codes/code.ts';
import type { CustomerView } from '../../../shared/contracts/customers.ts';
import type { DocumentView } from '../../../shared/contracts/documents.ts';
import type { DossierView } from '../../../shared/contracts/dossiers.ts';
import type { Customer } from './fill-customers.ts';

/** A request and what is known of its answer. */
export interface Request {
  path: string;
  /** Throws where the answer is wrong; false where it is not the best that could be. */
  check(body: unknown): boolean;
}

export const kinds = ['code', 'customer', 'name'] as const;
export type Kind = (typeof kinds)[number];

export function codeRequest(code: Code): Request {
  return {
    path: `/documents/${code}`,
    check(body) {
      const view = body as DocumentView;
      if (view.code !== code) throw new Error(`${formatCode(code)} was answered with ${view.code}`);
      const placed = view.place.state === 'placed';
      if (!view.customer || view.words.headline === '' || placed !== view.place.path.length > 1) {
        throw new Error(`the answer for ${formatCode(code)} is not whole`);
      }
      return true;
    },
  };
}

export function customerRequest({ id, ref }: Customer): Request {
  return {
    path: `/customers/${id}/dossier`,
    check(body) {
      const { customer, documents } = body as DossierView;
      if (customer.id !== id || customer.ref !== ref)
        throw new Error(`${ref} was answered with ${customer.ref}`);
      if (documents.some(({ place }) => place.state === 'placed' && place.path.length < 2)) {
        throw new Error(`a paper of ${ref} has no place`);
      }
      return true;
    },
  };
}

/** As people type: of ten, three a part of a name, three two words, two with a typing error, two a reference. */
export function nameRequest(customer: Customer, chance: Chance): Request {
  const way = chance.below(10);
  if (way < 3) return search(beginning(customer.surname, chance), holdsAllWords, chance);
  if (way < 6) return search(twoWords(customer, chance), holdsAllWords, chance);
  if (way < 8) return search(mistyped(customer, chance), (items) => hasCustomer(items, customer), chance);
  if (way < 9) return search(customer.ref, (items) => isFirst(items, customer), chance);
  return search(customer.ref.split('/')[1] ?? '', (items) => hasCustomer(items, customer), chance);
}

type Check = (items: readonly CustomerView[], query: string) => boolean;

/** Half of all people type neither capitals nor diacritics. */
function search(text: string, check: Check, chance: Chance): Request {
  const query = chance.oneIn(2) ? text : foldExceptRef(text);
  return {
    path: `/customers?query=${encodeURIComponent(query)}`,
    check: (body) => check((body as { items: CustomerView[] }).items, query),
  };
}

function foldExceptRef(text: string): string {
  return /\d/.test(text) ? text.toLowerCase() : foldText(text);
}

function beginning(word: string, chance: Chance): string {
  return [...word].slice(0, 4 + chance.below(4)).join('');
}

function twoWords({ given, surname, city, name }: Customer, chance: Chance): string {
  const first = name.startsWith(given) ? given : surname;
  const [one, other] = chance.oneIn(2) || first === surname ? [surname, city] : [first, surname];
  return chance.oneIn(3) ? `${other} ${one}` : `${one} ${other}`;
}

/** A letter left out, doubled, exchanged or swapped with the next, in the surname; every other time with the city. */
function mistyped({ surname, city }: Customer, chance: Chance): string {
  const letters = [...surname];
  const at = 1 + chance.below(Math.max(1, letters.length - 2));
  const [letter, next] = [letters[at] ?? '', letters[at + 1] ?? ''];
  const wrong = chance.pick(['', letter + letter, 'e', null]);
  if (wrong === null) letters.splice(at, 2, next, letter);
  else letters.splice(at, 1, wrong);
  return chance.oneIn(2) ? letters.join('') : `${letters.join('')} ${city}`;
}

function holdsAllWords(items: readonly CustomerView[], query: string): boolean {
  const [first] = items;
  if (!first) throw new Error(`nobody was found for ${query}`);
  const text = searchText(first);
  if (
    foldText(query)
      .split(' ')
      .every((word) => text.includes(word))
  )
    return true;
  throw new Error(`${first.name} was found for ${query}`);
}

function isFirst([first]: readonly CustomerView[], { id, ref }: Customer): boolean {
  if (first?.id !== id) throw new Error(`${ref} does not come first`);
  return true;
}

function hasCustomer(items: readonly CustomerView[], { id }: Customer): boolean {
  return items.some((item) => item.id === id);
}
