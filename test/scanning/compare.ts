import { expect } from 'vitest';
import type { ScanHouse } from '../support/scans.ts';
import type { HouseModel } from './model.ts';

/** Every paper and place is in the product as it is in the model, with as many events of the same kinds. */
export async function compareHouses(house: ScanHouse, model: HouseModel): Promise<void> {
  for (const [code, paper] of model.papers) {
    const { status, place } = await house.paper(code);
    const events = await house.events(code);
    expect({
      code,
      status,
      state: place.state,
      place: place.path.at(-1)?.code ?? null,
      events: events.map(({ kind }) => kind),
    }).toEqual({
      code,
      status: paper.values,
      state: paper.state,
      place: paper.place,
      events: paper.events,
    });
  }
  for (const [code, place] of model.places) {
    const { path } = await house.place(code);
    expect([code, path.at(-2)?.code ?? null]).toEqual([code, place.parent]);
  }
  const waiting = new Set((await house.exceptions()).map(({ code }) => code));
  const ours = [...waiting].filter((code) => model.papers.has(code) || model.places.has(code));
  expect(ours.toSorted()).toEqual(model.waiting());
}
