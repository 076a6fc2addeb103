import { type SheetTemplate, slotsOf } from '../../../../shared/labels/templates.ts';

/** The label that a key leads to from `slot`: the one beside it, above or under it, or the first or last; else none. */
export function slotAfterKey(template: SheetTemplate, slot: number, key: string): number | undefined {
  const { columns } = template;
  const last = slotsOf(template);
  const to = new Map([
    ['ArrowLeft', slot - 1],
    ['ArrowRight', slot + 1],
    ['ArrowUp', slot - columns],
    ['ArrowDown', slot + columns],
    ['Home', 1],
    ['End', last],
  ]).get(key);
  if (to === undefined) return undefined;
  // At the edge of the sheet it stays where it is.
  return to >= 1 && to <= last ? to : slot;
}
