import { getTemplate, slotBox, slotsOf, templates } from '../../../shared/labels/templates.ts';
import { readWithZxing } from '../labels/decode.ts';
import { crop, type Picture, renderPages } from '../labels/render.ts';
import { inkGrey, type Print, paperGrey } from './ink.ts';

const dpi = 300;
const pixelsPerMm = dpi / 25.4;
/** What is seen of the sheet around a label. */
const around = 4;

/** The labels on the first sheet of a PDF of the product's own, each as it lies on paper, by its code. */
export async function printedLabels(pdf: Buffer): Promise<Map<string, Print>> {
  const [page] = await renderPages(pdf, 'poppler', dpi);
  if (!page) throw new Error('the file has no page');
  const template = getTemplate(templates[0].key);
  const slots = Array.from({ length: slotsOf(template) }, (_, index) => slotBox(template, index + 1));
  const labels = new Map<string, Print>();
  for (const { symbol, text, x, y } of await readWithZxing(page)) {
    const isIn = (box: (typeof slots)[number]) =>
      x > box.x * pixelsPerMm &&
      x < (box.x + box.width) * pixelsPerMm &&
      y > box.y * pixelsPerMm &&
      y < (box.y + box.height) * pixelsPerMm;
    const box = symbol === 'qr' ? slots.find(isIn) : undefined;
    if (box) labels.set(text, cutOut(page, box));
  }
  return labels;
}

function cutOut(page: Picture, box: { x: number; y: number; width: number; height: number }): Print {
  const dots = (millimetres: number) => Math.round(millimetres * pixelsPerMm);
  const left = Math.max(0, dots(box.x - around));
  const top = Math.max(0, dots(box.y - around));
  const width = Math.min(page.width - left, dots(box.width + 2 * around));
  const height = Math.min(page.height - top, dots(box.height + 2 * around));
  const { dots: set } = crop(page, { x: left, y: top, width, height });
  return {
    pixelsPerMm,
    left: left / pixelsPerMm - box.x,
    top: top / pixelsPerMm - box.y,
    width,
    height,
    grey: set.map((dot) => (dot < 128 ? inkGrey : paperGrey)),
  };
}
