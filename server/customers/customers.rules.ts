/** How names, cities and references are compared when somebody looks for a customer; pure. */

/** Letters that Unicode does not take apart, as people type them who have no such key. */
const letters: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  // The form at the end of a Greek word.
  ς: 'σ',
};
const special = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');

/** Lower case, without diacritics, words apart by one blank: `Ĳsbrand van 't Hóf` → `ijsbrand van t hof`. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(special, (letter) => letters[letter] ?? letter)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Characters of each part at most, so that the whole fits an index entry in any script; see the table's constraint. */
const most = { name: 240, city: 140, ref: 110 };

/**
 * What a search looks through: blank, name, city, reference in words, reference in one piece, blank. Each word stands
 * between two blanks, so that whole words and beginnings of words are found by the same index as parts of them.
 */
export function searchText(customer: { name: string; city: string | null; ref: string }): string {
  const ref = cut(foldText(customer.ref), most.ref);
  const joined = ref.replaceAll(' ', '');
  const parts = [
    cut(foldText(customer.name), most.name),
    cut(foldText(customer.city ?? ''), most.city),
    ref,
    ...(joined === ref ? [] : [joined]),
  ];
  return ` ${parts.filter((part) => part !== '').join(' ')} `;
}

function cut(text: string, length: number): string {
  return [...text].slice(0, length).join('').trim();
}

/** A word of a name that is compared with mistyped ones. */
const learnt = { shortest: 3, longest: 40 };

/** The words of names and cities that a mistyped one is compared with: each once, in order, without numbers. */
export function wordsToLearn(customers: readonly { name: string; city?: string | null }[]): string[] {
  const words = new Set<string>();
  for (const { name, city } of customers) {
    for (const word of foldText(`${name} ${city ?? ''}`).split(' ')) {
      const length = [...word].length;
      if (length >= learnt.shortest && length <= learnt.longest && !/\p{N}/u.test(word)) words.add(word);
    }
  }
  return [...words].sort();
}

/** More words than anybody types; the rest would only cost time. */
const mostWords = 8;

/** Abbreviations that stand for two words, of which every Dutch name list has both forms. */
const takenApart: Record<string, string[]> = { vd: ['v', 'd'], vdr: ['v', 'd'] };

/** The words of a query, folded like what they are looked for in. Empty: nothing in it can be found. */
export function searchWords(query: string): string[] {
  const words = foldText(query)
    .split(' ')
    .filter((word) => word !== '');
  return [...new Set(words.flatMap((word) => takenApart[word] ?? [word]))].slice(0, mostWords);
}

/** Shorter words are looked for at the beginning of words only: an index of threes finds nothing else. */
export const shortestPart = 3;

/** `LIKE` pattern for a word anywhere. Folded words hold none of its special characters. */
export function partPattern(word: string): string {
  return [...word].length < shortestPart ? `% ${word}%` : `%${word}%`;
}

/** `LIKE` pattern for a whole word. */
export function wordPattern(word: string): string {
  return `% ${word} %`;
}

/** `LIKE` pattern for words that begin like these, in this order. */
export function inOrderPattern(words: readonly string[]): string {
  return `${words.map((word) => `% ${word}`).join('')}%`;
}

/** `LIKE` pattern for what begins with this text, whatever it holds. */
export function beginningPattern(text: string): string {
  return `${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
}

/** The ways in which a reference may be kept that is typed like this. */
export function refSpellings(query: string): string[] {
  const typed = query.trim().normalize('NFC');
  return [...new Set([typed, typed.toUpperCase(), typed.toLowerCase()])];
}

/** The customer's record in the CRM; null where the organisation has named no pattern. */
export function crmLinkOf(pattern: string | null, ref: string): string | null {
  return pattern?.replaceAll('{ref}', () => encodeURIComponent(ref)) ?? null;
}
