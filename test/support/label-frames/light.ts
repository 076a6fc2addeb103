import type { Frame } from '../../../client/src/scan/decode/frame.ts';
import type { Chance } from '../../../server/example/chance.ts';
import type { Grey } from './view.ts';

/** What lens, light and sensor make of a view. Lengths in pixels, levels of 255. */
export interface Light {
  /** Standard deviation of the lens's blur. */
  blur: number;
  /** How far the paper moves while the shutter is open, and in which direction in degrees. */
  motion?: { length: number; direction: number };
  /** 1: well lit. */
  brightness: number;
  /** A lamp mirrored in the paper: where (parts of the frame), how large, how bright. */
  glare?: { x: number; y: number; radius: number; level: number };
  /** Standard deviation of the sensor's noise. */
  noise: number;
}

export const goodLight: Light = { blur: 0.7, brightness: 1, noise: 2.5 };

export function expose(view: Grey, light: Light, chance: Chance): Frame {
  const { width, height } = view;
  let levels = soften(view.levels, width, height, light.blur);
  if (light.motion) levels = smear(levels, width, height, light.motion.length, light.motion.direction);
  const pixels = new Uint32Array(width * height);
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, at += 1) {
      const level =
        levels[at]! * light.brightness +
        glareAt(light.glare, x / width, y / height) +
        noise(chance) * light.noise;
      const grey = Math.max(0, Math.min(255, Math.round(level)));
      pixels[at] = grey * 0x010101 + 0xff000000;
    }
  return { width, height, data: new Uint8ClampedArray(pixels.buffer) };
}

/** Near enough to a bell: the sum of four. */
function noise(chance: Chance): number {
  const draw = () => chance.below(65_536) / 65_536;
  return (draw() + draw() + draw() + draw() - 2) * Math.sqrt(3);
}

function glareAt(glare: Light['glare'], x: number, y: number): number {
  if (!glare) return 0;
  const far = ((x - glare.x) ** 2 + ((y - glare.y) * 0.5625) ** 2) / glare.radius ** 2;
  return far > 6 ? 0 : glare.level * Math.exp(-far);
}

/** Gauss along rows, then along columns. */
function soften(levels: Float32Array, width: number, height: number, deviation: number): Float32Array {
  if (deviation <= 0) return levels;
  const reach = Math.ceil(deviation * 3);
  const weights = Array.from({ length: reach * 2 + 1 }, (_, n) =>
    Math.exp(-((n - reach) ** 2) / (2 * deviation ** 2)),
  );
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const kernel = Float32Array.from(weights, (weight) => weight / whole);
  const offsets = kernel.map((_, n) => n - reach);
  const rows = convolve(levels, width, height, kernel, offsets, new Float32Array(kernel.length));
  return convolve(rows, width, height, kernel, new Float32Array(kernel.length), offsets);
}

function smear(
  levels: Float32Array,
  width: number,
  height: number,
  length: number,
  direction: number,
): Float32Array {
  const steps = Math.max(1, Math.round(length));
  const angle = (direction * Math.PI) / 180;
  const kernel = new Float32Array(steps).fill(1 / steps);
  const along = (factor: number) =>
    Float32Array.from(kernel, (_, n) => Math.round((n - (steps - 1) / 2) * factor));
  return convolve(levels, width, height, kernel, along(Math.cos(angle)), along(Math.sin(angle)));
}

function convolve(
  levels: Float32Array,
  width: number,
  height: number,
  kernel: Float32Array,
  offsetsX: Float32Array,
  offsetsY: Float32Array,
): Float32Array {
  const result = new Float32Array(levels.length);
  for (let n = 0; n < kernel.length; n += 1) {
    const [weight, dx, dy] = [kernel[n]!, offsetsX[n]!, offsetsY[n]!];
    for (let y = 0; y < height; y += 1) {
      const row = Math.min(height - 1, Math.max(0, y + dy)) * width;
      for (let x = 0, at = y * width; x < width; x += 1, at += 1)
        result[at]! += weight * levels[row + (x + dx < 0 ? 0 : x + dx >= width ? width - 1 : x + dx)]!;
    }
  }
  return result;
}
