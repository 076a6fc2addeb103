import type { Scan, Session } from './session.ts';

/** Taking back: what can be, and the scans that do it. */

const standing: readonly (string | undefined)[] = ['booked', 'exception'];

/** Whether a scan has booked something that stands, waits for a person, or may yet do either. */
export function isUndoable({ undoes, takenBack, result }: Scan): boolean {
  if (undoes !== null || takenBack !== 'no') return false;
  if (result === null) return true;
  return [result.outcome, result.moment?.outcome, result.place?.outcome].some((one) =>
    standing.includes(one),
  );
}

export function lastUndoable({ scans }: Session): Scan | undefined {
  return scans.find(isUndoable);
}

/** The newest first, which is the order to take them back in. */
export function undoableSinceMoment({ scans, moment, momentSetAfter }: Session): Scan[] {
  if (!moment) return [];
  const end = momentSetAfter === null ? scans.length : scans.findIndex(({ id }) => id === momentSetAfter);
  return scans.slice(0, end === -1 ? scans.length : end).filter(isUndoable);
}

/** Adds a scan for each that is to be taken back, each with an id of its own. Unchanged where there is none. */
export function takeBack(
  state: Session,
  targets: readonly string[],
  ids: readonly string[],
  at: string,
): Session {
  const wanted = new Set(targets);
  const taken = state.scans.filter((scan) => wanted.has(scan.id) && isUndoable(scan)).slice(0, ids.length);
  if (taken.length === 0) return state;
  const takenIds = new Set(taken.map(({ id }) => id));
  const undoing = taken.map(
    ({ id, code, moment, place }, index): Scan => ({
      id: ids[index] ?? '',
      code,
      at,
      source: 'screen',
      moment,
      place,
      undoes: id,
      result: null,
      takenBack: 'no',
    }),
  );
  const marked = state.scans.map(
    (scan): Scan => (takenIds.has(scan.id) ? { ...scan, takenBack: 'asked' } : scan),
  );
  const last = undoing.at(-1);
  return {
    ...state,
    scans: [...undoing.toReversed(), ...marked],
    ...(last && { panel: { is: 'scan', id: last.id } }),
  };
}
