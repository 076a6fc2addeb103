import { type Code, isCode } from '../../../shared/codes/code.ts';

/**
 * A hand scanner is a keyboard that types very fast. Told apart by speed alone: where the focus is and how the
 * keyboard is laid out do not matter, since digits are read by the key's place (`KeyboardEvent.code`), which a French
 * or Dutch layout does not change. Pure: the times come with the keys.
 */

/** Scanners leave 2 to 30 ms between keys; a practised typist 80 and more, and never four times in a row below this. */
const fastMs = 45;
/** From here on a burst is a scanner's, and nothing of it reaches the page. */
const sureAfter = 4;
/** Where no key ends a burst, its silence does. */
export const pauseMs = 70;
/** An Enter that comes late belongs to the burst before it. */
const lateEndMs = 200;

export interface Key {
  /** `KeyboardEvent.code`; empty on some phones. */
  code: string;
  key: string;
  /** Milliseconds, of any clock that runs evenly (`Event.timeStamp`). */
  at: number;
  /** Ctrl, Alt or Meta is down, or the key repeats because it is held. */
  apart: boolean;
}

export interface Burst {
  text: string;
  lastAt: number;
  sure: boolean;
  /** Ended by silence at this time; an Enter soon after is swallowed. */
  endedAt: number | null;
}

export const noBurst: Burst = { text: '', lastAt: Number.NEGATIVE_INFINITY, sure: false, endedAt: null };

export interface Heard {
  burst: Burst;
  /** The key must not reach the page. */
  swallow: boolean;
  /** The burst has become sure with this key: what it put into a field before is to be taken out. */
  becameSure: boolean;
  /** A whole burst, as text. */
  ended: string | null;
}

export function hear(burst: Burst, key: Key): Heard {
  const fast = key.at - burst.lastAt <= fastMs;
  if (isShift(key)) return { burst, swallow: false, becameSure: false, ended: null };
  if (key.apart) return { burst: noBurst, swallow: burst.sure && fast, becameSure: false, ended: null };
  if (isEnd(key)) return end(burst, key, fast);
  const character = characterOf(key);
  if (character === null) return { burst: noBurst, swallow: false, becameSure: false, ended: null };
  const text = fast && burst.endedAt === null ? burst.text + character : character;
  const sure = text.length >= sureAfter;
  const becameSure = sure && !(fast && burst.sure);
  return { burst: { text, lastAt: key.at, sure, endedAt: null }, swallow: sure, becameSure, ended: null };
}

/**
 * Silence: to be asked `pauseMs` after the last key. It ends only what is a whole code: a busy page hears keys late, and
 * the next one may say by its own time that the burst was not over. `early`: to be asked once more.
 */
export function fallSilent(
  burst: Burst,
  now: number,
): { burst: Burst; ended: string | null; early: boolean } {
  if (!burst.sure || burst.endedAt !== null || codeIn(burst.text) === null) {
    return { burst, ended: null, early: false };
  }
  if (now - burst.lastAt < pauseMs - 5) return { burst, ended: null, early: true };
  return { burst: { ...noBurst, endedAt: now }, ended: burst.text, early: false };
}

function end(burst: Burst, key: Key, fast: boolean): Heard {
  if (burst.endedAt !== null) {
    const late = key.at - burst.endedAt <= lateEndMs;
    return { burst: noBurst, swallow: late, becameSure: false, ended: null };
  }
  // The silence is not over yet, so that a slower Enter still belongs to it.
  const belongs = burst.sure && (fast || key.at - burst.lastAt <= lateEndMs);
  return { burst: noBurst, swallow: belongs, becameSure: false, ended: belongs ? burst.text : null };
}

/** Some scanners put the symbology before the code, as ISO/IEC 15424 has it: `]C0`, `]Q1`. */
const symbology = /^\]?[a-z]\d(?=\d{12}$)/i;

/** The code of ours in a burst; null for another firm's barcode, which is ignored. */
export function codeIn(text: string): Code | null {
  const bare = text.replace(symbology, '');
  return isCode(bare) ? bare : null;
}

function isShift({ code, key }: Key): boolean {
  return code.startsWith('Shift') || key === 'Shift' || key === 'CapsLock';
}

function isEnd({ code, key }: Key): boolean {
  return ['Enter', 'NumpadEnter', 'Tab'].includes(code) || key === 'Enter' || key === 'Tab';
}

function characterOf({ code, key }: Key): string | null {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return digit;
  if (code === 'BracketRight') return ']';
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return letter;
  return key.length === 1 ? key : null;
}
