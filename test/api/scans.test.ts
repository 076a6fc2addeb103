import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ScanResult } from '../../shared/contracts/scanning.ts';
import { bodyOf, type GivenScan, makeScanHouse, type ScanHouse } from '../support/scans.ts';
import { startTestApp } from '../support/test-app.ts';

let house: ScanHouse;
let a: string;
let b: string;
let full: string;
let room: string;
let command: string;
let answeredYes: string;

beforeAll(async () => {
  house = await makeScanHouse(await startTestApp());
  [a, b] = [await house.box(), await house.box()];
  full = await house.box({ capacity: 1 });
  room = await house.room('Room 0.14');
  const [filler] = await house.papers(1);
  await house.scan({ code: filler as string, place: full });
  const commands = bodyOf(await house.office.get<Named>('/commands'));
  command = commands.items.find(({ name }) => name === 'UNDO')?.code as string;
  answeredYes = await commandOf('coupon', 'answered-yes');
});

afterAll(async () => {
  expect(await house.damage()).toEqual([]);
  await house.app.stop();
});

interface Named {
  items: { name: string; code: string }[];
}

async function commandOf(type: string, name: string): Promise<string> {
  const types = bodyOf(
    await house.office.get<{ items: { key: string; process: { id: string } }[] }>('/document-types'),
  );
  const { id } = types.items.find(({ key }) => key === type)?.process as { id: string };
  type Moments = { moments: { name: string; commandCode: string }[] };
  const { moments } = bodyOf(await house.office.get<Moments>(`/processes/${id}`));
  return moments.find((each) => each.name === name)?.commandCode as string;
}

/** `outcome moment/place`, with the problem of each half behind a colon. */
function inShort({ outcome, moment, place, problem }: ScanResult): string {
  const half = (each: ScanResult['moment']) =>
    each ? each.outcome + (each.problem ? `:${each.problem.code}` : '') : '-';
  return `${outcome}${problem ? `:${problem.code}` : ''} ${half(moment)}/${half(place)}`;
}

async function onePaper(asked: Parameters<ScanHouse['papers']>[1] = {}): Promise<string> {
  return (await house.papers(1, asked))[0] as string;
}

describe('the table of outcomes, row by row, for a coupon that has been mailed', () => {
  type Row = [string, GivenScan[], string, string];
  const code = 'its code';
  const row = (
    words: string,
    before: Omit<GivenScan, 'code'>[],
    scan: Omit<GivenScan, 'code'>,
    short: string,
    end: string,
  ): Row => [words, [...before, scan].map((each) => ({ code, ...each })), short, end];
  const yes = { moment: 'answered-yes' };
  const no = { moment: 'answered-no' };

  test.each<Row>([
    row('an answer', [], yes, 'booked booked/-', 'received'),
    row('a place', [], { place: 'A' }, 'booked -/booked', 'placed A'),
    row('both', [], { ...yes, place: 'A' }, 'booked booked/booked', 'placed A'),
    row('the same answer again', [yes], yes, 'already-booked already-booked/-', 'received'),
    row(
      'the same place again',
      [{ place: 'A' }],
      { place: 'A' },
      'already-booked -/already-booked',
      'placed A',
    ),
    row(
      'both again',
      [{ ...yes, place: 'A' }],
      { ...yes, place: 'A' },
      'already-booked already-booked/already-booked',
      'placed A',
    ),
    row(
      'the same answer in a new box: moved',
      [{ ...yes, place: 'A' }],
      { ...yes, place: 'B' },
      'booked already-booked/booked',
      'placed B',
    ),
    row(
      'a new answer where it lies',
      [{ place: 'A' }],
      { ...yes, place: 'A' },
      'booked booked/already-booked',
      'placed A',
    ),
    row('another answer', [yes], no, 'exception exception/-', 'received'),
    row(
      'another answer with a place',
      [yes],
      { ...no, place: 'A' },
      'exception exception/booked',
      'placed A',
    ),
    row(
      'another answer where it lies',
      [{ ...yes, place: 'A' }],
      { ...no, place: 'A' },
      'exception exception/already-booked',
      'placed A',
    ),
    row(
      'another answer, and a full box',
      [yes],
      { ...no, place: 'full' },
      'partly exception/refused:place-full',
      'received',
    ),
    row(
      'an answer after undeliverable',
      [{ moment: 'undeliverable-moved' }],
      yes,
      'exception exception/-',
      'received',
    ),
    row(
      'undeliverable after an answer',
      [yes],
      { moment: 'undeliverable' },
      'exception exception/-',
      'received',
    ),
    row(
      'a reason after none was given',
      [{ moment: 'undeliverable' }],
      { moment: 'undeliverable-moved' },
      'booked booked/-',
      'received',
    ),
    row(
      'no reason after one was given',
      [{ moment: 'undeliverable-moved' }],
      { moment: 'undeliverable' },
      'already-booked already-booked/-',
      'received',
    ),
    row('a remark beside the answer', [yes], { moment: 'remark' }, 'booked booked/-', 'received'),
    row(
      'an answer, and a full box',
      [],
      { ...yes, place: 'full' },
      'partly booked/refused:place-full',
      'received',
    ),
    row('a full box', [], { place: 'full' }, 'refused -/refused:place-full', 'sent'),
    row(
      'the answer again, and a full box',
      [yes],
      { ...yes, place: 'full' },
      'partly already-booked/refused:place-full',
      'received',
    ),
    row(
      'an answer, and a place that is none',
      [],
      { ...yes, place: '7000 0000 0063' },
      'partly booked/refused:place-unknown',
      'received',
    ),
    row(
      'a paper’s code as place',
      [],
      { ...yes, place: 'its code' },
      'partly booked/refused:place-unknown',
      'received',
    ),
    row('text as place', [], { place: 'box 12' }, 'refused -/refused:place-unknown', 'sent'),
    row('nothing as place', [], { place: '' }, 'refused -/refused:place-unknown', 'sent'),
    row(
      'a moment that it does not have',
      [],
      { moment: 'signed' },
      'refused refused:moment-unknown/-',
      'sent',
    ),
    row(
      'text as moment, with a place',
      [],
      { moment: 'Yes', place: 'A' },
      'partly refused:moment-unknown/booked',
      'placed A',
    ),
    row('nothing as moment', [], { moment: '' }, 'refused refused:moment-unknown/-', 'sent'),
    row(
      'a command as moment that is none',
      [],
      { moment: 'UNDO' },
      'refused refused:moment-unknown/-',
      'sent',
    ),
    row(
      'both wrong',
      [],
      { moment: 'overdue', place: 'x' },
      'refused refused:moment-unknown/refused:place-unknown',
      'sent',
    ),
    row('an answer as command code', [], { moment: 'command' }, 'booked booked/-', 'received'),
    row('a sighting', [], {}, 'seen -/-', 'sent'),
    row('a sighting of what lies in a box', [{ place: 'A' }], {}, 'seen -/-', 'placed A'),
    row(
      'an answer without place for what lies in a box',
      [{ place: 'A' }],
      yes,
      'booked booked/-',
      'placed A',
    ),
    row(
      'an answer, and a full box, for what lies in a box',
      [{ place: 'A' }],
      { ...yes, place: 'full' },
      'partly booked/refused:place-full',
      'placed A',
    ),
    row('a room as place', [], { place: 'room' }, 'booked -/booked', 'placed room'),
  ])('%s', async (_, given, short, end) => {
    const paper = await onePaper();
    const names: Record<string, string> = {
      A: a,
      B: b,
      full,
      room,
      'its code': paper,
      UNDO: command,
      command: answeredYes,
    };
    const spelt = (text: string | undefined) => (text === undefined ? undefined : (names[text] ?? text));
    const scans = given.map(({ moment, place }) => ({
      code: paper,
      ...(moment === undefined ? {} : { moment: spelt(moment) as string }),
      ...(place === undefined ? {} : { place: spelt(place) as string }),
    }));
    let last: ScanResult | undefined;
    for (const scan of scans) last = await house.scan(scan);
    expect(inShort(last as ScanResult)).toBe(short);
    const { place } = await house.paper(paper);
    const lies = place.path.at(-1)?.code;
    const [state, where] = end.split(' ');
    expect([place.state, lies]).toEqual([state, where === undefined ? undefined : names[where]]);
    expect(last?.document?.place.state).toBe(state);
  });
});

test('an answer to a paper that nobody marked as mailed is booked, and that it was sent is inferred', async () => {
  const paper = await onePaper({ mailed: false });
  const result = await house.scan({ code: paper, moment: 'answered-no' });
  expect(inShort(result)).toBe('booked booked/-');
  expect(await house.paper(paper)).toMatchObject({
    status: { sent: 1, answer: 2, undeliverable: 0, remark: 0 },
    place: { state: 'received', known: 'scanned' },
  });
  expect((await house.events(paper)).map(({ kind, moment }) => [kind, moment])).toEqual([
    ['issued', undefined],
    ['moment', 'answered-no'],
  ]);
});

test('a paper that is scanned as mailed is with the customer; put away before, it stays where it lies', async () => {
  const [out, kept] = await house.papers(2, { mailed: false });
  await house.scan({ code: kept as string, place: a });
  const results = await house.send([
    { code: out as string, moment: 'mailed' },
    { code: kept as string, moment: 'mailed' },
  ]);
  expect(results.map(inShort)).toEqual(['booked booked/-', 'booked booked/-']);
  expect((await house.paper(out as string)).place.state).toBe('sent');
  expect((await house.paper(kept as string)).place.state).toBe('placed');
});

test('the same answer seen again on a paper that was lost: it is back, and nothing else has changed', async () => {
  const paper = await onePaper();
  await house.scan({ code: paper, moment: 'answered-yes', place: a });
  bodyOf(await house.office.post(`/documents/${paper}/missing`, undefined));
  expect(inShort(await house.scan({ code: paper, moment: 'answered-yes' }))).toBe(
    'already-booked already-booked/-',
  );
  expect((await house.paper(paper)).place.state).toBe('received');
  expect((await house.events(paper)).map(({ kind }) => kind).slice(-2)).toEqual(['missing', 'received']);
});

test('on a void paper nothing is booked; that it was seen is', async () => {
  const paper = await onePaper({ mailed: false });
  bodyOf(await house.office.post(`/documents/${paper}/cancel`, undefined));
  expect(inShort(await house.scan({ code: paper, moment: 'answered-yes', place: a }))).toBe(
    'refused refused:moment-not-allowed/refused:place-not-allowed',
  );
  expect(inShort(await house.scan({ code: paper, moment: 'mailed' }))).toBe(
    'refused refused:moment-not-allowed/-',
  );
  expect(inShort(await house.scan({ code: paper }))).toBe('seen -/-');
  expect((await house.events(paper)).map(({ kind }) => kind)).toEqual(['issued', 'void']);
});

test('codes that are no paper: each is told apart, and none stops the others', async () => {
  const paper = await onePaper();
  const results = await house.send([
    { code: 'nonsense' },
    { code: '' },
    { code: '123456789012' },
    { code: '1000 0000 0098', moment: 'answered-yes' },
    { code: '700000000063', place: a },
    { code: command },
    { code: answeredYes, moment: 'answered-yes', place: a },
    { code: room, place: a },
    { code: room, moment: 'answered-yes' },
    { code: room },
    { code: a, moment: 'answered-yes' },
    { code: a },
    { code: paper, moment: 'answered-yes' },
  ]);
  expect(results.map(inShort)).toEqual([
    'unknown:code-wrong -/-',
    'unknown:code-wrong -/-',
    'unknown:code-wrong -/-',
    'unknown:code-unknown -/-',
    'unknown:code-unknown -/-',
    'refused:command-code -/-',
    'refused:command-code -/-',
    'refused -/refused:location-does-not-move',
    'refused refused:moment-unknown/-',
    'seen -/-',
    'refused refused:moment-unknown/-',
    'seen -/-',
    'booked booked/-',
  ]);
});

test('each problem says in words what is wrong', async () => {
  const results = await house.send([{ code: '123456789012' }, { code: command }, { code: a, place: a }]);
  const details = results.map(({ problem, place }) => (problem ?? place?.problem)?.detail ?? '');
  for (const detail of details) expect(detail).toMatch(/^.{15,}$/);
});

test('a container moves with what is in it, and not into itself, a full one or one that is not there', async () => {
  const [outer, inner] = [await house.box({ in: room }), await house.box({ in: room })];
  const paper = await onePaper();
  await house.scan({ code: paper, place: inner });
  const eventsBefore = (await house.events(paper)).length;
  const results = [
    await house.scan({ code: inner, place: outer }),
    await house.scan({ code: inner, place: outer }),
    await house.scan({ code: outer, place: inner }),
    await house.scan({ code: outer, place: outer }),
    await house.scan({ code: outer, place: full }),
    await house.scan({ code: outer, place: paper }),
    await house.scan({ code: outer, place: a, moment: 'answered-yes' }),
  ];
  expect(results.map(inShort)).toEqual([
    'booked -/booked',
    'already-booked -/already-booked',
    'refused -/refused:place-in-itself',
    'refused -/refused:place-in-itself',
    'refused -/refused:place-full',
    'refused -/refused:place-unknown',
    'partly refused:moment-unknown/booked',
  ]);
  const { place } = await house.paper(paper);
  expect(place.path.map(({ code }) => code).slice(-3)).toEqual([a, outer, inner]);
  expect(place.known).toBe('with-container');
  expect(await house.events(paper)).toHaveLength(eventsBefore);
});

test('a container is not put beside another of its name', async () => {
  const [here, there] = [await house.box(), await house.box()];
  const twin = await house.box({ in: here, name: 'Letters A' });
  await house.box({ in: there, name: 'letters a' });
  expect(inShort(await house.scan({ code: twin, place: there }))).toBe('refused -/refused:name-taken');
  expect((await house.place(twin)).path.at(-2)?.code).toBe(here);
});

test('who, where, when and why stand in the history', async () => {
  const paper = await onePaper();
  const id = randomUUID();
  await house.scan({ id, code: paper, moment: 'answered-yes', place: a }, { station: ' Desk  zwölf ' });
  const event = (await house.events(paper)).at(-1);
  expect(event).toMatchObject({ kind: 'moment', moment: 'answered-yes', station: 'Desk  zwölf' });
  expect(event?.by?.name).toBe('Test mailroom');
  expect(event?.place?.path.at(-1)?.code).toBe(a);
  const [row] = await house.app.database.query<{ cause: string }>(
    'select cause from events where code = $1 order by number desc limit 1',
    [paper],
  );
  expect(row?.cause).toBe(id);
});

test('the reply tells the desk what it needs, and not whose the paper is', async () => {
  const paper = await onePaper();
  const first = await house.scan({ code: paper, moment: 'answered-no', place: a });
  expect(first.document).toMatchObject({
    code: paper,
    type: { key: 'coupon' },
    status: { sent: 1, answer: 2 },
    words: { headline: 'No' },
    place: { state: 'placed' },
  });
  const second = await house.scan({ code: paper, moment: 'answered-yes' }, { station: 'Desk 2' });
  expect(second.moment?.earlier).toMatchObject({ station: 'Desk 1', by: { name: 'Test mailroom' } });
  expect(JSON.stringify([first, second])).not.toMatch(/Customer \d|K-\d|Merendrecht/);
});
