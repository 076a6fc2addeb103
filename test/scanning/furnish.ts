import { bodyOf, type ScanHouse } from '../support/scans.ts';
import type { HouseModel } from './model.ts';
import type { PaperType } from './moments-model.ts';

/** What there is to scan: codes by what they are. */
export interface Furniture {
  papers: string[];
  /** Boxes and a room, into which things can be put. */
  places: string[];
  boxes: string[];
  /** Well-formed or not, nothing of ours; and commands. */
  strangers: string[];
  /** Texts that are given as moments: names and command codes, right and wrong. */
  moments: string[];
}

let houses = 0;

interface Commands {
  items: { name: string; code: string }[];
}

/** Fresh papers and places for one run, in the product and in the model alike. */
export async function furnish(house: ScanHouse, model: HouseModel): Promise<Furniture> {
  houses += 1;
  await house.renew();
  const room = await house.room(`Room ${houses}`);
  model.places.set(room, { class: 'location', parent: house.site, capacity: null, moves: 0 });
  model.places.set(house.site, { class: 'location', parent: null, capacity: null, moves: 0 });
  const boxes: string[] = [];
  for (const capacity of [null, 1, 2, null] as const) {
    const code = await house.box({ in: room, ...(capacity === null ? {} : { capacity }) });
    model.places.set(code, { class: 'container', parent: room, capacity, moves: 0 });
    boxes.push(code);
  }
  const papers: string[] = [];
  const issue = async (documentType: PaperType, count: number) => {
    const codes = await house.papers(count, { documentType, mailed: false });
    for (const code of codes) model.addPaper(code, documentType);
    papers.push(...codes);
  };
  await issue('coupon', 2);
  await issue('contract', 1);
  await issue('letter', 1);
  const [gone] = await house.papers(1, { mailed: false });
  bodyOf(await house.office.post(`/documents/${gone}/cancel`, undefined));
  model.addPaper(gone as string, 'coupon', 'void');
  const commands = await listCommands(house, model);
  return {
    papers: [...papers, gone as string],
    places: [...boxes, room],
    boxes,
    strangers: [
      '1000 0000 0093',
      '700000000063',
      '100000000099',
      '',
      'abc',
      '12345678901',
      commands[0] as string,
    ],
    moments: commands,
  };
}

/** Command codes of moments and of the station, for the model too; a selection of texts to give as moments. */
async function listCommands(house: ScanHouse, model: HouseModel): Promise<string[]> {
  const station = bodyOf(await house.office.get<Commands>('/commands')).items;
  for (const { code } of station) model.stationCommands.add(code);
  const types = bodyOf(
    await house.office.get<{ items: { key: string; process: { id: string } }[] }>('/document-types'),
  ).items;
  const chosen: string[] = [];
  for (const { process } of types) {
    const { moments } = bodyOf(
      await house.office.get<{ moments: { name: string; commandCode: string }[] }>(
        `/processes/${process.id}`,
      ),
    );
    for (const { name, commandCode } of moments) model.commands.set(commandCode, name);
    chosen.push(...moments.flatMap(({ name, commandCode }) => [name, name, commandCode]));
  }
  const spaced = `${chosen[2]?.slice(0, 4)} ${chosen[2]?.slice(4, 8)} ${chosen[2]?.slice(8)}`;
  return [
    chosen[2] as string,
    ...chosen,
    spaced,
    station[0]?.code ?? '',
    '',
    'Mailed',
    'no-such',
    'constructor',
  ];
}
