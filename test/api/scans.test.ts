import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  bodyOf,
  inShort,
  makeScanHouse,
  momentCommand,
  type ScanHouse,
  stationCommand,
} from '../support/scans.ts';
import { startTestApp } from '../support/test-app.ts';

let house: ScanHouse;
let a: string;
let full: string;
let room: string;
let command: string;
let answeredYes: string;

beforeAll(async () => {
  house = await makeScanHouse(await startTestApp());
  a = await house.box();
  full = await house.box({ capacity: 1 });
  room = await house.room('Room 0.14');
  const [filler] = await house.papers(1);
  await house.scan({ code: filler as string, place: full });
  command = await stationCommand(house.office, 'UNDO');
  answeredYes = await momentCommand(house.office, 'coupon', 'answered-yes');
});

afterAll(async () => {
  expect(await house.damage()).toEqual([]);
  await house.app.stop();
});

async function onePaper(asked: Parameters<ScanHouse['papers']>[1] = {}): Promise<string> {
  return (await house.papers(1, asked))[0] as string;
}

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
    { code: '1000 0000 0093', moment: 'answered-yes' },
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
  house.app.clock.advance({ minutes: 1 });
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

test('a scan that books nothing leaves where, when and by whom the paper or place was last seen, and no event', async () => {
  const [paper, box] = [await onePaper(), await house.box()];
  const before = await house.events(paper);
  expect([await house.lastSeen(paper), (await house.place(box)).lastSeen]).toEqual([null, null]);
  const at = (hour: number) => `2027-03-09T0${hour}:00:00.000Z`;
  await house.send(
    [
      { code: paper, at: at(8) },
      { code: box, at: at(8) },
    ],
    { station: 'Desk 7' },
  );
  const mailroom = { id: expect.any(String), name: 'Test mailroom' };
  const atDesk7 = { at: at(8), station: 'Desk 7', by: mailroom };
  expect([await house.lastSeen(paper), (await house.place(box)).lastSeen]).toEqual([atDesk7, atDesk7]);
  // What arrives late and was seen earlier does not stand before what was seen later.
  await house.send([{ code: paper, at: at(7) }], { station: 'Desk 8' });
  expect(await house.lastSeen(paper)).toEqual(atDesk7);
  await house.send([{ code: paper, at: at(9) }], { station: 'Desk 8' });
  expect(await house.lastSeen(paper)).toMatchObject({ at: at(9), station: 'Desk 8' });
  expect(await house.events(paper)).toEqual(before);
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

test('the reply says where the paper lies as its dossier does, also after the box and its shelf have moved', async () => {
  const shelf = await house.box({ name: 'Tray 7' });
  const box = await house.box({ in: shelf });
  const [first, second, third] = await house.papers(3);
  const isAsShown = async (code: string | undefined) => {
    const { document } = await house.scan({ code: code as string, place: box });
    expect(document?.place).toEqual((await house.paper(code as string)).place);
    return document?.place.path.map(({ name }) => name);
  };
  expect((await isAsShown(first))?.slice(0, 2)).toEqual(['Kadehuis', 'Tray 7']);
  house.app.clock.advance({ minutes: 1 });
  await house.scan({ code: box, place: room });
  expect((await isAsShown(second))?.slice(0, 2)).toEqual(['Kadehuis', 'Room 0.14']);
  await house.scan({ code: box, place: shelf });
  await house.scan({ code: shelf, place: room });
  expect((await isAsShown(third))?.slice(0, 3)).toEqual(['Kadehuis', 'Room 0.14', 'Tray 7']);
});
