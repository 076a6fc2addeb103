import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ScanResult } from '../../shared/contracts/scanning.ts';
import {
  type GivenScan,
  inShort,
  makeScanHouse,
  momentCommand,
  type ScanHouse,
  stationCommand,
} from '../support/scans.ts';
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
