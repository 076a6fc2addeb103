import type { Print } from './ink.ts';
import { labelMiddle } from './label.ts';

/** How the paper is held before a webcam. Angles in degrees, lengths in millimetres. */
export interface Pose {
  /** Pixels of the frame to a millimetre at the label's middle: how far away it is. */
  pixelsPerMm: number;
  /** In the picture's plane. */
  turn: number;
  /** The upper edge, and the right edge, farther from the camera. */
  tiltUp: number;
  tiltRight: number;
  /** Where the label's middle is seen, in pixels from the picture's middle. */
  x: number;
  y: number;
  /** A crease across the label at this many millimetres from its left edge, with this angle. */
  fold?: { at: number; angle: number };
}

export const straight: Pose = { pixelsPerMm: 7, turn: 0, tiltUp: 0, tiltRight: 0, x: 0, y: 0 };

export interface Grey {
  width: number;
  height: number;
  levels: Float32Array;
}

const frameSize = { width: 1280, height: 720 };

/** Of a usual webcam, 65° from side to side. */
const focalPixels = 1_005;

/** The desk behind the paper, in two woods. */
const deskLevel = (x: number, y: number) =>
  105 + 14 * Math.sin(x * 0.013 + Math.sin(y * 0.11)) + ((x * 7 + y * 3) % 5);

type Vector = readonly [number, number, number];

/** The paper as a camera with a pinhole sees it; no lens, no light yet. Without paper: the desk alone. */
export function view(paper: Print | undefined, pose: Pose, { width, height } = frameSize): Grey {
  const levels = new Float32Array(width * height);
  const toPaper = paperOf(pose);
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, at += 1) {
      const desk = deskLevel(x, y);
      levels[at] = paper ? seen(paper, toPaper, x + 0.5 - width / 2, y + 0.5 - height / 2, desk) : desk;
    }
  return { width, height, levels };
}

interface OnPaper {
  x: number;
  y: number;
  /** How much light this part of the paper gives back. */
  light: number;
}

function seen(
  paper: Print,
  toPaper: (u: number, v: number) => OnPaper,
  u: number,
  v: number,
  desk: number,
): number {
  const { x, y, light } = toPaper(u, v);
  const level = levelAt(paper, x, y);
  return level === undefined ? desk : level * light;
}

/** From pixels around the middle to millimetres on the label: the ray's cut with the tilted plane. */
function paperOf(pose: Pose): (u: number, v: number) => OnPaper {
  const distance = focalPixels / pose.pixelsPerMm;
  const [turn, up, right] = [pose.turn, pose.tiltUp, pose.tiltRight].map(
    (angle) => (angle * Math.PI) / 180,
  ) as [number, number, number];
  const axisX = tilted([Math.cos(turn), Math.sin(turn), 0], up, right);
  const axisY = tilted([-Math.sin(turn), Math.cos(turn), 0], up, right);
  const normal = tilted([0, 0, 1], up, right);
  const middle: Vector = [(pose.x / focalPixels) * distance, (pose.y / focalPixels) * distance, distance];
  const height = dot(normal, middle);
  return (u, v) => {
    const ray: Vector = [u, v, focalPixels];
    const along = height / dot(normal, ray);
    const point: Vector = [
      ray[0] * along - middle[0],
      ray[1] * along - middle[1],
      ray[2] * along - middle[2],
    ];
    return folded(dot(point, axisX) + labelMiddle.x, dot(point, axisY) + labelMiddle.y, pose.fold);
  };
}

function folded(x: number, y: number, fold: Pose['fold']): OnPaper {
  if (!fold) return { x, y, light: 1 };
  const crease = fold.at + (y - labelMiddle.y) * 0.12;
  const beyond = x - crease;
  // White fibres show where ink has broken; the far side turns from the light.
  const light = Math.abs(beyond) < 0.35 ? 1.15 : beyond > 0 ? 0.72 : 1;
  return { x: beyond > 0 ? crease + beyond / Math.cos((fold.angle * Math.PI) / 180) : x, y, light };
}

function levelAt(
  { pixelsPerMm, left, top, width, height, grey }: Print,
  x: number,
  y: number,
): number | undefined {
  const px = (x - left) * pixelsPerMm - 0.5;
  const py = (y - top) * pixelsPerMm - 0.5;
  const [fromX, fromY] = [Math.floor(px), Math.floor(py)];
  if (fromX < 0 || fromY < 0 || fromX + 2 >= width || fromY + 2 >= height) return undefined;
  // Twice as fine as the frame: the mean of two by two, moved by what is left over.
  let sum = 0;
  for (const dy of [0, 1, 2])
    for (const dx of [0, 1, 2]) {
      const weight =
        (dx === 1 ? 1 : dx === 0 ? 1 - (px - fromX) : px - fromX) *
        (dy === 1 ? 1 : dy === 0 ? 1 - (py - fromY) : py - fromY);
      sum += weight * (grey[(fromY + dy) * width + fromX + dx] ?? 0);
    }
  return sum / 4;
}

function tilted([x, y, z]: Vector, up: number, right: number): Vector {
  const [y1, z1] = [y * Math.cos(up) - z * Math.sin(up), y * Math.sin(up) + z * Math.cos(up)];
  return [x * Math.cos(right) + z1 * Math.sin(right), y1, -x * Math.sin(right) + z1 * Math.cos(right)];
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
