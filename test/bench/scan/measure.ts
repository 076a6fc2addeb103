import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Connection } from '../../../server/platform/db/database.ts';
import { processorSeconds } from './cpu.ts';
import type { Load, LoadRound } from './load.ts';
import { runPgbench } from './reference.ts';

/** Scans one at a time from 8 and from 32 stations, and from 8 that have 100 each in a request. */
export const shapes = {
  single8: { connections: 8, each: 1 },
  single32: { connections: 32, each: 1 },
  batch100: { connections: 8, each: 100 },
} as const;
export type Shape = keyof typeof shapes;
export const shapeNames = Object.keys(shapes) as Shape[];

export interface Measured {
  http: LoadRound[];
  /** Processor time of one scan, microseconds. */
  productUs: number[];
  postgresUs: number[];
  /** The reference at the same connections, transactions per second, and what each takes of a processor. */
  reference: number[];
  referenceUs: number[];
}

interface MeasureSettings {
  owner: Connection;
  /** pgbench's file. */
  script: string;
  load: Load;
  productPid: number;
  rounds: number;
  seconds: number;
  say(line: string): void;
}

/** In turns, so that whatever else the machine does meets both sides. The first round warms up and counts for nothing. */
export async function measure(settings: MeasureSettings): Promise<Record<Shape, Measured>> {
  const { owner, script, load, productPid, rounds, seconds, say } = settings;
  const postgresPid = findPostgres(owner);
  const measured = Object.fromEntries(
    shapeNames.map((shape): [Shape, Measured] => [
      shape,
      { http: [], productUs: [], postgresUs: [], reference: [], referenceUs: [] },
    ]),
  ) as Record<Shape, Measured>;
  for (let round = 0; round <= rounds; round += 1) {
    const lasting = round === 0 ? Math.min(seconds, 3) : seconds;
    for (const shape of shapeNames) {
      const { connections, each } = shapes[shape];
      const start = processorSeconds(postgresPid);
      const reference = await runPgbench(owner, script, { connections, seconds: lasting });
      const before = [processorSeconds(productPid), processorSeconds(postgresPid)];
      const http = await load.round({ connections, seconds: lasting, each });
      const after = [processorSeconds(productPid), processorSeconds(postgresPid)];
      const ratio = (http.perSecond / reference).toFixed(3);
      say(
        `round ${round}: ${shape} ${Math.round(http.perSecond)} scans/s of ${Math.round(reference)} = ${ratio}`,
      );
      if (round === 0) continue;
      const us = (part: number) => (((after[part] ?? 0) - (before[part] ?? 0)) * 1_000_000) / http.scans;
      measured[shape].http.push(http);
      measured[shape].reference.push(reference);
      measured[shape].referenceUs.push((((before[1] ?? 0) - start) * 1_000_000) / (reference * lasting));
      measured[shape].productUs.push(us(0));
      measured[shape].postgresUs.push(us(1));
    }
  }
  return measured;
}

/** The process above all others of Postgres: its socket's lock file names it. */
function findPostgres({ host, port }: Connection): number {
  return Number(readFileSync(path.join(host, `.s.PGSQL.${port}.lock`), 'utf8').split('\n')[0]);
}
