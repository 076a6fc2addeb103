import { afterAll, beforeAll, expect, test } from 'vitest';
import { bodyOf, makeScanHouse, type ScanHouse } from '../support/scans.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let house: ScanHouse;

beforeAll(async () => {
  app = await startTestApp();
  house = await makeScanHouse(app);
});

afterAll(() => app.stop());

const late = '2026-01-01T00:00:00Z';

/** A box in one room, which a scan of long ago puts into another. */
async function movedLate() {
  const [here, there] = [
    await house.room(`Here ${Math.random()}`),
    await house.room(`There ${Math.random()}`),
  ];
  const box = await house.box({ in: here });
  expect(await house.scan({ code: box, place: there, at: late })).toMatchObject({ outcome: 'exception' });
  return { box, here, there };
}

const settle = (id: string, decision: string) =>
  house.office.post(`/scans/exceptions/${id}/settle`, { decision, reason: 'Went and looked' });

const lastOf = (path: readonly { code: string }[] | undefined) => path?.at(-1)?.code;

test('a box whose late move waits says where the scan puts it, and lies where it lay', async () => {
  const { box, here, there } = await movedLate();
  const { path, waiting } = await house.place(box);
  expect(lastOf(path.slice(0, -1))).toBe(here);
  expect(waiting).toEqual([
    {
      id: expect.any(String),
      reason: 'too-old',
      scannedPlace: (await house.place(there)).path,
      at: '2026-01-01T00:00:00.000Z',
      recordedAt: app.clock.now().toISOString(),
    },
  ]);
  // Nobody else is in doubt for it.
  for (const code of [here, there]) expect((await house.place(code)).waiting).toEqual([]);
});

test.each([
  ['scanned', 'there'],
  ['dismissed', 'here'],
] as const)('decided (%s), it is in no doubt any more and lies %s', async (decision, where) => {
  const moved = await movedLate();
  const [waiting] = (await house.place(moved.box)).waiting;
  bodyOf(await settle(waiting?.id ?? '', decision));
  const { path, waiting: left } = await house.place(moved.box);
  expect([lastOf(path.slice(0, -1)), left]).toEqual([moved[where], []]);
});

test('the one that waits longest stands first, and a move taken back too late has no place to name', async () => {
  const { box, here, there } = await movedLate();
  const [moved] = await house.send(house.scans({ code: box, place: there }));
  await house.scan({ code: box, place: here });
  await house.scan({ code: box, undoes: moved?.id ?? '' });
  const { waiting } = await house.place(box);
  expect(waiting.map(({ reason, scannedPlace }) => [reason, lastOf(scannedPlace)])).toEqual([
    ['too-old', there],
    ['changed-since', undefined],
  ]);
});
