import {
  bookMoment,
  comesBack,
  issuedValues,
  momentNames,
  type PaperType,
  type Values,
} from './moments-model.ts';
import { inItself, isFull, type PlaceModel } from './places-model.ts';
import { contentsOf, isTooOld, readCode, type ScanMeant } from './scan-meant.ts';

/**
 * The house as a small plain model: papers, places, what has been scanned. Written from the description of `POST /scans`
 * and from nothing that the product does; it is slow, knows one thing at a time and never forgets.
 */

export interface PaperModel {
  type: PaperType;
  values: Values;
  state: string;
  place: string | null;
  /** Kinds of its events, oldest first. */
  events: string[];
}

type Half = 'booked' | 'already-booked' | 'exception' | 'refused';

export interface Expected {
  outcome: string;
  moment?: Half;
  place?: Half;
  /** Codes that must be among the problems, where there is just one thing wrong. */
  problems?: string[];
}

interface Remembered {
  contents: string;
  reply: Expected;
  /** Set where something changed: what it was like before. */
  before?: { values: Values; state: string; place: string | null; parent: string | null; version: number };
  /** Whether a half says so; a paper that was only seen to be back says that nothing was booked. */
  saidBooked: boolean;
  isUndo: boolean;
  undone: boolean;
}

export class HouseModel {
  readonly papers = new Map<string, PaperModel>();
  readonly places = new Map<string, PlaceModel>();
  /** Command codes of moments, with their names; and those of the station's own. */
  readonly commands = new Map<string, string>();
  readonly stationCommands = new Set<string>();
  /** Scans that wait for a person, with their codes. */
  readonly #waiting = new Map<string, string>();
  /** By code, what was done to it (ids of scans) and was not taken back; the last of it can be. */
  readonly #standing = new Map<string, string[]>();
  readonly #remembered = new Map<string, Remembered>();

  addPaper(code: string, type: PaperType, state = 'not-yet-mailed'): void {
    const events = state === 'void' ? ['issued', 'void'] : ['issued'];
    this.papers.set(code, { type, values: issuedValues(type), state, place: null, events });
  }

  /** Somebody looked for it and did not find it. */
  reportMissing(code: string): boolean {
    const paper = this.papers.get(code);
    if (paper?.state !== 'placed') return false;
    paper.events.push('missing');
    this.#stand(code).push('missing');
    Object.assign(paper, { state: 'unknown', place: null });
    return true;
  }

  scan(meant: ScanMeant, sentAt: number): Expected {
    const code = readCode(meant.code);
    if (code === undefined) return { outcome: 'unknown', problems: ['code-wrong'] };
    if (this.commands.has(code) || this.stationCommands.has(code)) {
      return { outcome: 'refused', problems: ['command-code'] };
    }
    const location = this.places.get(code)?.class === 'location';
    if (!this.papers.has(code) && !this.places.has(code))
      return { outcome: 'unknown', problems: ['code-unknown'] };
    const key = `${code} ${meant.id}`;
    const contents = contentsOf(meant);
    const first = this.#remembered.get(key);
    if (first && first.contents === contents) return { ...first.reply, problems: [] };
    if (first) return { outcome: 'refused', problems: location ? [] : ['scan-id-reused'] };

    const before = this.#snapshot(code);
    const reply = location ? scanLocation(meant) : this.#decide(code, meant, isTooOld(meant, sentAt));
    const changed = this.#snapshot(code).version !== before.version;
    if ([reply.outcome, reply.moment, reply.place].includes('exception')) this.#waiting.set(key, code);
    if (changed && meant.undoes === undefined) this.#stand(code).push(meant.id);
    if (reply.outcome !== 'refused') {
      const saidBooked = reply.moment === 'booked' || reply.place === 'booked' || reply.outcome === 'booked';
      const kept: Remembered = {
        contents,
        reply,
        saidBooked,
        isUndo: meant.undoes !== undefined,
        undone: false,
      };
      if (changed) kept.before = before;
      this.#remembered.set(key, kept);
    }
    return reply;
  }

  /** Codes with a scan that waits for a person. */
  waiting(): string[] {
    return [...new Set(this.#waiting.values())].toSorted();
  }

  #stand(code: string): string[] {
    const standing = this.#standing.get(code) ?? [];
    this.#standing.set(code, standing);
    return standing;
  }

  /** Whether the description leaves open what becomes of this scan, so that nobody can be held to it. */
  isOpen(meant: ScanMeant, sentAt: number): boolean {
    const code = readCode(meant.code) ?? '';
    const tooOld = isTooOld(meant, sentAt);
    if (this.#remembered.has(`${code} ${meant.id}`)) return false;
    if (meant.undoes !== undefined) return tooOld || this.#isUndoOpen(code, meant.undoes);
    if (!tooOld) return false;
    // Whether it is too old or wrong comes first.
    const paper = this.papers.get(code);
    const { moment, place } = meant;
    const wrongMoment = moment !== undefined && !(paper && this.#momentName(paper, moment));
    return (
      paper?.state === 'void' ||
      wrongMoment ||
      (place !== undefined && !this.places.has(readCode(place) ?? ''))
    );
  }

  #isUndoOpen(code: string, id: string): boolean {
    const target = this.#remembered.get(`${code} ${id}`);
    if (!target || target.undone) return false;
    if (target.isUndo) return true;
    const isBox = this.places.has(code);
    if (!target.before) return isBox && this.#waiting.has(`${code} ${id}`);
    if (!target.saidBooked) return true;
    const { parent, place, version } = target.before;
    // Of papers all that came after it may have been taken back; of boxes that is not said.
    if (isBox && this.#stand(code).at(-1) === id && this.#snapshot(code).version !== version + 1) return true;
    const back = parent ?? place;
    return back !== null && (isFull(this, back) || inItself(this.places, code, back));
  }

  #decide(code: string, meant: ScanMeant, tooOld: boolean): Expected {
    if (meant.undoes !== undefined) return this.#undo(code, meant.undoes);
    if (meant.moment === undefined && meant.place === undefined) return { outcome: 'seen' };
    const late = (given: string | undefined) => (given === undefined ? undefined : 'exception');
    if (tooOld) return combine(late(meant.moment), late(meant.place), []);
    const paper = this.papers.get(code);
    return paper ? this.#scanPaper(code, paper, meant) : this.#scanContainer(code, meant);
  }

  #scanPaper(code: string, paper: PaperModel, meant: ScanMeant): Expected {
    const over = paper.state === 'void' || paper.state === 'destroyed';
    const moment = this.#momentName(paper, meant.moment);
    const [where, whereProblem] = this.#placeHalf(code, paper.place, meant.place, over);
    const statusBefore = paper.values;
    let half: Half | undefined;
    const problems = whereProblem;
    if (meant.moment !== undefined) {
      if (over || moment === undefined) {
        half = 'refused';
        if (moment !== undefined) problems.push('moment-not-allowed');
        else if (!over) problems.push('moment-unknown');
      } else {
        const decided = bookMoment(paper.type, paper.values, moment);
        half = decided.outcome;
        if (decided.outcome === 'booked') paper.values = decided.values;
      }
    }
    const stateBefore = paper.state;
    if (where === 'booked') {
      Object.assign(paper, { state: 'placed', place: readCode(meant.place ?? '') ?? null });
    } else if (half !== undefined && half !== 'refused' && (where === undefined || where === 'refused')) {
      const elsewhere = ['not-yet-mailed', 'sent', 'unknown', 'handed-over', 'given-away'];
      if (moment !== undefined && comesBack(moment) && elsewhere.includes(paper.state))
        paper.state = 'received';
      if (moment === 'mailed' && half === 'booked' && paper.state === 'not-yet-mailed') paper.state = 'sent';
    }
    if (paper.values !== statusBefore) paper.events.push('moment');
    else if (where === 'booked') paper.events.push('placed');
    else if (paper.state !== stateBefore) paper.events.push('received');
    return combine(half, where, problems);
  }

  #scanContainer(code: string, meant: ScanMeant): Expected {
    const box = this.places.get(code) as PlaceModel;
    const [where, problems] = this.#placeHalf(code, box.parent, meant.place, false);
    if (where === 'booked') {
      box.parent = readCode(meant.place ?? '') ?? null;
      box.moves += 1;
    }
    if (meant.moment !== undefined) problems.push('moment-unknown');
    return combine(meant.moment === undefined ? undefined : 'refused', where, problems);
  }

  #placeHalf(code: string, present: string | null, given: string | undefined, over: boolean) {
    const problems: string[] = [];
    const half = ((): Half | undefined => {
      if (given === undefined) return undefined;
      const target = readCode(given);
      const known = target !== undefined && this.places.has(target);
      if (!known || over) {
        if (!over) problems.push('place-unknown');
        else if (known) problems.push('place-not-allowed');
        return 'refused';
      }
      if (target === present) return 'already-booked';
      const full = isFull(this, target);
      const loop = inItself(this.places, code, target);
      if (!full && !loop) return 'booked';
      if (full !== loop) problems.push(full ? 'place-full' : 'place-in-itself');
      return 'refused';
    })();
    return [half, problems] as const;
  }

  #undo(code: string, id: string): Expected {
    const target = this.#remembered.get(`${code} ${id}`);
    if (target?.undone) return { outcome: 'already-booked' };
    const waits = this.#waiting.has(`${code} ${id}`);
    if (!target || !(target.before || waits)) return { outcome: 'refused', problems: ['undo-unknown'] };
    const { before } = target;
    if (before && this.#stand(code).at(-1) !== id) return { outcome: 'exception' };
    target.undone = true;
    this.#waiting.delete(`${code} ${id}`);
    // A scan that only waits for a person need not wait any more; nothing else has come of it.
    if (!before) return { outcome: 'booked' };
    this.#stand(code).pop();
    const { values, state, place, parent } = before;
    const paper = this.papers.get(code);
    if (paper) {
      Object.assign(paper, { values, state, place });
      paper.events.push('undone');
    }
    const box = this.places.get(code);
    if (box) Object.assign(box, { parent, moves: box.moves + 1 });
    return { outcome: 'booked' };
  }

  #momentName(paper: PaperModel, given: string | undefined): string | undefined {
    if (given === undefined) return undefined;
    const code = readCode(given);
    const name = code === undefined ? given : this.commands.get(code);
    return name !== undefined && momentNames[paper.type].includes(name) ? name : undefined;
  }

  #snapshot(code: string) {
    const paper = this.papers.get(code);
    const box = this.places.get(code);
    return {
      values: paper?.values ?? {},
      state: paper?.state ?? '',
      place: paper?.place ?? null,
      parent: box?.parent ?? null,
      version: paper?.events.length ?? box?.moves ?? 0,
    };
  }
}

function scanLocation({ moment, place, undoes }: ScanMeant): Expected {
  if (undoes !== undefined) return { outcome: 'refused' };
  if (moment === undefined && place === undefined) return { outcome: 'seen' };
  const refused = (given: string | undefined) => (given === undefined ? undefined : 'refused');
  const problems = [...(place === undefined ? [] : ['location-does-not-move'])];
  if (moment !== undefined) problems.push('moment-unknown');
  return combine(refused(moment), refused(place), problems);
}

/** The whole from its halves. */
function combine(moment: Half | undefined, place: Half | undefined, problems: string[]): Expected {
  const halves = { ...(moment ? { moment } : {}), ...(place ? { place } : {}) };
  const set = new Set(Object.values(halves));
  const [only] = set;
  if (set.size === 1 && only) return { outcome: only, ...halves, problems };
  if (set.has('refused')) return { outcome: 'partly', ...halves, problems };
  return { outcome: set.has('exception') ? 'exception' : 'booked', ...halves, problems };
}
