import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nothingInView, type Tracker, track, trackLate, trackUnchanged } from './tracker.ts';

/** A frame's codes as letters; `.` shows none, `=` is a picture like the last, that was not read. */
type Shown = string;

const frameMs = 100;

/** Shows one frame after the other, ten a second; what was counted, in order. */
function watch(frames: readonly Shown[]): { counted: string[]; several: string[]; tracker: Tracker } {
  let tracker = nothingInView;
  let several: string[] = [];
  const counted: string[] = [];
  frames.forEach((frame, number) => {
    const at = number * frameMs;
    if (frame === '=') {
      tracker = trackUnchanged(tracker, at);
      return;
    }
    const tracked = track(tracker, { at, codes: frame === '.' ? [] : [...frame] });
    tracker = tracked.tracker;
    several = [...tracked.several];
    if (tracked.counted) counted.push(tracked.counted);
  });
  return { counted, several, tracker };
}

const times = (count: number, frame: Shown): Shown[] => Array.from({ length: count }, () => frame);

describe('a code before the camera', () => {
  test('counts in the first frame that shows it', () => {
    expect(watch(['A']).counted).toEqual(['A']);
  });

  test('counts once, however long it lies there', () => {
    expect(watch(times(500, 'A')).counted).toEqual(['A']);
  });

  test('counts once though a hand blurs it again and again', () => {
    expect(watch(['A', '.', '.', 'A', '.', '.', '.', '.', 'A', ...times(8, '.'), 'A']).counted).toEqual([
      'A',
    ]);
  });

  test('counts once though it lies still for an hour and the picture is not read', () => {
    expect(watch(['A', ...times(36_000, '='), 'A']).counted).toEqual(['A']);
  });

  test('counts again when it has been away for a second', () => {
    expect(watch(['A', ...times(10, '.'), 'A']).counted).toEqual(['A', 'A']);
  });

  test('has not left because a slow machine looked only once in a long time', () => {
    const first = track(nothingInView, { at: 0, codes: ['A'] });
    const missed = track(first.tracker, { at: 5_000, codes: [] });
    expect(track(missed.tracker, { at: 10_000, codes: ['A'] }).counted).toBeUndefined();
  });
});

describe('a pile', () => {
  test('counts each paper once, in order, also where one follows the other at once', () => {
    expect(watch([...times(3, 'A'), ...times(3, 'B'), ...times(3, 'C')]).counted).toEqual(['A', 'B', 'C']);
  });

  test('counts the next paper in its first frame where a moment of empty table lay between', () => {
    expect(watch(['A', '.', 'B']).counted).toEqual(['A']);
    expect(watch(['A', ...times(2, '.'), 'B']).counted).toEqual(['A', 'B']);
  });

  test('counts each once, whatever frames between them cannot be read', () => {
    const shown = fc.array(
      fc.record({ seen: fc.integer({ min: 2, max: 6 }), blurred: fc.integer({ min: 0, max: 6 }) }),
      {
        minLength: 1,
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(shown, (papers) => {
        const names = papers.map((_, number) => String.fromCodePoint(0x4e00 + number));
        const frames = papers.flatMap(({ seen, blurred }, number) => [
          ...times(blurred, '.'),
          ...times(seen, names[number] ?? ''),
        ]);
        expect(watch(frames).counted).toEqual(names);
      }),
    );
  });
});

describe('several codes at once', () => {
  test('book nothing, and are named', () => {
    const { counted, several } = watch(times(20, 'AB'));
    expect(counted).toEqual([]);
    expect(several).toEqual(['A', 'B']);
  });

  test('book nothing either where a frame misses one of them', () => {
    expect(watch(['AB', 'A', 'AB', 'B', 'A', 'A', 'A', 'AB']).counted).toEqual([]);
  });

  test('book nothing where each frame shows but one of them, once the first has counted', () => {
    expect(watch(['A', 'B', 'A', 'B', 'A', 'B', 'A', 'B']).counted).toEqual(['A']);
  });

  test('book the one that stays when the other has been away for a second', () => {
    const { counted, several } = watch([...times(3, 'AB'), ...times(12, 'B')]);
    expect(counted).toEqual(['B']);
    expect(several).toEqual([]);
  });

  test('book nothing more when the one that stays had counted before', () => {
    expect(watch(['A', 'A', 'AB', 'AB', ...times(15, 'A')]).counted).toEqual(['A']);
  });

  test('never book one in the frame that shows two, whatever came before', () => {
    const frame = fc.constantFrom('.', '=', 'A', 'B', 'C', 'AB', 'BC', 'ABC');
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 60 }), (frames) => {
        for (let end = 1; end <= frames.length; end += 1) {
          const last = frames[end - 1] ?? '';
          const before = watch(frames.slice(0, end - 1)).counted.length;
          const more = watch(frames.slice(0, end)).counted.slice(before);
          expect(more.length <= (last.length === 1 && last !== '.' && last !== '=' ? 1 : 0)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('what the slow reader finds later', () => {
  test('counts as if it had been seen in its frame', () => {
    const { tracker } = watch(['.', '.', '.']);
    expect(trackLate(tracker, { at: 100, codes: ['A'] }).counted).toBe('A');
  });

  test('does not count twice what has been read since', () => {
    const { tracker } = watch(['.', '.', 'A']);
    expect(trackLate(tracker, { at: 100, codes: ['A'] }).counted).toBeUndefined();
  });

  test('is nothing where another paper has been seen since', () => {
    const { tracker } = watch(['.', '.', 'B']);
    expect(trackLate(tracker, { at: 100, codes: ['A'] }).counted).toBeUndefined();
  });
});
