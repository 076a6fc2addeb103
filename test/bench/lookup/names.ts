import type { Chance } from '../../../server/example/chance.ts';

/** People as a Dutch customer list has them: some names are frequent, most are rare, some are in other scripts. */
export interface Person {
  ref: string;
  name: string;
  given: string;
  surname: string;
  city: string;
}

interface Script {
  given: readonly string[];
  surnames: readonly string[];
}

const prefixes = ['van der', 'van den', 'van de', 'van', 'de', 'den', 'ter', "'t", 'el', 'von'] as const;

const latin = {
  starts: 'b br d dr f g gr h j k kl kr l m n p pr r s sch st t v vl w z'.split(' '),
  vowels: 'a e i o u aa ee oo ie oe ui ei ou ij eu é ë ö ü á ç'.split(' '),
  ends: 'k l m n r s t ng nk rs ks ns ld rd rt sma stra huis berg man dijk veld ink'.split(' '),
};
const greek = {
  starts: 'β γ δ κ λ μ ν π ρ σ τ φ χ'.split(' '),
  vowels: 'α ε η ι ο ου ω ά ή ί ό'.split(' '),
  ends: 'πουλος κης δης ος ας ίδης'.split(' '),
};
const cyrillic = {
  starts: 'б в г д з к л м н п р с т ш'.split(' '),
  vowels: 'а е и о у я ю й'.split(' '),
  ends: 'ов ова ин ина енко ский ська'.split(' '),
};

function makeWords(chance: Chance, from: typeof latin, count: number, syllables: number): string[] {
  const words = new Set<string>();
  while (words.size < count) {
    let word = '';
    for (let n = 0; n <= chance.below(syllables); n += 1) {
      word += chance.pick(from.starts) + pickVowel(chance, from.vowels);
    }
    word += chance.pick(from.ends);
    words.add(word.charAt(0).toUpperCase() + word.slice(1));
  }
  return [...words];
}

/** The last ones of the list, which carry diacritics, are rare. */
function pickVowel(chance: Chance, vowels: readonly string[]): string {
  return chance.oneIn(6) ? chance.pick(vowels) : (vowels[chance.below(5)] ?? '');
}

/** One name in a thousand or so is the most frequent one, as with real surnames. */
function pickUneven<T>(chance: Chance, list: readonly T[]): T {
  const skewed = (chance.below(1_000_000) / 1_000_000) ** 2.5;
  return list[Math.floor(skewed * list.length)] as T;
}

/** So many customers; the same each time. */
export function makePeople(count: number, chance: Chance): Person[] {
  const size = (most: number) => Math.max(20, Math.min(most, Math.ceil(count / 8)));
  const dutch: Script = {
    given: makeWords(chance, latin, size(900), 1),
    surnames: makeWords(chance, latin, size(30_000), 3),
  };
  const others: Script[] = [greek, cyrillic].map((script) => ({
    given: makeWords(chance, script, size(60), 1),
    surnames: makeWords(chance, script, size(2_000), 2),
  }));
  const cities = makeWords(chance, latin, size(700), 2);
  return Array.from({ length: count }, (_, index) => {
    const script = chance.oneIn(12) ? chance.pick(others) : dutch;
    const [given, surname] = [pickUneven(chance, script.given), pickUneven(chance, script.surnames)];
    return {
      ref: `K-${2019 + (index % 8)}/${String(index).padStart(6, '0')}`,
      name: nameOf(chance, given, surname, script === dutch),
      given,
      surname,
      city: pickUneven(chance, cities),
    };
  });
}

function nameOf(chance: Chance, given: string, surname: string, isDutch: boolean): string {
  if (isDutch && chance.oneIn(25)) return `${surname} ${chance.pick(['BV', '& Zonen', 'NV', 'Stichting'])}`;
  const prefix = isDutch && chance.oneIn(3) ? `${chance.pick(prefixes)} ` : '';
  return `${given} ${prefix}${surname}`;
}
