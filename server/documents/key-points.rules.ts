import { parseCode } from '../../shared/codes/parse-code.ts';
import type { FieldError } from '../../shared/errors.ts';
import type { KeyPoint } from '../../shared/process/document-type.ts';

type Given = Readonly<Record<string, string | number | null>>;
type KeyPointValues = Record<string, string | number>;

/** What the key points are after the given ones were filled in, or everything that is wrong with them. Null empties one. */
export function mergeKeyPoints(
  points: readonly KeyPoint[],
  present: Readonly<KeyPointValues>,
  given: Given,
): { values: KeyPointValues; errors: FieldError[] } {
  const values = { ...present };
  const errors: FieldError[] = [];
  for (const [name, value] of Object.entries(given)) {
    const point = points.find((each) => each.name === name);
    const problem = point
      ? wrongValue(point, value)
      : 'This type of paper has no such key point. Leave it out';
    if (problem !== undefined) errors.push({ field: name, code: 'key-point-wrong', message: problem });
    else if (value === null) delete values[name];
    else values[name] = value;
  }
  return { values, errors };
}

/** Undefined: it is right. */
function wrongValue({ type }: KeyPoint, value: string | number | null): string | undefined {
  if (value === null) return undefined;
  switch (type) {
    case 'number':
      return Number.isFinite(value) && typeof value === 'number' ? undefined : 'Must be a number';
    case 'amount':
      return isAmount(value) ? undefined : 'Must be an amount with at most two decimals, as a number';
    case 'date':
      return typeof value === 'string' && isDay(value) ? undefined : 'Must be a day such as 2027-03-09';
    case 'code':
      return typeof value === 'string' && parseCode(value).ok ? undefined : 'Must be a code of twelve digits';
    case 'text':
      return typeof value === 'string' && value.trim() !== '' ? undefined : 'Must be a short text, or null';
  }
}

function isAmount(value: string | number): boolean {
  return (
    typeof value === 'number' &&
    Math.abs(value) < 1e12 &&
    Math.abs(Math.round(value * 100) - value * 100) < 1e-6
  );
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
