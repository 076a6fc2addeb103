import { useState } from 'react';
import {
  getTemplate,
  printerDpis,
  slotsOf,
  type TemplateKey,
  templates,
} from '../../../../shared/labels/templates.ts';

/** The sheet in the printer: which, from which label on, and how fine the printer is. */
export interface SheetChoice {
  template: TemplateKey;
  start: number;
  dpi: `${(typeof printerDpis)[number]}`;
}

const kept = 'spoor.sheet';
const usual: SheetChoice = { template: templates[0].key, start: 1, dpi: '300' };

/** Sheet and printer are the same tomorrow, so this device remembers them; where to start is not. */
export function useSheet() {
  const [sheet, setSheet] = useState(readKept);
  const change = (changed: Partial<SheetChoice>) => {
    const next = { ...sheet, ...changed };
    if (next.start > slotsOf(getTemplate(next.template))) next.start = 1;
    setSheet(next);
    try {
      localStorage.setItem(kept, JSON.stringify({ template: next.template, dpi: next.dpi }));
    } catch {
      // A browser that keeps nothing asks again next time.
    }
  };
  return { sheet, change };
}

function readKept(): SheetChoice {
  try {
    const { template, dpi } = JSON.parse(localStorage.getItem(kept) ?? '{}') as Partial<SheetChoice>;
    return {
      ...usual,
      ...(templates.some(({ key }) => key === template) && { template: template as TemplateKey }),
      ...(printerDpis.some((each) => String(each) === dpi) && { dpi: dpi as SheetChoice['dpi'] }),
    };
  } catch {
    return usual;
  }
}
