import type { DocumentTypeView } from '../../../shared/contracts/processes.ts';

export type KeyPointDefinition = DocumentTypeView['keyPoints'][number];
export type KeyPointValue = string | number | null;

/** From what was typed to what is sent; null empties it, undefined: this is no value of its type. */
export function readKeyPoint(type: KeyPointDefinition['type'], typed: string): KeyPointValue | undefined {
  const text = typed.trim();
  if (text === '') return null;
  if (type !== 'number' && type !== 'amount') return text;
  const number = numberOf(text);
  if (number === undefined) return undefined;
  return type === 'amount' && !isWholeCents(number) ? undefined : number;
}

/** "38.50", "38,50", "1.200,50", "1,200.50": the last sign before one or two digits divides, others group. */
function numberOf(text: string): number | undefined {
  const bare = text.replaceAll(/[\s€$£]/g, '');
  if (!/^-?[\d.,]*\d[\d.,]*$/.test(bare)) return undefined;
  const decimals = /[.,](\d{1,2})$/.exec(bare);
  const whole = (decimals ? bare.slice(0, -decimals[0].length) : bare).replaceAll(/[.,]/g, '');
  const number = Number(decimals ? `${whole || '0'}.${decimals[1]}` : whole);
  return Number.isFinite(number) ? number : undefined;
}

function isWholeCents(number: number): boolean {
  return Math.abs(Math.round(number * 100) - number * 100) < 1e-6;
}
