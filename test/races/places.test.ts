import { afterAll, beforeAll, expect, test } from 'vitest';
import { placesRoutes } from '../../server/places/places.routes.ts';
import {
  addContainer,
  addRow,
  findPlaceDamage,
  lockPlaces,
  moveContainer,
  type PlaceDamage,
} from '../../server/places/places.service.ts';
import { openDatabase, openPool } from '../../server/platform/db/database.ts';
import type { Actor } from '../../server/platform/http/actor.ts';
import { silentLog } from '../../server/platform/log.ts';
import { type PlaceView, places } from '../../shared/contracts/places.ts';
import { type ApiClient, problemOf } from '../support/api-client.ts';
import { startAreaApp } from '../support/area-app.ts';
import type { TestApp } from '../support/test-app.ts';

let app: TestApp;
let records: ApiClient;
let site: PlaceView;

beforeAll(async () => {
  app = await startAreaApp(placesRoutes, Object.values(places));
  records = await app.signedIn('records');
  site = (await records.post<PlaceView>('/locations', { kind: 'site', name: 'Site' })).body;
});

afterAll(() => app.stop());

async function addBox(within: string = site.code) {
  return (await records.post<PlaceView>('/containers', { kind: 'box', in: within })).body;
}

const show = async (code: string) => (await records.get<PlaceView>(`/places/${code}`)).body;
const move = (code: string, within: string) => records.patch<PlaceView>(`/places/${code}`, { in: within });

async function damage() {
  const found: PlaceDamage[] = [];
  for await (const problem of findPlaceDamage(app.context.db)) found.push(problem);
  return found;
}

test('one box moved to different shelves at the same moment goes to one after the other, both on record', async () => {
  const box = await addBox();
  const shelves = await addRow(app.context, await actor(), {
    ...{ kind: 'shelf', in: site.code, prefix: 'Shelf', from: 'A', to: 'H' },
  });
  const answers = await Promise.all(shelves.items.map(({ code }) => move(box.code, code)));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
  const events = await app.database.query<{ number: number; place: string }>(
    'select number, place from events where code = $1 order by number',
    [box.code],
  );
  expect(events.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(new Set(events.map(({ place }) => place)).size).toBe(9);
  expect((await show(box.code)).path.at(-2)?.code).toBe(events.at(-1)?.place);
  expect(await damage()).toEqual([]);
});

test('two boxes put into each other at the same moment: one goes, the other is refused, twenty times', async () => {
  for (let round = 0; round < 20; round += 1) {
    const [a, b] = [await addBox(), await addBox()];
    const answers = await Promise.all([move(a.code, b.code), move(b.code, a.code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused && problemOf(refused).code).toBe('place-in-itself');
  }
  expect(await damage()).toEqual([]);
});

test('a ring of boxes, each moved into the next, never closes', async () => {
  for (let round = 0; round < 5; round += 1) {
    const ring: PlaceView[] = [];
    for (let n = 0; n < 6; n += 1) ring.push(await addBox());
    const answers = await Promise.all(
      ring.map((box, at) => move(box.code, ring[(at + 1) % ring.length]?.code ?? '')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 409]);
  }
  expect(await damage()).toEqual([]);
});

test('a box that is taken away while another is put into it is either full or gone', async () => {
  for (let round = 0; round < 10; round += 1) {
    const [outer, inner] = [await addBox(), await addBox()];
    const made = records.post('/containers', { kind: 'folder', in: outer.code });
    const [added, moved, removed] = await Promise.all([
      made,
      move(inner.code, outer.code),
      records.delete(`/places/${outer.code}`),
    ]);
    const gone = removed.status === 204;
    expect([added.status, moved.status]).toEqual(gone ? [404, 404] : [201, 200]);
    if (!gone) expect(problemOf(removed).code).toBe('place-not-empty');
  }
  expect(await damage()).toEqual([]);
});

test('a box stays while a paper is being put into it', async () => {
  const box = await addBox();
  let removal: Promise<number> | undefined;
  await app.context.db.transaction().execute(async (tx) => {
    expect(await lockPlaces(tx, [box.code], 'stay')).toHaveLength(1);
    removal = records.delete(`/places/${box.code}`).then(({ status }) => status);
    expect(await Promise.race([removal, new Promise((go) => setTimeout(go, 200, 'waits'))])).toBe('waits');
    // A move does not disturb who puts something in, nor does one more in the box.
    expect((await move(box.code, (await addBox()).code)).status).toBe(200);
    expect((await records.post('/containers', { kind: 'folder', in: box.code })).status).toBe(201);
  });
  expect(await removal).toBe(409);
});

test('making a box does not wait for a move that is under way', async () => {
  const [box, target] = [await addBox(), await addBox()];
  await app.context.db.transaction().execute(async (tx) => {
    const now = app.context.clock.now();
    const byUser = (await actor()).userId;
    expect(await moveContainer(tx, box.code, target.code, { happenedAt: now, recordedAt: now, byUser })).toBe(
      true,
    );
    expect((await addBox(box.code)).path.at(-2)?.code).toBe(box.code);
  });
  expect((await show(box.code)).path.at(-2)?.code).toBe(target.code);
  expect(await damage()).toEqual([]);
});

test('four servers that make containers at once give no code and no number twice', async () => {
  const person = await actor();
  const made = await Promise.all(
    Array.from({ length: 4 }, async (_, server) => {
      const connection = app.database.application;
      const pool = openPool({ connection, size: 4, name: `server ${server}`, log: silentLog });
      const context = { ...app.context, db: openDatabase(pool) };
      try {
        const single = await Promise.all(
          Array.from({ length: 15 }, () =>
            addContainer(context, person, { kind: 'tray', in: site.code }, server % 2 ? 'nl' : 'en'),
          ),
        );
        const row = { kind: 'tray', in: site.code, prefix: `Row ${server}`, from: '1', to: '100' } as const;
        return [...single, ...(await addRow(context, person, row)).items];
      } finally {
        await pool.end();
      }
    }),
  );
  const items = made.flat();
  expect(new Set(items.map(({ code }) => code)).size).toBe(4 * 115);
  const numbers = items.flatMap(({ name }) => /^(?:Tray|Bak) (\d+)$/.exec(name)?.[1] ?? []);
  expect(new Set(numbers)).toEqual(new Set(Array.from({ length: 60 }, (_, index) => String(index + 1))));
  expect(await damage()).toEqual([]);
});

async function actor(): Promise<Actor> {
  const { user } = (await records.get<{ user: { id: string } }>('/session')).body;
  const nobody = { roles: [], permissions: new Set<never>(), sessionId: undefined, apiKeyId: undefined };
  return { ...nobody, userId: user.id };
}
