import { randomUUID } from 'node:crypto';
import { processes } from '../../shared/contracts/processes.ts';
import { type ScanResult, scanning } from '../../shared/contracts/scanning.ts';
import { Caller } from './caller.ts';
import { type ColleagueKey, colleagues, examplePassword } from './colleagues.ts';
import type { OfficeClock } from './office-clock.ts';

export interface Paper {
  code: string;
  customer: { id: string; ref: string; name: string };
}

/** One thing that somebody did at some time. */
export interface Entry {
  at: Date;
  act: (office: Office) => Promise<unknown>;
}

/** What a clerk holds before the scanner, and what the station is set to. */
interface Held {
  code: string;
  moment?: string;
  /** A place's name. */
  place?: string;
  undoes?: string;
}

/** The office as it is being lived in: who works there, and what has a code by now. */
export class Office {
  readonly clock: OfficeClock;
  readonly #people: Record<ColleagueKey, Caller>;
  readonly #codes = new Map<string, string>();
  readonly #papers = new Map<string, Paper[]>();
  /** Ids of mailings by their keys. */
  readonly mailings = new Map<string, string>();

  constructor(url: string, clock: OfficeClock) {
    this.clock = clock;
    const callers = Object.entries(colleagues).map(([key, { email }]) => [
      key,
      new Caller(url, clock, { email, password: examplePassword }),
    ]);
    this.#people = Object.fromEntries(callers) as Record<ColleagueKey, Caller>;
  }

  person(key: ColleagueKey): Caller {
    return this.#people[key];
  }

  /** Names of places are unique in this office. */
  noteCode(name: string, code: string): void {
    this.#codes.set(name, code);
  }

  codeOf(name: string): string {
    return known(this.#codes.get(name), name);
  }

  notePapers(mailing: string, papers: Paper[]): void {
    this.#papers.set(mailing, papers);
  }

  /** By its run number, from 1. */
  paper(mailing: string, run: number): Paper {
    return known(this.#papers.get(mailing)?.[run - 1], `paper ${run} of ${mailing}`);
  }

  /** What the station sends for one paper; the scan's id comes along, for who wants to take it back. */
  async scan(who: ColleagueKey, held: Held, station = stationOf[who]): Promise<ScanResult & { id: string }> {
    const at = this.clock.now().toISOString();
    const { place, ...rest } = held;
    const scan = { id: randomUUID(), at, ...rest, ...(place !== undefined && { place: this.codeOf(place) }) };
    const body = { station: station ?? 'Post desk 1', sentAt: at, scans: [scan] };
    const { results } = await this.person(who).call(scanning.book, { body });
    return known(results[0], 'a result');
  }

  /** A command's code as the printed sheet has it. */
  async commandCode(name: string): Promise<string> {
    const { items } = await this.person('marit').call(processes.listCommands);
    return known(items.find((each) => each.name === name)?.code, name);
  }
}

const stationOf: Partial<Record<ColleagueKey, string>> = {
  marit: 'Post desk 1',
  joost: 'Post desk 2',
  omer: 'Archive desk',
};

function known<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`The example office has no ${what}`);
  return found;
}
