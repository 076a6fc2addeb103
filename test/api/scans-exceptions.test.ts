import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScanException } from '../../shared/contracts/scanning.ts';
import { problemOf } from '../support/api-client.ts';
import { getMailing } from '../support/register.ts';
import { makeScanHouse, type ScanHouse } from '../support/scans.ts';
import { startTestApp } from '../support/test-app.ts';

let house: ScanHouse;

beforeAll(async () => {
  house = await makeScanHouse(await startTestApp());
});

afterAll(async () => {
  expect(await house.damage()).toEqual([]);
  await house.app.stop();
});

/** A coupon with yes, and then no from another desk. */
async function contradicted(place?: string): Promise<{ code: string; id: string }> {
  const [code] = (await house.papers(1)) as [string];
  await house.scan({ code, moment: 'answered-yes', ...(place === undefined ? {} : { place }) });
  await house.scan({ code, moment: 'answered-no' }, { station: 'Desk 2' });
  const [waiting] = (await house.exceptions()).filter((each) => each.code === code);
  return { code, id: String(waiting?.id) };
}

const settle = (id: string, decision: string, reason = 'Looked at the paper') =>
  house.office.post<ScanException>(`/scans/exceptions/${id}/settle`, { decision, reason });

test('an exception says what contradicts what, from whom, and where the paper lies', async () => {
  const box = await house.box();
  const { code, id } = await contradicted(box);
  const waiting = (await house.exceptions()).find((each) => each.id === id);
  expect(waiting).toMatchObject({
    code,
    reason: 'contradiction',
    moment: { name: 'answered-no' },
    present: expect.stringMatching(/yes/i),
    earlier: { station: 'Desk 1', by: { name: 'Test mailroom' } },
    place: { state: 'placed' },
    station: 'Desk 2',
    by: { name: 'Test mailroom' },
    settled: null,
  });
  expect(waiting?.place?.path.at(-1)?.code).toBe(box);
});

test.each([
  ['scanned', 2],
  ['present', 1],
  ['dismissed', 1],
])('settled as %s: the answer is then %i, by an event, once', async (decision, answer) => {
  const { code, id } = await contradicted();
  const before = (await house.events(code)).length;
  const answered = await settle(id, decision);
  expect(answered.status).toBe(200);
  expect(answered.body.settled).toMatchObject({ decision, reason: 'Looked at the paper' });
  expect((await house.paper(code)).status['answer']).toBe(answer);
  const events = await house.events(code);
  expect(events).toHaveLength(before + 1);
  expect(events.at(-1)).toMatchObject({ kind: 'settled', by: { name: 'Test crm-campaign-records' } });
  expect((await house.exceptions()).some((each) => each.id === id)).toBe(false);
  expect((await house.exceptions(true)).some((each) => each.id === id)).toBe(true);
  expect(problemOf(await settle(id, 'dismissed')).code).toBe('exception-settled');
  expect(await house.events(code)).toHaveLength(before + 1);
});

test('two who settle the same exception at once: one decides, the other is told so', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { code, id } = await contradicted();
    const answers = await Promise.all([
      settle(id, 'scanned'),
      settle(id, 'present'),
      settle(id, 'dismissed'),
    ]);
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 409, 409]);
    expect((await house.events(code)).filter(({ kind }) => kind === 'settled')).toHaveLength(1);
  }
});

test('a scan while its exception is settled: both count, one after the other', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { code, id } = await contradicted();
    const box = await house.box();
    const [settled, scanned] = await Promise.all([settle(id, 'scanned'), house.scan({ code, place: box })]);
    expect([settled.status, scanned.outcome]).toEqual([200, 'booked']);
    const { status, place } = await house.paper(code);
    expect([status['answer'], place.path.at(-1)?.code]).toEqual([2, box]);
  }
});

test('a late answer that is confirmed is booked; it goes where the scan said only if it lies nowhere', async () => {
  const [first, second] = (await house.papers(2)) as [string, string];
  const [box, other] = [await house.box(), await house.box()];
  const at = '2026-01-01T00:00:00Z';
  await house.send([
    { code: first, moment: 'answered-yes', place: box, at },
    { code: second, moment: 'answered-yes', place: box, at },
  ]);
  await house.scan({ code: second, place: other });
  for (const code of [first, second]) {
    const waiting = (await house.exceptions()).find((each) => each.code === code);
    expect(waiting).toMatchObject({ reason: 'too-old' });
    expect(waiting?.scannedPlace.at(-1)?.code).toBe(box);
    expect((await settle(String(waiting?.id), 'scanned')).status).toBe(200);
  }
  expect((await house.paper(first)).status['answer']).toBe(1);
  expect((await house.paper(first)).place.path.at(-1)?.code).toBe(box);
  expect((await house.paper(second)).place.path.at(-1)?.code).toBe(other);
});

test('there is nothing present to keep where nothing contradicts', async () => {
  const [code] = (await house.papers(1)) as [string];
  await house.scan({ code, moment: 'answered-yes', at: '2026-01-01T00:00:00Z' });
  const waiting = (await house.exceptions()).find((each) => each.code === code);
  expect(problemOf(await settle(String(waiting?.id), 'present')).code).toBe('exception-impossible');
});

test('a settlement needs a reason and a decision that there is', async () => {
  const { id } = await contradicted();
  const fields = async (body: object) =>
    problemOf(await house.office.post(`/scans/exceptions/${id}/settle`, body)).errors?.map(
      ({ field }) => field,
    );
  expect(await fields({ decision: 'scanned' })).toEqual(['reason']);
  expect(await fields({ decision: 'scanned', reason: ' ' })).toEqual(['reason']);
  expect(await fields({ decision: 'both', reason: 'x' })).toEqual(['decision']);
  const gone = await house.office.post('/scans/exceptions/0199a0e0-0000-7000-8000-000000000000/settle', {
    decision: 'scanned',
    reason: 'x',
  });
  expect(problemOf(gone).code).toBe('not-found');
});

test('the figures of the mailing follow: booked, contradicted, taken back, settled', async () => {
  const codes = await house.papers(10);
  const mailing = (await house.paper(codes[0] as string)).mailing.id;
  const ids = new Map<string, string>();
  for (const [index, code] of codes.entries()) {
    const moment = index < 5 ? 'answered-yes' : index < 8 ? 'undeliverable' : undefined;
    const [scan] = house.scans({ code, ...(moment === undefined ? {} : { moment }) });
    ids.set(code, String(scan?.id));
    await house.send([scan as { id: string; code: string }]);
  }
  const figures = async () => {
    const { answered, undeliverable, issued } = (await getMailing(house.office, mailing)).figures;
    return { issued, answered, undeliverable };
  };
  expect(await figures()).toEqual({ issued: 10, answered: 5, undeliverable: 3 });
  await house.scan({ code: codes[0] as string, undoes: String(ids.get(codes[0] as string)) });
  expect(await figures()).toEqual({ issued: 10, answered: 4, undeliverable: 3 });
  await house.scan({ code: codes[7] as string, moment: 'answered-no' });
  expect(await figures()).toEqual({ issued: 10, answered: 4, undeliverable: 3 });
  const waiting = (await house.exceptions()).find((each) => each.code === codes[7]);
  expect((await settle(String(waiting?.id), 'scanned')).status).toBe(200);
  expect(await figures()).toEqual({ issued: 10, answered: 5, undeliverable: 2 });
});
