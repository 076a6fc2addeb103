import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlaceView } from '../../shared/contracts/places.ts';
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

test('it says so in the list of its room and in a search, as on its own page, until somebody decides', async () => {
  const { box, here, there } = await movedLate();
  const { name, waiting } = await house.place(box);
  const inRoom = async () => (await house.place(here)).contents.find(({ code }) => code === box)?.waiting;
  const found = async () => {
    const { items } = bodyOf(
      await house.office.get<{ items: PlaceView[] }>(`/places?query=${encodeURIComponent(name)}&limit=200`),
    );
    return items.find(({ code }) => code === box)?.waiting;
  };
  expect(waiting).toHaveLength(1);
  expect([await inRoom(), await found()]).toEqual([waiting, waiting]);
  expect(lastOf(waiting[0]?.scannedPlace)).toBe(there);
  // What lies beside it is in no doubt.
  const beside = await house.box({ in: here });
  const { contents } = await house.place(here);
  expect(contents.find(({ code }) => code === beside)?.waiting).toEqual([]);
  bodyOf(await settle(waiting[0]?.id ?? '', 'dismissed'));
  expect([await inRoom(), await found()]).toEqual([[], []]);
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
