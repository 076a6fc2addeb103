import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScanResult } from '../../shared/contracts/scanning.ts';
import { makeScanHouse, type ScanHouse } from '../support/scans.ts';
import { startTestApp } from '../support/test-app.ts';
import { compareHouses } from './compare.ts';
import { type Furniture, furnish } from './furnish.ts';
import { HouseModel } from './model.ts';
import { type Asked, type AskedScan, anyRequest, meanScan } from './requests.ts';

const runs = Number(process.env['SPOOR_PROPERTY_RUNS'] ?? 40);

let house: ScanHouse;

beforeAll(async () => {
  house = await makeScanHouse(await startTestApp());
});

afterAll(() => house.app.stop());

/** Sends what is asked, by a station whose clock is wrong by its own measure; compares each outcome with the model's. */
async function sendAndCompare(model: HouseModel, furniture: Furniture, asked: Asked, sent: AskedScan[]) {
  const sentAt = house.app.clock.now().getTime() + asked.clockOff;
  const meant = asked.scans
    .map((scan) => meanScan(scan, furniture, sentAt, sent))
    .filter((scan) => scan !== undefined);
  const scans: object[] = [];
  const expected: ReturnType<HouseModel['scan']>[] = [];
  for (const scan of meant) {
    if (model.isOpen(scan.meant, sentAt)) continue;
    expected.push(model.scan(scan.meant, sentAt));
    scans.push(scan.wire);
    sent.push(scan);
  }
  if (scans.length === 0) return;
  const body = { station: asked.station, sentAt: new Date(sentAt).toISOString(), scans };
  const answer = await house.station.post<{ results: ScanResult[] }>('/scans', body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  const told = answer.body.results.map((result, index) => ({
    outcome: result.outcome,
    ...halves(result, (scans[index] as { undoes?: string }).undoes !== undefined),
  }));
  const wanted = expected.map(({ problems, ...rest }, index) => ({
    ...rest,
    ...missingProblems(problems ?? [], answer.body.results[index]),
  }));
  expect(told, JSON.stringify(body, null, 1)).toEqual(wanted);
}

/** Which halves tell of an undone scan is compared in the told tests. */
function halves({ moment, place }: ScanResult, undoes: boolean) {
  if (undoes) return {};
  return { ...(moment ? { moment: moment.outcome } : {}), ...(place ? { place: place.outcome } : {}) };
}

function missingProblems(wanted: string[], result: ScanResult | undefined) {
  const told = [result?.problem, result?.moment?.problem, result?.place?.problem].map((each) => each?.code);
  const missing = wanted.filter((code) => !told.includes(code as never));
  return missing.length > 0 ? { missing, told } : {};
}

test(`${runs} houses: whatever is scanned, from wherever and however often, comes out as the model says`, {
  timeout: 600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyRequest, { minLength: 1, maxLength: 25 }), async (requests) => {
      const model = new HouseModel();
      const furniture = await furnish(house, model);
      const sent: AskedScan[] = [];
      for (const asked of requests) {
        house.app.clock.advance({ seconds: asked.pause });
        if (asked.missing !== undefined) {
          const code = furniture.papers[asked.missing % furniture.papers.length] as string;
          const answer = await house.office.post(`/documents/${code}/missing`, undefined);
          expect(answer.status).toBe(model.reportMissing(code) ? 200 : answerWhereNotPlaced(model, code));
        }
        await sendAndCompare(model, furniture, asked, sent);
      }
      await compareHouses(house, model);
    }),
    { numRuns: runs, seed: Number(process.env['SPOOR_PROPERTY_SEED'] ?? 20_270_309), endOnFailure: false },
  );
  expect(await house.damage()).toEqual([]);
});

/** Missing already is well; what lies nowhere cannot be missing. */
function answerWhereNotPlaced(model: HouseModel, code: string): number {
  return model.papers.get(code)?.state === 'unknown' ? 200 : 409;
}
