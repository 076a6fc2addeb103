/** Which word somebody may have meant; pure. Words are folded (`foldText`). */

/** A word as it was typed with what it may stand for, the likeliest first; `errors`: letters wrong. */
export interface Alternatives {
  typed: string;
  words: { word: string; errors: number }[];
}

const shortest = 3;
const most = 8;

/** Words long enough that a wrong letter still leaves something to go by, without numbers. */
export function worthComparing(words: readonly string[]): string[] {
  return words.filter((word) => [...word].length >= shortest && !/\p{N}/u.test(word));
}

/** How many letters may be wrong in a word of this length. */
function errorsAllowed(length: number): number {
  if (length < 5) return 1;
  return length < 9 ? 2 : 3;
}

/**
 * Each word of a query with the known words that it may stand for. Undefined where that helps nothing: no word has
 * another that it could have been.
 */
export function chooseAlternatives(
  typed: readonly string[],
  alike: readonly { asked: string; word: string }[],
): Alternatives[] | undefined {
  const chosen = typed.map((word) => {
    const candidates = alike
      .filter(({ asked }) => asked === word)
      .map((known) => ({ word: known.word, errors: typingErrors(word, known.word) }))
      .filter(({ errors }) => errors > 0 && errors <= errorsAllowed([...word].length))
      .sort((a, b) => a.errors - b.errors || (a.word < b.word ? -1 : 1));
    return { typed: word, words: candidates.slice(0, most) };
  });
  return chosen.some(({ words }) => words.length > 0) ? chosen : undefined;
}

/** Only the words with the fewest errors. */
export function likeliest({ typed, words }: Alternatives): Alternatives {
  return { typed, words: words.filter(({ errors }) => errors === words[0]?.errors) };
}

/** Letters left out, added, exchanged, or swapped with their neighbour (optimal string alignment). */
function typingErrors(a: string, b: string): number {
  const [from, to] = [[...a], [...b]];
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const exchanged = at(last, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const swapped =
        from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1] ? at(before, j - 2) + 1 : Infinity;
      row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, exchanged, swapped));
    }
    before = last;
    last = row;
  }
  return at(last, to.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
