import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentView } from '../../shared/contracts/documents.ts';
import type { DossierView } from '../../shared/contracts/dossiers.ts';
import type { ScanException } from '../../shared/contracts/scanning.ts';
import type { ApiClient } from '../support/api-client.ts';
import { bodyOf, makeScanHouse, readAll, type ScanHouse } from '../support/scans.ts';
import { startTestApp } from '../support/test-app.ts';

let house: ScanHouse;
let crm: ApiClient;

beforeAll(async () => {
  house = await makeScanHouse(await startTestApp());
  crm = await house.app.signedIn('crm');
});

afterAll(async () => {
  expect(await house.damage()).toEqual([]);
  await house.app.stop();
});

const paper = async (): Promise<string> => (await house.papers(1))[0] as string;

/** A coupon with yes, and a no that was set aside; with the id of that scan. */
async function contradicted(): Promise<{ code: string; scan: string }> {
  const code = await paper();
  const [yes, no] = house.scans({ code, moment: 'answered-yes' }, { code, moment: 'answered-no' });
  await house.send([yes as { id: string; code: string }]);
  await house.send([no as { id: string; code: string }]);
  return { code, scan: String(no?.id) };
}

const waiting = async (code: string) => (await house.paper(code)).waiting;

async function settle(code: string, decision: string): Promise<void> {
  const [one] = await waiting(code);
  const answer = await house.office.post(`/scans/exceptions/${one?.id}/settle`, { decision, reason: 'Seen' });
  expect(answer.status).toBe(200);
}

test('a paper that nothing contradicts says so', async () => {
  const code = await paper();
  await house.scan({ code, moment: 'answered-yes' });
  expect(await waiting(code)).toEqual([]);
});

test('yes is not shown as if nothing were in doubt while a no waits: paper, dossier, mailing, box, file', async () => {
  const box = await house.box();
  const { code } = await contradicted();
  await house.scan({ code, place: box });
  const [exception] = (await house.exceptions()).filter((each) => each.code === code);
  const doubt = {
    id: exception?.id,
    reason: 'contradiction',
    moment: { name: 'answered-no', label: 'Answer: no' },
    scannedPlace: [],
    at: exception?.at,
    recordedAt: exception?.recordedAt,
  };
  const { customer, mailing, status, ...shown } = await house.paper(code);
  expect(status['answer']).toBe(1);
  expect(shown.waiting).toEqual([doubt]);
  const dossier = bodyOf(await crm.get<DossierView>(`/customers/${customer?.id}/dossier`));
  expect(dossier.documents.find((each) => each.code === code)?.waiting).toEqual([doubt]);
  expect(dossier.documents.filter((each) => each.waiting.length > 0).length).toBe(1);
  const ofMailing = await readAll<DocumentView>(house.office, `/mailings/${mailing.id}/documents`);
  expect(ofMailing.map((each) => each.waiting)).toEqual([[doubt]]);
  const inBox = await readAll<DocumentView>(house.office, `/places/${box}/documents`);
  expect(inBox.map((each) => each.waiting)).toEqual([[doubt]]);
  const file = await house.office.get<string>(`/mailings/${mailing.id}/documents.csv`);
  expect(String(file.body)).toContain(`,${exception?.at} Answer: no\r\n`);
});

test('what waits is said in the language of the reader', async () => {
  const { code } = await contradicted();
  const dutch = await crm.get<DocumentView>(`/documents/${code}`, {
    headers: { 'accept-language': 'nl-NL' },
  });
  expect(dutch.body.waiting[0]?.moment).toEqual({ name: 'answered-no', label: 'Antwoord: nee' });
});

test('customer contact and the mailroom see what waits; who may not read exceptions does not get at them', async () => {
  const { code } = await contradicted();
  expect(bodyOf(await crm.get<DocumentView>(`/documents/${code}`)).waiting).toHaveLength(1);
  expect(bodyOf(await house.station.get<DocumentView>(`/documents/${code}`)).waiting).toHaveLength(1);
  expect((await crm.get('/scans/exceptions')).status).toBe(403);
  const [one] = await waiting(code);
  const decided = { decision: 'present', reason: 'x' };
  for (const client of [crm, house.station]) {
    expect((await client.post(`/scans/exceptions/${one?.id}/settle`, decided)).status).toBe(403);
  }
  expect(await waiting(code)).toHaveLength(1);
});

test.each(['scanned', 'present', 'dismissed'])('settled as %s, nothing waits any more', async (decision) => {
  const { code } = await contradicted();
  await settle(code, decision);
  expect(await waiting(code)).toEqual([]);
});

test('a scan that was set aside and is taken back at the station waits no more', async () => {
  const { code, scan } = await contradicted();
  await house.scan({ code, undoes: scan });
  expect(await waiting(code)).toEqual([]);
  expect((await house.paper(code)).status['answer']).toBe(1);
});

test('several wait, the longest first; one that is settled leaves the others', async () => {
  const { code } = await contradicted();
  await house.scan({ code, moment: 'undeliverable-moved' });
  const names = async () => (await waiting(code)).map(({ moment }) => moment?.name);
  expect(await names()).toEqual(['answered-no', 'undeliverable-moved']);
  await settle(code, 'dismissed');
  expect(await names()).toEqual(['undeliverable-moved']);
});

test('a late scan waits with its box, an undo that came too late with neither', async () => {
  const [late, undone] = (await house.papers(2)) as [string, string];
  const box = await house.box();
  await house.scan({ code: late, moment: 'answered-yes', place: box, at: '2026-01-01T00:00:00Z' });
  const [old] = await waiting(late);
  expect(old).toMatchObject({ reason: 'too-old', moment: { name: 'answered-yes' } });
  expect(old?.scannedPlace.at(-1)?.code).toBe(box);
  const [yes] = house.scans({ code: undone, moment: 'answered-yes' });
  await house.send([yes as { id: string; code: string }]);
  await house.scan({ code: undone, moment: 'remark' });
  await house.scan({ code: undone, undoes: String(yes?.id) });
  expect(await waiting(undone)).toMatchObject([{ reason: 'changed-since', moment: null, scannedPlace: [] }]);
});

test('reporting a paper missing and cancelling one answer with what waits', async () => {
  const { code } = await contradicted();
  await house.scan({ code, place: await house.box() });
  const missing = bodyOf(await house.station.post<DocumentView>(`/documents/${code}/missing`, undefined));
  expect(missing).toMatchObject({ place: { state: 'unknown' }, waiting: [{ reason: 'contradiction' }] });
  const [unmailed] = (await house.papers(1, { mailed: false })) as [string];
  await house.scan({ code: unmailed, moment: 'answered-yes', at: '2026-01-01T00:00:00Z' });
  const cancelled = bodyOf(await house.office.post<DocumentView>(`/documents/${unmailed}/cancel`, undefined));
  expect(cancelled).toMatchObject({ place: { state: 'void' }, waiting: [{ reason: 'too-old' }] });
});

test('what was set aside is listed for one paper alone', async () => {
  const { code } = await contradicted();
  await contradicted();
  const of = (query: string) => readAll<ScanException>(house.office, `/scans/exceptions?code=${query}`);
  expect((await of(code)).map((each) => each.code)).toEqual([code]);
  expect(await of(`${code}&settled=true`)).toEqual([]);
  await settle(code, 'present');
  expect(await of(code)).toEqual([]);
  expect((await of(`${code}&settled=true`)).map((each) => each.code)).toEqual([code]);
  expect((await house.office.get('/scans/exceptions?code=123')).status).toBe(400);
});

test('a paper that is only looked up at a station, or scanned again, says how many wait; no other outcome asks', async () => {
  const { code } = await contradicted();
  const told = async (...given: Parameters<ScanHouse['scan']>) => {
    const { outcome, document } = await house.scan(...given);
    return [outcome, document?.waiting];
  };
  expect(await told({ code })).toEqual(['seen', 1]);
  expect(await told({ code, moment: 'answered-yes' })).toEqual(['already-booked', 1]);
  expect(await told({ code, moment: 'remark' })).toEqual(['booked', undefined]);
  await settle(code, 'present');
  expect(await told({ code })).toEqual(['seen', undefined]);
});

/** Reads the paper again and again while something is done about it. */
async function lookDuring(code: string, done: Promise<unknown>): Promise<DocumentView[]> {
  const seen: DocumentView[] = [];
  let over = false;
  const looking = Array.from({ length: 4 }, async () => {
    while (!over) seen.push(await house.paper(code));
  });
  await done;
  over = true;
  await Promise.all(looking);
  return seen;
}

test('however it falls, nobody reads the old answer without its doubt, nor the new one with it', async () => {
  for (let round = 0; round < 15; round += 1) {
    const { code } = await contradicted();
    const seen = await lookDuring(code, settle(code, 'scanned'));
    const kinds = seen.map(({ status, waiting }) => `${status['answer']} with ${waiting.length}`);
    expect(new Set([...kinds, '1 with 1', '2 with 0'])).toEqual(new Set(['1 with 1', '2 with 0']));
  }
});

test('settled and taken back at once: one of both, and nothing waits', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { code, scan } = await contradicted();
    const [one] = await waiting(code);
    const decided = { decision: 'scanned', reason: 'Seen' };
    const [settled] = await Promise.all([
      house.office.post(`/scans/exceptions/${one?.id}/settle`, decided),
      house.scan({ code, undoes: scan }),
    ]);
    const left = await waiting(code);
    const open = (await house.exceptions()).filter((each) => each.code === code);
    expect(left.map(({ id }) => id)).toEqual(open.map(({ id }) => id));
    if (settled.status !== 200) expect(left).toEqual([]);
  }
});

test('a scan is set aside while another is settled: the paper says exactly what waits', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { code } = await contradicted();
    await Promise.all([settle(code, 'present'), house.scan({ code, moment: 'undeliverable-moved' })]);
    expect((await waiting(code)).map(({ moment }) => moment?.name)).toEqual(['undeliverable-moved']);
  }
});
