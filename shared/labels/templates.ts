/** One sheet of labels as data, in millimetres; slots are counted row by row from 1. */
export interface SheetTemplate {
  readonly key: string;
  readonly page: { readonly width: number; readonly height: number };
  readonly columns: number;
  readonly rows: number;
  readonly label: { readonly width: number; readonly height: number; readonly radius: number };
  /** From the page's edge to the first label. */
  readonly margin: { readonly left: number; readonly top: number };
  /** From one label's edge to the same edge of the next. */
  readonly pitch: { readonly x: number; readonly y: number };
}

const a4 = { width: 210, height: 297 } as const;

/** The sheets that we know; the first is the usual one. Sizes as their makers print them on the box. */
export const templates = [
  {
    key: 'a4-2x7',
    page: a4,
    columns: 2,
    rows: 7,
    label: { width: 99.1, height: 38.1, radius: 2.5 },
    margin: { left: 4.65, top: 15.15 },
    pitch: { x: 101.6, y: 38.1 },
  },
  {
    key: 'a4-2x4',
    page: a4,
    columns: 2,
    rows: 4,
    label: { width: 99.1, height: 67.7, radius: 2.5 },
    margin: { left: 4.65, top: 13.1 },
    pitch: { x: 101.6, y: 67.7 },
  },
] as const satisfies readonly SheetTemplate[];

export type TemplateKey = (typeof templates)[number]['key'];

export const templateKeys = ['a4-2x7', 'a4-2x4'] as const satisfies readonly TemplateKey[];

export function getTemplate(key: TemplateKey): SheetTemplate {
  const found = templates.find((template) => template.key === key);
  if (!found) throw new RangeError(`There is no template ${key}`);
  return found;
}

/** Labels on a whole sheet. */
export function slotsOf({ columns, rows }: SheetTemplate): number {
  return columns * rows;
}

/** Where a slot lies on the page, in millimetres from its upper left corner; `slot` from 1. */
export function slotBox({ columns, label, margin, pitch }: SheetTemplate, slot: number) {
  const column = (slot - 1) % columns;
  const row = Math.floor((slot - 1) / columns);
  return {
    x: margin.left + column * pitch.x,
    y: margin.top + row * pitch.y,
    width: label.width,
    height: label.height,
  };
}

/** What printers' dots are counted in, an inch. A grid of 300 also fits 600 and 1200. */
export const printerDpis = [203, 300, 600] as const;
export type PrinterDpi = (typeof printerDpis)[number];

/** Labels in one file at most. */
export const mostLabels = 50_000;

/** A mailing's run numbers in parts of at most `mostLabels`, both ends included. */
export function partsOf(papers: number): { from: number; to: number }[] {
  const count = Math.ceil(papers / mostLabels);
  return Array.from({ length: count }, (_, index) => ({
    from: index * mostLabels + 1,
    to: Math.min(papers, (index + 1) * mostLabels),
  }));
}
