import type { Code } from '../../../shared/codes/code.ts';
import type { PathStep } from '../../../shared/contracts/places.ts';
import type { ScanResult } from '../../../shared/contracts/scanning.ts';

/** What a clerk does at a station: its state. What changes it is in `reduce-session.ts`. */

export type Source = 'camera' | 'scanner' | 'typed' | 'screen';

export interface ChosenMoment {
  name: string;
  label: string;
  commandCode: Code;
}

/** What a command code means here. */
export type Command = { is: 'moment'; moment: ChosenMoment } | { is: 'undo' | 'clear' | 'done' | 'practice' };

export interface KnownPlace {
  name: string;
  path: readonly PathStep[];
}

/** One scan of a paper: waiting for the server, or answered by it. */
export interface Scan {
  id: string;
  code: Code;
  /** ISO 8601, by the station's clock. */
  at: string;
  source: Source;
  moment: ChosenMoment | null;
  place: Code | null;
  /** The id of the scan that this one takes back. */
  undoes: string | null;
  /** Null until the server has said what became of it: until then it is not booked. */
  result: ScanResult | null;
  /** Whether a later scan takes this one back. */
  takenBack: 'no' | 'asked' | 'yes';
}

/** Why nothing more is taken. */
export interface Stop {
  why: 'unreachable' | 'unavailable' | 'signed-out' | 'other-person' | 'refused';
  /** The server's code for it, where it gave one. */
  problem: string | null;
  /** How often the same scans have been sent in vain. */
  tries: number;
}

export type Notice =
  | 'command-unknown'
  | 'not-read'
  | 'nothing-to-undo'
  | 'show-one'
  | 'answer-first'
  | 'paper-first'
  | 'place-unknown'
  | 'practice'
  | 'cleared';

/** What fills the middle of the screen. */
export type Panel =
  | { is: 'ready' }
  | { is: 'moment-set' }
  | { is: 'place-set' }
  /** Somebody comes back to what he had set. */
  | { is: 'still-set' }
  | { is: 'asking' }
  | { is: 'scan'; id: string }
  | { is: 'notice'; notice: Notice; code: Code | null }
  | { is: 'done'; at: string };

export type Sound = 'booked' | 'already' | 'refused' | 'unknown' | 'exception' | 'seen' | 'click' | 'stop';

export interface Session {
  commands: Readonly<Record<string, Command>>;
  /** One moment for the whole pile, or the clerk says it of each paper. */
  mode: 'sticky' | 'each';
  moment: ChosenMoment | null;
  place: Code | null;
  places: Readonly<Record<string, KnownPlace>>;
  /** The paper of which the clerk is asked what it is. */
  asking: { code: Code; at: string; source: Source; id: string } | null;
  /** The newest first; waiting, answered, and those that take others back. */
  scans: readonly Scan[];
  /** The newest scan when the moment was set; null: the pile had not begun. */
  momentSetAfter: string | null;
  /** The pile is done: the next paper begins another. */
  done: boolean;
  stop: Stop | null;
  panel: Panel;
  /** What is to be heard; a higher number is a new sound. */
  signal: { n: number; sound: Sound };
}

export const freshSession: Session = {
  commands: {},
  mode: 'sticky',
  moment: null,
  place: null,
  places: {},
  asking: null,
  scans: [],
  momentSetAfter: null,
  done: false,
  stop: null,
  panel: { is: 'ready' },
  signal: { n: 0, sound: 'click' },
};

/** What has not been answered yet, the oldest first: just what has to be sent. */
export function waitingScans({ scans }: Session): Scan[] {
  return scans.filter(({ result }) => result === null).reverse();
}
