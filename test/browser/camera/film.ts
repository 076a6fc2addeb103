import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeChance } from '../../../server/example/chance.ts';
import type { Print } from '../../support/label-frames/ink.ts';
import { expose, goodLight, type Light } from '../../support/label-frames/light.ts';
import { encodeJpeg } from '../../support/label-frames/pictures.ts';
import { type Pose, straight, view } from '../../support/label-frames/view.ts';

/** What is before the camera for a while; no paper: the desk alone. */
export interface Shot {
  paper?: Print;
  pose?: Partial<Pose>;
  light?: Partial<Light>;
  seconds: number;
}

/** Three quarters of what is asked of a camera: films are made, and read, in half the time. */
const filmSize = { width: 960, height: 540 };

/** As Chromium plays such a film. */
const framesASecond = 30;

/** The file that Chromium's camera without a lens plays, over and over. Every shot is one picture, held still. */
export async function shoot(
  shots: readonly Shot[],
  seed = 7,
): Promise<{ file: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'spoor-test-film-'));
  const chance = makeChance(seed);
  const frames: Buffer[] = [];
  for (const { paper, pose, light, seconds } of shots) {
    const seen = view(paper, { ...straight, ...pose }, filmSize);
    const jpeg = await encodeJpeg(expose(seen, { ...goodLight, ...light }, chance), 75);
    for (let frame = 0; frame < seconds * framesASecond; frame += 1) frames.push(jpeg);
  }
  const file = path.join(folder, 'film.mjpeg');
  await writeFile(file, Buffer.concat(frames));
  return { file, remove: () => rm(folder, { recursive: true, force: true }) };
}
