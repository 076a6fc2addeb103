import { type Corners, type Frame, frameOfGrey, greyLevels, type Point } from './frame.ts';

export interface Turned {
  readonly frame: Frame;
  /** Where corners found in the turned frame lie in the frame as it was. */
  turnBack(corners: Corners): Corners;
}

/**
 * The frame turned about its centre, clockwise, in grey and at the same size: what leaves it at the corners is given
 * up, since paper is held before the middle. Between pixels it is bilinear: bars of two pixels do not survive less.
 */
export function turnFrame(frame: Frame, degrees: number): Turned {
  const { width, height } = frame;
  const grey = greyLevels(frame);
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [centreX, centreY] = [(width - 1) / 2, (height - 1) / 2];
  const turned = new Uint8Array(width * height).fill(outside);
  for (let y = 0, at = 0; y < height; y += 1) {
    let fromX = centreX - centreX * cos + (y - centreY) * sin;
    let fromY = centreY + centreX * sin + (y - centreY) * cos;
    for (let x = 0; x < width; x += 1, at += 1, fromX += cos, fromY -= sin) {
      if (fromX < 0 || fromY < 0 || fromX >= width - 1 || fromY >= height - 1) continue;
      const left = fromX | 0;
      const pixel = (fromY | 0) * width + left;
      const [right, down] = [fromX - left, fromY - (fromY | 0)];
      const above = grey[pixel]! + (grey[pixel + 1]! - grey[pixel]!) * right;
      const below = grey[pixel + width]! + (grey[pixel + width + 1]! - grey[pixel + width]!) * right;
      turned[at] = above + (below - above) * down;
    }
  }
  const back = ({ x, y }: Point): Point => ({
    x: centreX + (x - centreX) * cos + (y - centreY) * sin,
    y: centreY - (x - centreX) * sin + (y - centreY) * cos,
  });
  return {
    frame: frameOfGrey(turned, width, height),
    turnBack: ([a, b, c, d]) => [back(a), back(b), back(c), back(d)],
  };
}

/** Neither black nor white, so that it looks like no bar and no paper. */
const outside = 128;
