import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Code, makeCode } from '../../../shared/codes/code.ts';
import type { ScanResult } from '../../../shared/contracts/scanning.ts';
import { countScans, papersAMinute } from './counts.ts';
import { reduceSession, type SessionEvent } from './reduce-session.ts';
import { type Command, freshSession, type Session, waitingScans } from './session.ts';
import { isUndoable, undoableSinceMoment } from './undo.ts';

const papers = Array.from({ length: 6 }, (_, n) => makeCode(1_555_578_054 + n * 7_919));
const box = makeCode(7_000_000_214);
const shelf = makeCode(8_000_000_031);
const [yesCode, noCode, undoCode, clearCode, doneCode] = [1, 2, 3, 4, 5].map((n) =>
  makeCode(9_000_000_000 + n),
);
const yes = { name: 'answered-yes', label: 'Answer: yes', commandCode: yesCode as Code };
const no = { name: 'answered-no', label: 'Answer: no', commandCode: noCode as Code };
const commands: Record<string, Command> = {
  [yesCode as Code]: { is: 'moment', moment: yes },
  [noCode as Code]: { is: 'moment', moment: no },
  [undoCode as Code]: { is: 'undo' },
  [clearCode as Code]: { is: 'clear' },
  [doneCode as Code]: { is: 'done' },
};
const start = reduceSession(freshSession, { type: 'commands-known', commands });
const at = '2027-03-09T10:00:00.000Z';

let ids = 0;
const scan = (code: Code): SessionEvent => {
  ids += 1;
  return { type: 'scanned', code, source: 'scanner', id: `scan-${ids}`, at };
};
const follow = (state: Session, ...events: SessionEvent[]) => events.reduce(reduceSession, state);

function reply(state: Session, outcome: ScanResult['outcome'] = 'booked'): SessionEvent {
  const results = waitingScans(state).map(({ id, code, moment }) => ({
    code,
    result: {
      id,
      outcome,
      ...(moment &&
        outcome !== 'unknown' &&
        outcome !== 'seen' &&
        outcome !== 'partly' && { moment: { outcome } }),
    },
  }));
  return { type: 'replied', results, at };
}
const paper = (n: number) => papers[n] as Code;

describe('a pile', () => {
  test('the moment and the box hold for every paper that follows', () => {
    const state = follow(start, scan(yesCode as Code), scan(box), scan(paper(0)), scan(paper(1)));
    expect(waitingScans(state).map(({ code, moment, place }) => [code, moment?.name, place])).toEqual([
      [paper(0), 'answered-yes', box],
      [paper(1), 'answered-yes', box],
    ]);
  });

  test('another box, another moment: what was scanned before keeps its own', () => {
    const state = follow(
      start,
      scan(yesCode as Code),
      scan(box),
      scan(paper(0)),
      scan(noCode as Code),
      scan(shelf),
      scan(paper(1)),
    );
    expect(waitingScans(state).map(({ moment, place }) => [moment?.name, place])).toEqual([
      ['answered-yes', box],
      ['answered-no', shelf],
    ]);
  });

  test('CLEAR takes away moment and box, and a paper is only looked up', () => {
    const state = follow(start, scan(yesCode as Code), scan(box), scan(clearCode as Code), scan(paper(0)));
    expect(waitingScans(state)).toMatchObject([{ moment: null, place: null }]);
  });

  test('a paper is not booked before the server has said so', () => {
    const waiting = follow(start, scan(yesCode as Code), scan(paper(0)));
    expect(waiting.scans[0]?.result).toBeNull();
    expect(countScans(waiting.scans)).toMatchObject({ papers: 0, booked: 0, waiting: 1 });
    const state = follow(waiting, reply(waiting));
    expect(countScans(state.scans)).toMatchObject({ papers: 1, booked: 1, waiting: 0 });
    expect(state.signal.sound).toBe('booked');
  });

  test('a command that nobody knows changes nothing, and says so', () => {
    const before = follow(start, scan(yesCode as Code), scan(box));
    const state = follow(before, scan(makeCode(9_000_000_077)));
    expect(state.panel).toMatchObject({ is: 'notice', notice: 'command-unknown' });
    expect([state.moment, state.place]).toEqual([before.moment, before.place]);
  });

  test('what a hand scanner read and is no code of ours does not leave the outcome of the paper before', () => {
    const sent = follow(start, scan(yesCode as Code), scan(box), scan(paper(0)));
    const before = follow(sent, reply(sent));
    const state = follow(before, { type: 'not-read' });
    expect([state.panel, state.signal.sound]).toMatchObject([
      { is: 'notice', notice: 'not-read' },
      'refused',
    ]);
    expect([state.moment, state.place, state.scans]).toEqual([before.moment, before.place, before.scans]);
  });

  test('a box that does not exist is no longer the box', () => {
    const state = follow(start, scan(box), { type: 'place-unknown', code: box });
    expect([state.place, state.panel]).toMatchObject([null, { is: 'notice', notice: 'place-unknown' }]);
  });

  test('after DONE the next paper begins another pile; what still waits goes along', () => {
    const first = follow(start, scan(yesCode as Code), scan(paper(0)));
    const booked = follow(first, reply(first), scan(paper(1)), scan(doneCode as Code));
    expect(countScans(booked.scans)).toMatchObject({ booked: 1, waiting: 1 });
    const next = follow(booked, scan(paper(2)));
    expect(next.scans.map(({ code }) => code)).toEqual([paper(2), paper(1)]);
    expect(next.moment).toBeNull();
  });
});

describe('where each paper is asked about', () => {
  const each = follow(start, { type: 'mode', mode: 'each' });
  test('it is booked with the moment that is scanned after it', () => {
    const state = follow(each, scan(paper(0)), scan(noCode as Code));
    expect(waitingScans(state)).toMatchObject([{ code: paper(0), moment: no }]);
  });
  test('a second paper does not push out the first', () => {
    const state = follow(each, scan(paper(0)), scan(paper(1)));
    expect(state.asking?.code).toBe(paper(0));
    expect(state.panel).toMatchObject({ is: 'notice', notice: 'answer-first' });
    expect(waitingScans(follow(state, scan(yesCode as Code)))).toMatchObject([
      { code: paper(0), moment: yes },
    ]);
  });
  test('a moment without a paper books nothing', () => {
    const state = follow(each, scan(yesCode as Code), scan(paper(0)));
    expect(waitingScans(state)).toEqual([]);
    expect(state.asking?.code).toBe(paper(0));
  });
});

describe('taking back', () => {
  const pile = follow(start, scan(yesCode as Code), scan(paper(0)), scan(paper(1)));
  const booked = follow(pile, reply(pile));
  test('UNDO takes back the last, and then the one before it', () => {
    const once = follow(booked, scan(undoCode as Code));
    const twice = follow(once, scan(undoCode as Code));
    expect(waitingScans(twice).map(({ code }) => code)).toEqual([paper(1), paper(0)]);
    const done = follow(twice, reply(twice));
    expect(countScans(done.scans).booked).toBe(0);
    expect(follow(done, scan(undoCode as Code)).panel).toMatchObject({ notice: 'nothing-to-undo' });
  });
  test('an undo that was refused leaves the scan as it was', () => {
    const asked = follow(booked, scan(undoCode as Code));
    const refused = follow(asked, reply(asked, 'exception'));
    expect(refused.scans.find(({ code, undoes }) => code === paper(1) && !undoes)?.takenBack).toBe('no');
  });
  test('all since the moment was set, and no more', () => {
    const more = follow(booked, scan(noCode as Code), scan(paper(2)), scan(paper(3)));
    const state = follow(more, reply(more));
    expect(undoableSinceMoment(state).map(({ code }) => code)).toEqual([paper(3), paper(2)]);
    const undone = follow(state, { type: 'undo-since-moment', ids: ['a', 'b'], at });
    expect(waitingScans(undone).map(({ code }) => code)).toEqual([paper(3), paper(2)]);
  });
});

describe('when the server is gone', () => {
  const pile = follow(start, scan(yesCode as Code), scan(paper(0)));
  const stopped = follow(pile, { type: 'failed', why: 'unreachable', problem: null });
  test('nothing more is taken, and the paper keeps its id', () => {
    const state = follow(stopped, scan(paper(1)), scan(noCode as Code), scan(box));
    expect(waitingScans(state)).toEqual(waitingScans(pile));
    expect([state.moment, state.place]).toEqual([pile.moment, pile.place]);
    expect(state.signal.sound).toBe('stop');
  });
  test('when it answers, the pile goes on', () => {
    const state = follow(stopped, reply(stopped), scan(paper(1)));
    expect(state.stop).toBeNull();
    expect(waitingScans(state)).toMatchObject([{ code: paper(1) }]);
  });
});

describe('whatever happens, in whatever order', () => {
  const step = fc.oneof(
    fc
      .constantFrom(...papers, box, shelf, ...Object.keys(commands))
      .map((code) => ({ do: 'scan' as const, code: code as Code })),
    fc
      .constantFrom('booked', 'already-booked', 'exception', 'refused', 'unknown')
      .map((outcome) => ({ do: 'reply' as const, outcome: outcome as ScanResult['outcome'] })),
    fc.constantFrom('sticky', 'each').map((mode) => ({ do: 'mode' as const, mode: mode as Session['mode'] })),
    fc.constant({ do: 'fail' as const }),
    fc.nat(5).map((n) => ({ do: 'undo' as const, n })),
  );

  function play(steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]): Session[] {
    const states = [start];
    for (const one of steps) {
      const state = states.at(-1) ?? start;
      states.push(reduceSession(state, eventOf(state, one)));
    }
    return states;
  }

  function eventOf(state: Session, one: typeof step extends fc.Arbitrary<infer S> ? S : never): SessionEvent {
    switch (one.do) {
      case 'scan':
        return scan(one.code);
      case 'reply':
        return reply(state, one.outcome);
      case 'mode':
        return { type: 'mode', mode: one.mode };
      case 'fail':
        return { type: 'failed', why: 'unreachable', problem: null };
      case 'undo': {
        ids += 1;
        return { type: 'undo', scan: state.scans[one.n]?.id ?? '', id: `undo-${ids}`, at };
      }
    }
  }

  test('what waits is sent until it is answered: never lost, never twice, never changed', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const states = play(steps);
        for (const [index, state] of states.entries()) {
          const allIds = state.scans.map(({ id }) => id);
          expect(new Set(allIds).size).toBe(allIds.length);
          const next = states[index + 1];
          if (!next) continue;
          for (const waiting of waitingScans(state)) {
            const later = next.scans.find(({ id }) => id === waiting.id);
            expect(later).toMatchObject({
              code: waiting.code,
              moment: waiting.moment,
              place: waiting.place,
              undoes: waiting.undoes,
              at: waiting.at,
            });
          }
        }
      }),
    );
  });

  test('while it stands still nothing is taken; an answered scan keeps its answer', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const states = play(steps);
        for (const [index, state] of states.entries()) {
          const next = states[index + 1];
          if (!next) continue;
          if (state.stop && next.stop) expect(waitingScans(next)).toEqual(waitingScans(state));
          for (const { id, result } of state.scans) {
            const later = next.scans.find((one) => one.id === id);
            if (result && later) expect(later.result).toBe(result);
          }
        }
      }),
    );
  });

  test('one scan is never taken back twice over', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const state = play(steps).at(-1) ?? start;
        const open = state.scans.filter(({ undoes, result }) => undoes !== null && result === null);
        expect(new Set(open.map(({ undoes }) => undoes)).size).toBe(open.length);
        for (const one of state.scans) if (one.takenBack !== 'no') expect(isUndoable(one)).toBe(false);
      }),
    );
  });
});

test('the speed is that of the last two minutes, and falls while nobody scans', () => {
  const now = Date.parse(at);
  const answered = (secondsAgo: number, n: number) => ({
    id: `${n}`,
    code: paper(0),
    at: new Date(now - secondsAgo * 1_000).toISOString(),
    source: 'scanner' as const,
    moment: null,
    place: null,
    undoes: null,
    result: { id: `${n}`, outcome: 'booked' as const },
    takenBack: 'no' as const,
  });
  const scans = Array.from({ length: 40 }, (_, n) => answered(n * 1.5, n));
  expect(papersAMinute(scans, now)).toBe(41);
  expect(papersAMinute(scans, now + 60_000)).toBe(20);
  expect(papersAMinute(scans, now + 300_000)).toBe(0);
});
