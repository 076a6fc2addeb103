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

test('an answer with its place is taken back by an event of its own; twice is once', async () => {
  const code = await onePaper();
  const before = await house.paper(code);
  const id = randomUUID();
  await house.scan({ id, code, moment: 'answered-yes', place: a });
  const undo = { id: randomUUID(), code, undoes: id };
  const undone = await house.scan(undo);
  expect(undone).toMatchObject({
    outcome: 'booked',
    moment: { outcome: 'booked' },
    place: { outcome: 'booked' },
  });
  const after = await house.paper(code);
  expect([after.status, after.place.state, after.answeredAt]).toEqual([before.status, 'sent', null]);
  expect((await house.events(code)).map(({ kind }) => kind)).toEqual([
    'issued',
    'moment',
    'moment',
    'undone',
  ]);
  expect((await house.scan({ code, undoes: id })).outcome).toBe('already-booked');
  expect(await house.events(code)).toHaveLength(4);
  // Then the other answer is the first one.
  expect((await house.scan({ code, moment: 'answered-no' })).outcome).toBe('booked');
  expect((await house.scan({ code, undoes: id })).outcome).toBe('already-booked');
});

test('a move is taken back: the paper lies where it lay', async () => {
  const code = await onePaper();
  await house.scan({ code, place: a });
  const id = randomUUID();
  await house.scan({ id, code, place: b });
  const undone = await house.scan({ code, undoes: id });
  expect(undone).toMatchObject({ outcome: 'booked', place: { outcome: 'booked' } });
  expect((await house.paper(code)).place.path.at(-1)?.code).toBe(a);
});

test('if something came after it, a person decides', async () => {
  const code = await onePaper();
  const id = randomUUID();
  await house.scan({ id, code, moment: 'answered-yes' });
  await house.scan({ code, place: a });
  expect((await house.scan({ code, undoes: id })).outcome).toBe('exception');
  expect((await house.paper(code)).status['answer']).toBe(1);
  const [waiting] = (await house.exceptions()).filter((each) => each.code === code);
  expect(waiting).toMatchObject({ reason: 'changed-since' });
  bodyOf(
    await house.office.post(`/scans/exceptions/${waiting?.id}/settle`, {
      decision: 'dismissed',
      reason: 'Kept as it is',
    }),
  );
});

test('what booked nothing, was never there, or was of another code, cannot be taken back', async () => {
  const [code, other] = await house.papers(2);
  const [first, again, seen] = [randomUUID(), randomUUID(), randomUUID()];
  await house.send([
    { id: first, code: code as string, moment: 'answered-yes' },
    { id: again, code: code as string, moment: 'answered-yes' },
    { id: seen, code: code as string },
  ]);
  const results = await house.send([
    { code: code as string, undoes: again },
    { code: code as string, undoes: seen },
    { code: code as string, undoes: randomUUID() },
    { code: other as string, undoes: first },
  ]);
  for (const result of results) {
    expect(result).toMatchObject({ outcome: 'refused', problem: { code: 'undo-unknown' } });
  }
  expect((await house.paper(code as string)).status['answer']).toBe(1);
});

test('a box that was moved goes back, with what is in it', async () => {
  const [box, shelf] = [await house.box(), await house.box()];
  const code = await onePaper();
  await house.scan({ code, place: box });
  const id = randomUUID();
  await house.scan({ id, code: box, place: shelf });
  expect((await house.paper(code)).place.path.at(-2)?.code).toBe(shelf);
  expect((await house.scan({ code: box, undoes: id })).outcome).toBe('booked');
  expect((await house.paper(code)).place.path.at(-2)?.code).toBe(house.site);
  expect((await house.scan({ code: box, undoes: id })).outcome).toBe('already-booked');
});

test('two who take the same scan back at once: one does, the other is told that it is done', async () => {
  for (let round = 0; round < 5; round += 1) {
    const code = await onePaper();
    const id = randomUUID();
    await house.scan({ id, code, moment: 'answered-yes', place: a });
    const results = await Promise.all([
      house.scan({ code, undoes: id }, { station: 'Desk 1' }),
      house.scan({ code, undoes: id }, { station: 'Desk 2' }),
    ]);
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['already-booked', 'booked']);
  }
});

test('a scan that waits for a person is withdrawn at the station: he need not decide any more', async () => {
  const code = await onePaper();
  const long = new Date(house.app.clock.now().getTime() - 200 * 24 * 60 * 60 * 1_000).toISOString();
  const box = await house.box();
  for (const late of [
    { code, moment: 'answered-yes', place: a },
    { code: box, place: a },
  ]) {
    const id = randomUUID();
    expect((await house.scan({ ...late, id, at: long })).outcome).toBe('exception');
    const undo = { id: randomUUID(), code: late.code, undoes: id };
    expect((await house.scan(undo)).outcome).toBe('booked');
    expect((await house.scan({ code: late.code, undoes: id })).outcome).toBe('already-booked');
    expect((await house.exceptions()).filter((each) => each.code === late.code)).toEqual([]);
    const settled = await house.exceptions(true);
    expect(settled.find((each) => each.code === late.code)?.settled).toMatchObject({
      decision: 'withdrawn',
      reason: null,
    });
  }
  expect((await house.events(code)).map(({ kind }) => kind)).toEqual(['issued', 'moment']);
});
