import type { Frame } from '../../../client/src/scan/decode/frame.ts';
import { type Chance, makeChance } from '../../../server/example/chance.ts';
import { type Code, makeCode } from '../../../shared/codes/code.ts';
import { type LabelKind, labelKinds, printLabel } from '../../support/label-frames/label.ts';
import { expose, goodLight, type Light } from '../../support/label-frames/light.ts';
import { decodePicture, encodeJpeg } from '../../support/label-frames/pictures.ts';
import { type Pose, straight, view } from '../../support/label-frames/view.ts';

/** One label before the webcam, in a few frames as somebody holds it. */
export interface Scene {
  kind: LabelKind;
  distortion: string;
  code: Code;
  /** Made when asked for: a thousand of them would fill the memory. */
  frames(): AsyncGenerator<Frame>;
}

interface Distorted {
  pose?: Partial<Pose>;
  light?: Partial<Light>;
  jpeg?: number;
}

type Distort = (between: (least: number, most: number) => number) => Distorted;

/** What goes wrong before a webcam, each with what varies from one frame to the next. */
const distortions: Readonly<Record<string, Distort>> = {
  cooperative: (between) => ({
    pose: {
      pixelsPerMm: between(5, 8),
      turn: between(-15, 15),
      tiltUp: between(-15, 15),
      tiltRight: between(-15, 15),
    },
    light: {
      blur: between(0.6, 1.2),
      noise: between(2, 4),
      motion: { length: between(1, 4), direction: between(0, 180) },
    },
  }),
  distance: (between) => ({ pose: { pixelsPerMm: between(2.2, 4.2) } }),
  rotation: (between) => ({ pose: { turn: between(15, 75) * (between(-1, 1) < 0 ? -1 : 1) } }),
  perspective: (between) => ({
    pose: { pixelsPerMm: between(5, 7), tiltUp: between(-45, 45), tiltRight: between(-45, 45) },
  }),
  blur: (between) => ({ light: { blur: between(1.4, 3.4) } }),
  motion: (between) => ({ light: { motion: { length: between(6, 18), direction: between(0, 180) } } }),
  dark: (between) => ({ light: { brightness: between(0.06, 0.2), noise: between(3, 6) } }),
  glare: (between) => ({
    light: {
      glare: {
        x: between(0.35, 0.65),
        y: between(0.4, 0.6),
        radius: between(0.05, 0.14),
        level: between(120, 320),
      },
    },
  }),
  noise: (between) => ({ light: { noise: between(15, 45) } }),
  fold: (between) => ({
    pose: { turn: between(-8, 8), fold: { at: between(15, 75), angle: between(20, 55) } },
  }),
  jpeg: (between) => ({ pose: { pixelsPerMm: between(4, 6) }, jpeg: Math.round(between(6, 18)) }),
};

const framesOfLabel = 4;

/** The same for the same seed. Which frame a distortion gets does not depend on those before it. */
export function scenes(labels: number, seed: number): Scene[] {
  return Object.keys(distortions).flatMap((distortion, row) =>
    labelKinds.flatMap((kind, column) =>
      Array.from({ length: labels }, (_, number) =>
        scene(kind, distortion, seed + row * 10_000 + column * 1_000 + number),
      ),
    ),
  );
}

function scene(kind: LabelKind, distortion: string, seed: number): Scene {
  const chance = makeChance(seed);
  const code = makeCode(1_000_000_000 + chance.below(2 ** 31));
  return {
    kind,
    distortion,
    code,
    async *frames() {
      for (let frame = 0; frame < framesOfLabel; frame += 1) yield draw(kind, code, distortion, chance);
    },
  };
}

async function draw(kind: LabelKind, code: Code, distortion: string, chance: Chance): Promise<Frame> {
  const between = (least: number, most: number) => least + ((most - least) * chance.below(65_536)) / 65_536;
  const held: Partial<Pose> = {
    turn: between(-6, 6),
    tiltUp: between(-8, 8),
    x: between(-90, 90),
    y: between(-50, 50),
  };
  const { pose, light, jpeg = 85 } = distortions[distortion]?.(between) ?? {};
  const whole: Pose = { ...straight, ...held, ...pose };
  const seen = view(printLabel(kind, code, whole.pixelsPerMm), whole);
  const frame = expose(seen, { ...goodLight, ...light }, chance);
  return decodePicture(await encodeJpeg(frame, jpeg));
}
