import { describe, expect, test } from 'vitest';
import { cameraStates, isProblem, problemOf, retriesAfterMs } from './camera-state.ts';

/** As browsers throw them: a name says which. */
const named = (name: string) => Object.assign(new Error('said by a browser'), { name });

describe('a camera that does not come', () => {
  test.each([
    ['NotAllowedError', 'permission-refused'],
    ['SecurityError', 'permission-refused'],
    ['NotFoundError', 'no-camera'],
    ['OverconstrainedError', 'no-camera'],
    ['NotReadableError', 'taken'],
    ['AbortError', 'taken'],
    ['TypeError', 'other'],
  ] as const)('with a %s is: %s', (name, problem) => {
    expect(problemOf(named(name))).toBe(problem);
  });

  test('with anything else thrown is: other', () => {
    expect(problemOf('no idea')).toBe('other');
  });

  test('is tried again where nothing would tell that it has become free', () => {
    const tried = cameraStates.filter(isProblem).filter((problem) => retriesAfterMs(problem) !== undefined);
    expect(tried).toEqual(['taken', 'other']);
  });
});
