import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Filled } from './fill.ts';
import { run } from './run.ts';

const generator = fileURLToPath(new URL('generate.lua', import.meta.url));

export interface LoadRound {
  /** Acknowledged. */
  scans: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
}

/** One run of wrk, for the check afterwards: its scans are numbered from `first`, `sent` of them. */
export interface SentRun {
  run: number;
  first: number;
  sent: number;
  acknowledged: number;
}

interface Said {
  sent: number;
  answered: number;
  failed: number;
  broken: number;
  microseconds: number;
  p50Ms: number;
  p99Ms: number;
}

/** Scans over HTTP by wrk with one thread; no scan is made twice. */
export class Load {
  readonly #folder: string;
  readonly #url: string;
  readonly runs: SentRun[] = [];
  #next = 0;

  private constructor(folder: string, url: string) {
    this.#folder = folder;
    this.#url = url;
  }

  static async prepare({ codes, boxes, cookies }: Filled, url: string): Promise<Load> {
    const folder = await mkdtemp(path.join(tmpdir(), 'spoor-bench-'));
    const write = (name: string, lines: readonly string[]) =>
      writeFile(path.join(folder, name), lines.join('\n'), { mode: 0o600 });
    await write('codes.txt', codes);
    await write('boxes.txt', boxes);
    await write('cookies.txt', cookies);
    await write('origin.txt', [new URL(url).origin]);
    return new Load(folder, url);
  }

  async round(settings: { connections: number; seconds: number; each: number }): Promise<LoadRound> {
    const { connections, seconds, each } = settings;
    const number = this.runs.length + 1;
    const first = this.#next;
    const given = ['-t', '1', '-c', String(connections), '-d', `${seconds}s`, '-s', generator, this.#url];
    const said = await run('wrk', [
      ...given,
      '--',
      this.#folder,
      String(number),
      String(first),
      String(each),
    ]);
    const answer = JSON.parse(said.trim().split('\n').at(-1) ?? '') as Said;
    if (answer.failed > 0 || answer.broken > 0 || answer.answered === 0)
      throw new Error(`wrk said:\n${said}`);
    const scans = answer.answered * each;
    this.#next += answer.sent;
    this.runs.push({ run: number, first, sent: answer.sent, acknowledged: scans });
    return {
      scans,
      perSecond: (scans * 1_000_000) / answer.microseconds,
      p50Ms: answer.p50Ms,
      p99Ms: answer.p99Ms,
    };
  }

  tidyUp(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true });
  }
}
