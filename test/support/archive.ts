import { getDocumentState, writeChanges } from '../../server/documents/documents.service.ts';
import type { Code } from '../../shared/codes/code.ts';
import type { PlaceView } from '../../shared/contracts/places.ts';
import type { ApiClient } from './api-client.ts';
import type { TestApp } from './test-app.ts';

let made = 0;

/** A site with a room, and a box of its own in it. The site and the room are the same each time. */
export async function makePlaces(
  client: ApiClient,
): Promise<{ site: PlaceView; room: PlaceView; box: PlaceView }> {
  const make = async (path: string, body: object) => {
    const answer = await client.post<PlaceView>(path, body);
    if (answer.status !== 201)
      throw new Error(`${path} answered ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const known = await client.get<{ items: PlaceView[] }>('/places');
  const present = known.body.items.find(({ name }) => name === 'Kadehuis');
  const site = present ?? (await make('/locations', { name: 'Kadehuis', kind: 'site', country: 'NL' }));
  const inside = (await client.get<PlaceView>(`/places/${site.code}`)).body.contents;
  const presentRoom = inside.find(({ name }) => name === 'Room 0.14');
  const room = presentRoom
    ? (await client.get<PlaceView>(`/places/${presentRoom.code}`)).body
    : await make('/locations', { name: 'Room 0.14', kind: 'room', in: site.code });
  made += 1;
  const box = await make('/containers', { name: `Box ${200 + made}`, kind: 'box', in: room.code });
  return { site, room, box };
}

/** Puts a paper into a place through the product's own write, as a scan does. */
export async function placePaper(app: TestApp, code: Code, place: Code): Promise<void> {
  const { context } = app;
  const before = await getDocumentState(context.db, code);
  const now = context.clock.now();
  await context.db
    .transaction()
    .execute((tx) =>
      writeChanges(
        tx,
        [{ before, change: { kind: 'placed', whereabouts: { state: 'placed', place, known: 'scanned' } } }],
        { happenedAt: now, recordedAt: now },
      ),
    );
}
