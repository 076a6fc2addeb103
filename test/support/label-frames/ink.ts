/** A black rectangle on paper, in millimetres from the label's upper left corner. */
export interface Ink {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Paper with ink on it as grey levels, a fixed number of pixels to the millimetre. */
export interface Print {
  pixelsPerMm: number;
  /** Where its first pixel lies, in millimetres. */
  left: number;
  top: number;
  width: number;
  height: number;
  grey: Uint8Array;
}

/** White paper and black ink in the light of an office, of 255. */
export const paperGrey = 236;
export const inkGrey = 28;

/** Lays ink on a sheet; where a bar covers a pixel in part, that pixel is grey. */
export function print(
  inks: readonly Ink[],
  sheet: { left: number; top: number; right: number; bottom: number },
  pixelsPerMm: number,
): Print {
  const width = Math.ceil((sheet.right - sheet.left) * pixelsPerMm);
  const height = Math.ceil((sheet.bottom - sheet.top) * pixelsPerMm);
  const covered = new Float32Array(width * height);
  for (const ink of inks) {
    const left = (ink.x - sheet.left) * pixelsPerMm;
    const top = (ink.y - sheet.top) * pixelsPerMm;
    cover(covered, width, height, left, top, left + ink.width * pixelsPerMm, top + ink.height * pixelsPerMm);
  }
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at += 1)
    grey[at] = paperGrey - (paperGrey - inkGrey) * Math.min(1, covered[at] ?? 0);
  return { pixelsPerMm, left: sheet.left, top: sheet.top, width, height, grey };
}

function cover(
  covered: Float32Array,
  width: number,
  height: number,
  left: number,
  top: number,
  right: number,
  bottom: number,
): void {
  const share = (at: number, from: number, to: number) => Math.min(at + 1, to) - Math.max(at, from);
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, Math.ceil(bottom)); y += 1)
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, Math.ceil(right)); x += 1)
      covered[y * width + x] = (covered[y * width + x] ?? 0) + share(x, left, right) * share(y, top, bottom);
}
