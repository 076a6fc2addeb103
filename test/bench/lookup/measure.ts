import { type Chance, makeChance } from '../../../server/example/chance.ts';
import type { Connection } from '../../../server/platform/db/database.ts';
import type { BareRound } from './bare-process.ts';
import { HttpLoad, type HttpRound } from './http-load.ts';
import { type App, type Bare, signClerksIn, withApp, withBare } from './processes.ts';
import { type Kind, kinds, type Request } from './requests.ts';
import type { Statement } from './statement.ts';

export type Requests = Record<Kind, Request[]>;

/** What one kind of request has shown. */
export interface Measured {
  http: HttpRound[];
  bare: BareRound[];
  /** Processor time of the product for one request, milliseconds. */
  appCpuMs: number;
  /** What each request ran. */
  statements: Statement[][];
  /** The part of the answers that were the best there are. */
  best: number;
}

export interface MeasureSettings {
  connection: Connection;
  requests: Requests;
  rounds: number;
  say(line: string): void;
}

/** One answer in so many is checked while it is measured; each was checked before. */
const checkEach = 50;

/**
 * Asks each request once and keeps which statements it ran; then the same requests over HTTP and the same statements
 * bare, in turns, so that whatever else the machine does meets both.
 */
export async function measure({
  connection,
  requests,
  rounds,
  say,
}: MeasureSettings): Promise<Record<Kind, Measured>> {
  const recorded = await withApp(connection, true, (app) => record(app, requests, say));
  return withApp(connection, false, (app) =>
    withBare(connection, async (bare) => {
      const load = new HttpLoad(app.url, recorded.cookies);
      const measured = {} as Record<Kind, Measured>;
      for (const kind of kinds) {
        const { statements, best } = recorded.kinds[kind];
        await bare.keep(kind, statements);
        const turns = await takeTurns(kind, requests[kind], { app, bare, load, rounds });
        measured[kind] = { ...turns, statements, best };
        say(`${kind} measured`);
      }
      load.close();
      return measured;
    }),
  );
}

interface Recorded {
  cookies: string[];
  kinds: Record<Kind, { statements: Statement[][]; best: number }>;
}

async function record(app: App, requests: Requests, say: (line: string) => void): Promise<Recorded> {
  const cookies = await signClerksIn(app);
  const load = new HttpLoad(app.url, cookies);
  const recorded = {} as Recorded['kinds'];
  for (const kind of kinds) {
    // What is looked up once and then known (a process) is none of a request's usual statements.
    for (const { path } of requests[kind].slice(0, 100)) await load.get(path, 0);
    await app.takeStatements();
    const statements: Statement[][] = [];
    let best = 0;
    for (const [number, { path, check }] of requests[kind].entries()) {
      if (check(await load.get(path, number))) best += 1;
      statements.push(await app.takeStatements());
    }
    recorded[kind] = { statements, best: best / requests[kind].length };
    say(`${kind}: ${statements.length} answers checked`);
  }
  load.close();
  return { cookies, kinds: recorded };
}

interface Turns {
  app: App;
  bare: Bare;
  load: HttpLoad;
  rounds: number;
}

async function takeTurns(kind: Kind, requests: readonly Request[], { app, bare, load, rounds }: Turns) {
  const chance = makeChance(8);
  const http: HttpRound[] = [];
  const bareRounds: BareRound[] = [];
  let cpu = 0;
  // The first round warms both up and counts for nothing.
  for (let round = 0; round <= rounds; round += 1) {
    const order = shuffled(requests.length, chance);
    const before = await app.cpuMs();
    const overHttp = await load.round(requests, order, checkEach);
    const used = (await app.cpuMs()) - before;
    const alone = await bare.round(kind, order);
    if (round === 0) continue;
    http.push(overHttp);
    bareRounds.push(alone);
    cpu += used;
  }
  return { http, bare: bareRounds, appCpuMs: cpu / (rounds * requests.length) };
}

function shuffled(count: number, chance: Chance): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = chance.below(last + 1);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}
