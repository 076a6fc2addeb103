import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../../server/example/chance.ts';
import type { ScanResult } from '../../shared/contracts/scanning.ts';
import type { Answer, ApiClient } from '../support/api-client.ts';

interface StationScan {
  id: string;
  code: string;
  moment?: string;
  place?: string;
  at: string;
}

/** A scan with the first reply that came for it. */
export interface Acknowledged {
  scan: StationScan;
  result: ScanResult;
}

/** What all stations share. */
export interface Shift {
  codes: string[];
  boxes: string[];
  /** How to reach the product just now. */
  client(): ApiClient;
  over: boolean;
  acknowledged: Acknowledged[];
  /** Tries that brought no reply, or one that it is not available. */
  refusedToTalk: number;
  /** Answers that must not be, whatever was killed. */
  failures: string[];
}

/** Scans until the shift is over; what was not acknowledged it sends again until it is, and some of the rest too. */
export async function runStation(shift: Shift, station: string, chance: Chance): Promise<void> {
  while (!shift.over) {
    const scans = Array.from({ length: 1 + chance.below(4) }, () => anyScan(shift, chance));
    const results = await sendUntilHeard(shift, station, scans);
    for (const [index, scan] of scans.entries()) {
      const result = results[index];
      if (result?.id === scan.id) shift.acknowledged.push({ scan, result });
      else shift.failures.push(`${scan.id} was answered with ${result?.id}`);
    }
    if (chance.oneIn(10))
      shift.failures.push(...differences(results, await sendUntilHeard(shift, station, scans)));
    await sleep(chance.below(15));
  }
}

const moments = ['answered-yes', 'answered-no', 'remark', 'undeliverable', 'mailed'];

function anyScan({ codes, boxes }: Shift, chance: Chance): StationScan {
  const withMoment = chance.oneIn(2);
  return {
    id: randomUUID(),
    code: chance.pick(codes),
    ...(withMoment ? { moment: chance.pick(moments) } : {}),
    ...(withMoment && chance.oneIn(2) ? {} : { place: chance.pick(boxes) }),
    at: new Date().toISOString(),
  };
}

async function sendUntilHeard(shift: Shift, station: string, scans: StationScan[]): Promise<ScanResult[]> {
  for (;;) {
    const body = { station, sentAt: new Date().toISOString(), scans };
    const answer = await shift
      .client()
      .call<{ results: ScanResult[] }>('POST', '/scans', { body })
      .catch((): Answer<{ results: ScanResult[] }> | undefined => undefined);
    if (answer?.status === 200) return answer.body.results;
    if (answer && answer.status !== 503)
      shift.failures.push(`${answer.status} ${JSON.stringify(answer.body)}`);
    shift.refusedToTalk += 1;
    await sleep(50);
  }
}

/** Outcomes that another answer to the same scans has otherwise; what was refused is decided anew. */
function differences(first: readonly ScanResult[], again: readonly ScanResult[]): string[] {
  return first.flatMap(({ id, outcome }, index) =>
    outcome === 'refused' || again[index]?.outcome === outcome
      ? []
      : [`${id}: ${outcome} at first, ${again[index]?.outcome} when it came again`],
  );
}
