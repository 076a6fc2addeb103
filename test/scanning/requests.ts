import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Furniture } from './furnish.ts';
import type { ScanMeant } from './scan-meant.ts';

const day = 86_400;

/** A scan as it is drawn: numbers that choose among what there is. */
const anyScan = fc.record({
  /** A scan that was sent before goes out again, as it was or otherwise written. */
  again: fc.option(fc.nat(30), { freq: 3, nil: undefined }),
  rewritten: fc.boolean(),
  /** With the id of an earlier one. */
  sameId: fc.option(fc.nat(30), { freq: 8, nil: undefined }),
  undoes: fc.option(fc.nat(12), { freq: 6, nil: undefined }),
  what: fc.oneof(
    { weight: 12, arbitrary: fc.record({ kind: fc.constant('papers' as const), nth: fc.nat(4) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('places' as const), nth: fc.nat(4) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('strangers' as const), nth: fc.nat(6) }) },
  ),
  moment: fc.option(fc.nat(200), { freq: 2, nil: undefined }),
  place: fc.option(
    fc.oneof(
      { weight: 8, arbitrary: fc.record({ kind: fc.constant('places' as const), nth: fc.nat(4) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('strangers' as const), nth: fc.nat(5) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('papers' as const), nth: fc.nat(4) }) },
    ),
    { freq: 2, nil: undefined },
  ),
  /** How long before it was sent, in seconds. */
  age: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(0, 1, 3_600, 5 * day) },
    { weight: 1, arbitrary: fc.constantFrom(-3_600, -400 * day, 180 * day, 180 * day + 1, 900 * day) },
  ),
});
type DrawnScan = typeof anyScan extends fc.Arbitrary<infer T> ? T : never;

/** What one station sends, after a while, and what somebody did before. */
export const anyRequest = fc.record({
  station: fc.constantFrom('Desk 1', 'Desk 2', 'Hall', 'Scanner é'),
  /** How wrong the station's clock is, milliseconds. */
  clockOff: fc.constantFrom(0, 0, 1, -90_000, 3 * 365 * day * 1000, -31 * 365 * day * 1000),
  pause: fc.constantFrom(0, 1, 60, 900),
  missing: fc.option(fc.nat(4), { freq: 6, nil: undefined }),
  scans: fc.array(anyScan, { minLength: 1, maxLength: 6 }),
});
export type Asked = typeof anyRequest extends fc.Arbitrary<infer T> ? T : never;

/** The scan as the model takes it, and as it goes over the wire. */
export interface AskedScan {
  meant: ScanMeant;
  wire: object;
}

/** Undefined where there is nothing yet that it could repeat or take back. */
export function meanScan(
  drawn: DrawnScan,
  furniture: Furniture,
  sentAt: number,
  sent: readonly AskedScan[],
): AskedScan | undefined {
  const earlier = (nth: number | undefined) =>
    nth === undefined ? undefined : sent.at(-1 - (nth % sent.length));
  if (drawn.again !== undefined) {
    const before = earlier(drawn.again);
    return before && { meant: before.meant, wire: toWire(before.meant, drawn.rewritten) };
  }
  if (drawn.undoes !== undefined) {
    const target = earlier(drawn.undoes);
    if (!target) return undefined;
    const { code, id } = target.meant;
    const meant = { id: randomUUID(), code, undoes: id, at: sentAt - Math.max(0, drawn.age % day) * 1000 };
    return { meant, wire: toWire(meant, drawn.rewritten) };
  }
  const pick = ({ kind, nth }: DrawnScan['what']) => {
    const list = furniture[kind];
    return list[nth % list.length] as string;
  };
  const meant: ScanMeant = {
    id: earlier(drawn.sameId)?.meant.id ?? randomUUID(),
    code: pick(drawn.what),
    moment:
      drawn.moment === undefined ? undefined : furniture.moments[drawn.moment % furniture.moments.length],
    place: drawn.place === undefined ? undefined : pick(drawn.place),
    at: sentAt - drawn.age * 1000,
  };
  return { meant, wire: toWire(meant, drawn.rewritten) };
}

/** `rewritten`: the same code with blanks, the same instant in another zone. */
function toWire({ at, code, ...rest }: ScanMeant, rewritten: boolean): object {
  const spaced = /^\d{12}$/.test(code) ? `${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)}` : code;
  const elsewhere = new Date(at + 2 * 3_600_000).toISOString().replace('Z', '+02:00');
  return {
    ...rest,
    code: rewritten ? spaced : code,
    at: rewritten ? elsewhere : new Date(at).toISOString(),
  };
}
