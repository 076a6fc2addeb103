import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Code, makeCode } from '../../../shared/codes/code.ts';
import type { ScanResult } from '../../../shared/contracts/scanning.ts';
import { keepAnswered, keepSession, readKept, unsent } from './kept-session.ts';
import { reduceSession, type SessionEvent } from './reduce-session.ts';
import { freshSession, type Session, waitingScans } from './session.ts';
import { isUndoable, lastUndoable, undoableSinceMoment } from './undo.ts';

const paper = (n: number) => makeCode(1_555_578_054 + n * 7_919);
const box = makeCode(7_000_000_214);
const yes = { name: 'answered-yes', label: 'Answer: yes', commandCode: makeCode(9_000_000_001) };
const me = '0199a0e0-0000-7000-8000-000000000001';
const other = '0199a0e0-0000-7000-8000-000000000002';

const follow = (state: Session, ...events: SessionEvent[]) => events.reduce(reduceSession, state);
const scan = (code: Code, n = 0): SessionEvent => ({
  type: 'scanned',
  code,
  source: 'scanner',
  id: `scan-${code}-${n}`,
  at: `2027-03-09T10:00:0${n}.000Z`,
});
const chosen: SessionEvent = {
  type: 'command',
  command: { is: 'moment', moment: yes },
  id: 'moment',
  at: '2027-03-09T10:00:00.000Z',
};

function booked(state: Session): SessionEvent {
  const document = { mailing: { name: 'Direct debit' } } as unknown as ScanResult['document'];
  const earlier = { at: '2027-03-09T10:00:00.000Z', by: { id: me, name: 'Marit Hoekwater' } };
  const results = waitingScans(state).map(({ id, code }) => ({
    code,
    result: {
      id,
      outcome: 'booked' as const,
      moment: { outcome: 'booked' as const, earlier },
      ...(document && { document }),
    },
  }));
  return { type: 'replied', results, at: '2027-03-09T10:00:09.000Z' };
}

const set = follow(freshSession, chosen, scan(box), scan(paper(0), 1));
const pile = follow(set, booked(set));

describe('back at the station, after another page of the product', () => {
  test('what is set is said, instead of the outcome of the paper before; nothing else has changed', () => {
    const back = follow(pile, { type: 'back' });
    expect(back).toEqual({ ...pile, panel: { is: 'still-set' } });
    expect(back.signal).toBe(pile.signal);
  });

  test('with nothing set it is ready', () => {
    const seen = follow(freshSession, scan(paper(0)));
    expect(follow(seen, booked(seen), { type: 'back' }).panel).toEqual({ is: 'ready' });
  });

  test('a paper that is not booked yet stays in front, and so does one that is asked about, and the sum of a pile', () => {
    expect(follow(set, { type: 'back' }).panel).toEqual({ is: 'scan', id: `scan-${paper(0)}-1` });
    const asked = follow(pile, { type: 'mode', mode: 'each' }, scan(paper(1)), { type: 'back' });
    expect(asked.panel).toEqual({ is: 'asking' });
    const command = { is: 'done' } as const;
    const done = follow(pile, { type: 'command', command, id: 'done', at: '2027-03-09T10:00:09.000Z' });
    expect(follow(done, { type: 'back' }).panel).toEqual(done.panel);
  });
});

describe('the page is loaded anew', () => {
  const stored = new Map<string, string>();
  beforeEach(() => {
    stored.clear();
    const storage = {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
      removeItem: (key: string) => void stored.delete(key),
    };
    Object.assign(globalThis, { sessionStorage: storage });
  });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'sessionStorage');
  });

  function loadedAnew(state: Session, userId = me): Session {
    keepSession(me, state);
    keepAnswered(me, state);
    return follow(freshSession, { type: 'restored', ...readKept(userId) }, { type: 'back' });
  }

  test('moment, box and way of asking are as they were, and said', () => {
    const { mode, moment, place, panel } = loadedAnew(pile);
    expect({ mode, moment, place, panel }).toEqual({
      mode: 'sticky',
      moment: yes,
      place: box,
      panel: { is: 'still-set' },
    });
    const each = loadedAnew(follow(freshSession, { type: 'mode', mode: 'each' }));
    expect([each.mode, each.panel]).toEqual(['each', { is: 'ready' }]);
  });

  test('UNDO still takes back the last scan; "all since the moment" begins anew', () => {
    const state = loadedAnew(pile);
    expect(lastUndoable(state)?.code).toBe(paper(0));
    expect(undoableSinceMoment(state)).toEqual([]);
    const further = follow(state, scan(paper(1), 5));
    expect(undoableSinceMoment(further).map(({ code }) => code)).toEqual([paper(1)]);
  });

  test('what waits is sent again with its id, in order, and stays in front', () => {
    const waiting = follow(pile, scan(paper(1), 2), scan(paper(2), 3));
    const state = loadedAnew(waiting);
    expect(waitingScans(state)).toEqual(waitingScans(waiting));
    expect(state.scans.map(({ code }) => code)).toEqual([paper(2), paper(1), paper(0)]);
    expect(state.panel).toEqual({ is: 'scan', id: `scan-${paper(2)}-3` });
    expect(unsent.count(me)).toBe(2);
  });

  test('nothing that names anybody is kept, and nobody else finds it', () => {
    loadedAnew(pile);
    expect([...stored.values()].join(' ')).not.toMatch(/Marit|Direct debit/);
    expect(loadedAnew(pile, other)).toEqual(follow(freshSession, { type: 'back' }));
    expect(unsent.count(other)).toBe(0);
  });

  test('a pile that is done is over', () => {
    const command = { is: 'done' } as const;
    const done = follow(pile, { type: 'command', command, id: 'done', at: '2027-03-09T10:00:09.000Z' });
    const state = loadedAnew(done);
    expect([state.moment, state.place, state.scans.filter(isUndoable)]).toEqual([null, null, []]);
  });

  test('storage that fails or holds nonsense breaks nothing', () => {
    stored.set(`spoor.station.${me}`, '{');
    expect(readKept(me)).toEqual({ mode: 'sticky', moment: null, place: null, scans: [] });
    Reflect.deleteProperty(globalThis, 'sessionStorage');
    expect(() => loadedAnew(pile)).not.toThrow();
  });
});

test('the moment that is set follows a change of language', () => {
  const ja = { ...yes, label: 'Antwoord: ja' };
  const commands = { [yes.commandCode]: { is: 'moment', moment: ja } } as const;
  expect(follow(pile, { type: 'commands-known', commands }).moment).toEqual(ja);
});
