import { expect, test } from 'vitest';
import { makeCode } from '../../../shared/codes/code.ts';
import { practiceCode } from '../../../shared/codes/practice-code.ts';
import { reduceSession, type SessionEvent } from './reduce-session.ts';
import { freshSession, type Session, waitingScans } from './session.ts';

const yes = { name: 'answered-yes', label: 'Answer: yes', commandCode: makeCode(9_000_000_001) };
const start = reduceSession(freshSession, {
  type: 'commands-known',
  commands: { [yes.commandCode]: { is: 'moment', moment: yes }, [practiceCode]: { is: 'practice' } },
});
const paper = makeCode(1_555_578_054);
const follow = (state: Session, ...codes: (typeof paper)[]) =>
  codes.reduce((before, code, index): Session => {
    const event: SessionEvent = { type: 'scanned', code, source: 'scanner', id: `${index}`, at: '' };
    return reduceSession(before, event);
  }, state);

test('the practice label is told as such, sends nothing, and leaves the pile as it is', () => {
  const before = follow(start, yes.commandCode, makeCode(7_000_000_214), paper);
  const state = follow(before, practiceCode);
  expect(state.panel).toMatchObject({ is: 'notice', notice: 'practice' });
  expect([state.moment, state.place, state.scans]).toEqual([before.moment, before.place, before.scans]);
});

test('a paper that is being asked about is asked about still after it', () => {
  const each = reduceSession(start, { type: 'mode', mode: 'each' });
  const state = follow(each, paper, practiceCode, yes.commandCode);
  expect(waitingScans(state)).toMatchObject([{ code: paper, moment: yes }]);
});
