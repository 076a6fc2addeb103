import { type Code, codeKind } from '../../../shared/codes/code.ts';
import { practiceCode } from '../../../shared/codes/practice-code.ts';
import type { ScanResult } from '../../../shared/contracts/scanning.ts';
import { answered } from './answers.ts';
import type { Kept } from './kept-session.ts';
import type {
  ChosenMoment,
  Command,
  KnownPlace,
  Notice,
  Panel,
  Scan,
  Session,
  Sound,
  Source,
  Stop,
} from './session.ts';
import { lastUndoable, takeBack, undoableSinceMoment } from './undo.ts';

/** What a clerk does at a station, as one pure function: no clock, no chance, no server in it. */

/** Whatever needs an id or a time brings it along. */
export type SessionEvent =
  | { type: 'commands-known'; commands: Readonly<Record<string, Command>> }
  | { type: 'scanned'; code: Code; source: Source; id: string; at: string }
  | { type: 'command'; command: Command; id: string; at: string }
  | { type: 'several' }
  /** A hand scanner has read something that is no code of ours. */
  | { type: 'not-read' }
  | { type: 'mode'; mode: Session['mode'] }
  | { type: 'place-known'; code: Code; place: KnownPlace }
  | { type: 'place-unknown'; code: Code }
  | { type: 'next-place' }
  /** `moment` null: what the paper is stays as it is. */
  | { type: 'answer'; moment: ChosenMoment | null }
  | { type: 'drop-asked' }
  | { type: 'undo'; scan: string; id: string; at: string }
  | { type: 'undo-since-moment'; ids: readonly string[]; at: string }
  /** What an earlier page of this station had set, and scanned. */
  | ({ type: 'restored' } & Kept)
  /** The screen is before somebody again: after another page, or loaded anew. */
  | { type: 'back' }
  | { type: 'replied'; results: readonly { code: Code; result: ScanResult }[]; at: string }
  | { type: 'failed'; why: Stop['why']; problem: string | null }
  | { type: 'given-up' };

export function reduceSession(state: Session, event: SessionEvent): Session {
  switch (event.type) {
    case 'commands-known':
      return { ...state, commands: event.commands, moment: inTheseWords(state.moment, event.commands) };
    case 'scanned':
      return scanned(state, event);
    case 'command':
      return state.stop ? sounds(state, 'stop') : obey(state, event.command, event);
    case 'several':
      return state.stop ? state : notice(state, 'show-one', null, 'click');
    case 'not-read':
      if (state.stop) return sounds(state, 'stop');
      // Else the outcome of the paper before would seem to be this one's.
      return state.asking ? sounds(state, 'refused') : notice(state, 'not-read', null, 'refused');
    case 'mode':
      return { ...state, mode: event.mode, moment: event.mode === 'each' ? null : state.moment };
    case 'place-known':
      return { ...state, places: { ...state.places, [event.code]: event.place } };
    case 'place-unknown':
      // Papers scanned meanwhile are the server's to decide; what follows must not go there.
      return state.place === event.code
        ? notice({ ...state, place: null }, 'place-unknown', event.code, 'unknown')
        : state;
    case 'next-place':
      return { ...state, place: null, panel: { is: 'ready' } };
    case 'answer':
      return state.asking ? accept({ ...state, asking: null }, state.asking, event.moment) : state;
    case 'drop-asked':
      return { ...state, asking: null, panel: { is: 'ready' } };
    case 'undo':
      return state.stop ? sounds(state, 'stop') : undo(state, event.scan, [event.id], event.at);
    case 'undo-since-moment':
      return state.stop ? sounds(state, 'stop') : undoSinceMoment(state, event.ids, event.at);
    case 'restored':
      return restored(state, event);
    case 'back':
      return { ...state, panel: panelOnReturn(state) };
    case 'replied':
      return answered(state, event.results);
    case 'failed':
      return failed(state, event);
    case 'given-up':
      return {
        ...state,
        stop: null,
        scans: state.scans.filter(({ result }) => result),
        panel: { is: 'ready' },
      };
  }
}

/** The one way in for every source; the kind of the code says what it means. */
function scanned(state: Session, event: Extract<SessionEvent, { type: 'scanned' }>): Session {
  if (state.stop) return sounds(state, 'stop');
  const { code } = event;
  switch (codeKind(code)) {
    case 'command': {
      const command = state.commands[code];
      return command ? obey(state, command, event) : notice(state, 'command-unknown', code, 'refused');
    }
    case 'container':
    case 'location':
      return sounds({ ...begun(state), place: code, panel: askingOr(state, { is: 'place-set' }) }, 'click');
    case 'document':
      return paper(begun(state), event);
  }
}

function paper(state: Session, event: { code: Code; source: Source; id: string; at: string }): Session {
  if (state.mode === 'sticky') return accept(state, event, state.moment);
  // The first paper is not booked yet; a second one now would push it out.
  if (state.asking) return notice(state, 'answer-first', state.asking.code, 'refused');
  const { code, source, id, at } = event;
  return sounds({ ...state, asking: { code, source, id, at }, panel: { is: 'asking' } }, 'click');
}

function accept(
  state: Session,
  { code, source, id, at }: { code: Code; source: Source; id: string; at: string },
  moment: ChosenMoment | null,
): Session {
  const { place } = state;
  const scan: Scan = { id, code, at, source, moment, place, undoes: null, result: null, takenBack: 'no' };
  return { ...state, scans: [scan, ...state.scans], panel: { is: 'scan', id } };
}

function obey(state: Session, command: Command, { id, at }: { id: string; at: string }): Session {
  switch (command.is) {
    case 'moment':
      return momentChosen(state, command.moment);
    case 'undo': {
      const scan = lastUndoable(state);
      return scan ? undo(state, scan.id, [id], at) : notice(state, 'nothing-to-undo', null, 'refused');
    }
    case 'practice':
      return notice(state, 'practice', practiceCode, 'seen');
    case 'clear':
      return notice({ ...state, moment: null, place: null, asking: null }, 'cleared', null, 'click');
    case 'done':
      return sounds(
        {
          ...state,
          moment: null,
          place: null,
          asking: null,
          done: true,
          panel: { is: 'done', at },
        },
        'seen',
      );
  }
}

function momentChosen(state: Session, moment: ChosenMoment): Session {
  if (state.mode === 'each') {
    if (state.asking) return accept({ ...state, asking: null }, state.asking, moment);
    return notice(state, 'paper-first', null, 'refused');
  }
  const started = begun(state);
  return sounds(
    { ...started, moment, momentSetAfter: started.scans[0]?.id ?? null, panel: { is: 'moment-set' } },
    'click',
  );
}

function undo(state: Session, target: string, ids: readonly string[], at: string): Session {
  const after = takeBack(state, [target], ids, at);
  return after.scans === state.scans ? notice(state, 'nothing-to-undo', null, 'refused') : after;
}

function undoSinceMoment(state: Session, ids: readonly string[], at: string): Session {
  const targets = undoableSinceMoment(state).map(({ id }) => id);
  return takeBack(state, targets, ids, at);
}

/** Nothing has been scanned with this moment since, so "all since" means none of these. */
function restored(state: Session, { mode, moment, place, scans }: Kept): Session {
  return { ...state, mode, moment, place, scans, momentSetAfter: scans[0]?.id ?? null };
}

/**
 * What is set is said before the next paper goes that way; an outcome of before would seem to be that of the paper in
 * hand. A paper that is not booked or not answered for stays in front.
 */
function panelOnReturn({ asking, panel, scans, moment, place }: Session): Panel {
  if (asking) return { is: 'asking' };
  const waiting = scans.find(({ result }) => result === null);
  if (waiting) return { is: 'scan', id: waiting.id };
  if (panel.is === 'done') return panel;
  return moment || place ? { is: 'still-set' } : { is: 'ready' };
}

/** The language may have changed since the moment was chosen. */
function inTheseWords(moment: ChosenMoment | null, commands: Session['commands']): ChosenMoment | null {
  const command = moment && commands[moment.commandCode];
  return command?.is === 'moment' ? command.moment : moment;
}

function failed(state: Session, { why, problem }: Extract<SessionEvent, { type: 'failed' }>): Session {
  const tries = (state.stop?.tries ?? 0) + 1;
  const stopped = { ...state, stop: { why, problem, tries } };
  return state.stop ? stopped : sounds(stopped, 'stop');
}

/** After DONE the first thing that happens begins another pile; what still waits goes along. */
function begun(state: Session): Session {
  if (!state.done) return state;
  const scans = state.scans.filter(({ result }) => result === null);
  return { ...state, done: false, scans, momentSetAfter: null };
}

function askingOr(state: Session, panel: Panel): Panel {
  return state.asking ? { is: 'asking' } : panel;
}

function notice(state: Session, what: Notice, code: Code | null, sound: Sound): Session {
  return sounds({ ...state, panel: { is: 'notice', notice: what, code } }, sound);
}

function sounds(state: Session, sound: Sound): Session {
  return { ...state, signal: { n: state.signal.n + 1, sound } };
}
