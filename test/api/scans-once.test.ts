import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bodyOf, makeScanHouse, type ScanHouse } from '../support/scans.ts';
import { startTestApp } from '../support/test-app.ts';

let house: ScanHouse;
let a: string;
let b: string;

beforeAll(async () => {
  house = await makeScanHouse(await startTestApp());
  [a, b] = [await house.box(), await house.box()];
});

afterAll(async () => {
  expect(await house.damage()).toEqual([]);
  await house.app.stop();
});

const onePaper = async () => (await house.papers(1))[0] as string;
const holderOf = async (code: string) => (await house.paper(code)).place.path.at(-1)?.code;
const at = '2027-03-09T09:58:00Z';

test('box A, then box B, then A’s scan again: the paper stays in B, and the first reply comes again', async () => {
  const code = await onePaper();
  const first = { id: randomUUID(), code, moment: 'answered-yes', place: a, at };
  expect((await house.scan(first)).outcome).toBe('booked');
  await house.scan({ code, place: b });
  const events = await house.events(code);
  for (const repeat of [
    first,
    { ...first, code: `${code.slice(0, 4)} ${code.slice(4)}` },
    { ...first, at: '2027-03-09T10:58:00+01:00' },
  ]) {
    const result = await house.scan(repeat, { station: 'Desk 9' });
    expect(result).toMatchObject({
      id: first.id,
      outcome: 'booked',
      moment: { outcome: 'booked' },
      place: { outcome: 'booked' },
    });
    expect(result.document?.place.path.at(-1)?.code).toBe(b);
  }
  expect(await holderOf(code)).toBe(b);
  expect(await house.events(code)).toEqual(events);
});

test('every outcome but refused and unknown comes again as it was, also months later', async () => {
  const [code, other] = await house.papers(2);
  const full = await house.box({ capacity: 1 });
  await house.scan({ code: other as string, place: full });
  const id = () => randomUUID();
  const scans = [
    { id: id(), code: code as string, moment: 'answered-yes', place: full, at },
    { id: id(), code: code as string, at },
    { id: id(), code: code as string, moment: 'answered-no', at },
    { id: id(), code: code as string, moment: 'answered-yes', at },
  ];
  const first = await house.send(scans);
  expect(first.map(({ outcome }) => outcome)).toEqual(['partly', 'seen', 'exception', 'already-booked']);
  house.app.clock.advance({ days: 170 });
  await house.renew();
  bodyOf(await house.office.post(`/documents/${other}/missing`, undefined));
  const again = await house.send(scans);
  const short = (results: typeof first) =>
    results.map(({ outcome, moment, place }) => [outcome, moment?.outcome, place?.outcome]);
  expect(short(again)).toEqual(short(first));
  expect(await house.exceptions()).toHaveLength(1);
  house.app.clock.advance({ days: -170 });
  await house.renew();
});

test('a scan that was refused or unknown is decided anew when it comes again', async () => {
  const [code, filler] = await house.papers(2);
  const small = await house.box({ capacity: 1 });
  await house.scan({ code: filler as string, place: small });
  const scan = { id: randomUUID(), code: code as string, place: small, at };
  expect((await house.scan(scan)).outcome).toBe('refused');
  await house.scan({ code: filler as string, place: a });
  expect((await house.scan(scan)).outcome).toBe('booked');
  expect(await holderOf(code as string)).toBe(small);

  const wrong = { id: randomUUID(), code: code as string, moment: 'answerd-yes', at };
  expect((await house.scan(wrong)).outcome).toBe('refused');
  expect((await house.scan({ ...wrong, moment: 'answered-yes' })).outcome).toBe('booked');
});

test.each([
  ['another moment', { moment: 'answered-no' }],
  ['another place', { place: 'b' }],
  ['another time', { at: '2027-03-09T09:58:01Z' }],
])(
  'the same id with %s is refused, and the first booking stays',
  async (_, change: Record<string, string>) => {
    const code = await onePaper();
    const scan = { id: randomUUID(), code, moment: 'answered-yes', place: a, at };
    await house.scan(scan);
    const changed = { ...scan, ...change, ...(change['place'] ? { place: b } : {}) };
    const result = await house.scan(changed);
    expect(result).toMatchObject({ outcome: 'refused', problem: { code: 'scan-id-reused' } });
    expect(await holderOf(code)).toBe(a);
    expect((await house.paper(code)).status['answer']).toBe(1);
    expect((await house.scan(scan)).outcome).toBe('booked');
  },
);

test('the same id without its moment, without its place, or taking something back, is refused as well', async () => {
  const code = await onePaper();
  const scan = { id: randomUUID(), code, moment: 'answered-yes', place: a, at };
  await house.scan(scan);
  const { moment, place, ...bare } = scan;
  for (const changed of [{ ...bare, moment }, { ...bare, place }, bare, { ...bare, undoes: scan.id }]) {
    expect(await house.scan(changed)).toMatchObject({
      outcome: 'refused',
      problem: { code: 'scan-id-reused' },
    });
  }
  expect(await house.events(code)).toHaveLength(3);
});

test('the same id on another code is another scan', async () => {
  const [one, two] = await house.papers(2);
  const scan = { id: randomUUID(), moment: 'answered-yes', at };
  const results = await house.send([
    { ...scan, code: one as string },
    { ...scan, code: two as string, place: a },
  ]);
  expect(results.map(({ outcome }) => outcome)).toEqual(['booked', 'booked']);
});

test('one scan many times in one request, and in many at once, is booked once', async () => {
  const code = await onePaper();
  const scan = { id: randomUUID(), code, moment: 'answered-yes', place: a, at };
  const inOne = await house.send([scan, scan, scan]);
  expect(inOne.map(({ outcome }) => outcome)).toEqual(['booked', 'booked', 'booked']);
  const [other] = await house.papers(1);
  const many = { id: randomUUID(), code: other as string, moment: 'answered-no', place: b, at };
  const results = (await Promise.all(Array.from({ length: 30 }, () => house.send([many, many])))).flat();
  expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['booked']));
  expect(await house.events(code)).toHaveLength(3);
  expect(await house.events(other as string)).toHaveLength(3);
});

test('in one request one paper is scanned several times: each sees what came before', async () => {
  const code = await onePaper();
  const results = await house.send([
    { code, moment: 'answered-yes' },
    { code, moment: 'answered-no' },
    { code, place: a },
    { code, place: b },
    { code, moment: 'answered-yes', place: b },
  ]);
  expect(results.map(({ outcome }) => outcome)).toEqual([
    'booked',
    'exception',
    'booked',
    'booked',
    'already-booked',
  ]);
  expect(await holderOf(code)).toBe(b);
  expect((await house.events(code)).map(({ kind }) => kind)).toEqual([
    'issued',
    'moment',
    'moment',
    'placed',
    'placed',
  ]);
});

test('ids of last year: an older scan goes to a person, and books nothing', async () => {
  const code = await onePaper();
  const scan = { id: randomUUID(), code, moment: 'answered-yes', place: a, at };
  await house.scan(scan);
  await house.scan({ code, place: b });
  const events = await house.events(code);
  house.app.clock.advance({ days: 181 });
  await house.renew();
  const again = await house.scan(scan);
  const fresh = await house.scan({ ...scan, id: randomUUID() });
  expect(fresh).toMatchObject({
    outcome: 'exception',
    moment: { outcome: 'exception' },
    place: { outcome: 'exception' },
  });
  // Whether its id has been forgotten by now or not: it changes nothing.
  expect(['exception', 'booked']).toContain(again.outcome);
  expect(await house.events(code)).toEqual(events);
  expect(await holderOf(code)).toBe(b);
  const waiting = (await house.exceptions()).filter((each) => each.code === code);
  expect(waiting.every(({ reason }) => reason === 'too-old')).toBe(true);
  house.app.clock.advance({ days: -181 });
  await house.renew();
});
