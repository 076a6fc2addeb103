import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInDocumentTypes } from './built-in.ts';
import { checkDefinition, processDefinition } from './check-definition.ts';
import { expectsAnswer, initialValues, type ProcessDefinition, type Values } from './definition.ts';
import { describeStatus } from './describe-status.ts';
import { checkDocumentType, documentTypeShape } from './document-type.ts';
import { replay, type StatusEvent } from './replay.ts';
import { confirmMoment, takeBack, transition } from './transition.ts';

/** The status after these moments, whatever each of them came to. */
function statusAfter(definition: ProcessDefinition, ...moments: string[]): Values {
  return replay(
    definition,
    moments.map((moment, index) => ({ id: String(index), kind: 'moment', moment })),
  );
}

const undeliverable = ['', '-moved', '-unknown', '-refused', '-deceased', '-incomplete'].map(
  (reason) => `undeliverable${reason}`,
);

test('letter, coupon and contract are there, with the variables and moments that others rely on', () => {
  const names = builtInDocumentTypes.map(({ type, process }) => [
    type.key,
    process.variables.map((each) => each.name),
    new Set(process.moments.map((each) => each.name)),
    expectsAnswer(process),
  ]);
  const common = ['mailed', ...undeliverable, 'remark'];
  const answered = ['answered-yes', 'answered-no', 'answered-unclear'];
  const signed = ['signed', 'declined', 'signed-incomplete'];
  expect(names).toEqual([
    ['letter', ['sent', 'undeliverable', 'remark'], new Set(common), false],
    ['coupon', ['sent', 'answer', 'undeliverable', 'remark'], new Set([...common, ...answered]), true],
    ['contract', ['sent', 'signature', 'undeliverable', 'remark'], new Set([...common, ...signed]), true],
  ]);
});

test('the numbers of the values are those that others rely on', () => {
  const numbers = builtInDocumentTypes.map(({ process }) => {
    return Object.fromEntries(process.variables.map((each) => [each.name, each.values.map((v) => v.value)]));
  });
  const common = { sent: [0, 1], undeliverable: [0, 1, 2, 3, 4, 5, 9], remark: [0, 1] };
  expect(numbers).toEqual([
    common,
    { ...common, answer: [0, 1, 2, 8] },
    { ...common, signature: [0, 1, 2, 8] },
  ]);
});

describe.each(builtInDocumentTypes.map((each) => [each.type.key, each] as const))('%s', (_key, builtIn) => {
  const { type, process } = builtIn;
  const moments = fc.constantFrom(...process.moments.map((each) => each.name));
  const manyMoments = fc.array(moments, { maxLength: 12 });

  test('is data that an editor could have made: it survives JSON and the schemas, and has no mistakes', () => {
    expect(processDefinition.parse(JSON.parse(JSON.stringify(process)))).toEqual(process);
    expect(documentTypeShape.parse(JSON.parse(JSON.stringify(type)))).toEqual(type);
    expect(documentTypeShape.parse({ key: type.key, name: type.name })).toEqual(type);
    expect(checkDefinition(process)).toEqual([]);
    expect(checkDocumentType(type, process)).toEqual([]);
  });

  test('whatever happens, each variable has one of its values, and a word for it', () => {
    fc.assert(
      fc.property(manyMoments, (names) => {
        const values = statusAfter(process, ...names);
        expect(Object.keys(values)).toEqual(process.variables.map((each) => each.name));
        for (const { name, values: listed } of process.variables) {
          expect(listed.map((each) => each.value)).toContain(values[name]);
        }
        expect(describeStatus(process, values, 'nl').headline).not.toMatch(/:.*,|[0-9]/);
      }),
    );
  });

  test('what was booked is already booked when it comes again; what was not changes nothing', () => {
    fc.assert(
      fc.property(manyMoments, moments, (names, moment) => {
        const before = statusAfter(process, ...names);
        const frozen = Object.freeze({ ...before });
        const first = transition(process, frozen, moment);
        expect(frozen).toEqual(before);
        if (first.outcome !== 'booked') {
          expect(statusAfter(process, ...names, moment)).toEqual(before);
          expect(transition(process, before, moment)).toEqual(first);
          return;
        }
        expect(first.changed.length).toBeGreaterThan(0);
        expect(transition(process, first.values, moment)).toEqual({ outcome: 'already-booked' });
        expect(takeBack(process, first.values, first.changed)).toEqual(before);
      }),
    );
  });

  test('replaying the events gives the status, with decisions of persons and undone scans among them', () => {
    const step = fc.record({ moment: moments, how: fc.constantFrom('scan', 'confirm', 'undo') });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
        const events: StatusEvent[] = [];
        const past: { id: string; before: Values }[] = [];
        let values = initialValues(process);
        for (const [index, { moment, how }] of steps.entries()) {
          const id = String(index);
          const last = past.at(-1);
          if (how === 'undo') {
            if (!last) continue;
            past.pop();
            values = last.before;
            events.push({ id, kind: 'undone', undoes: last.id });
            continue;
          }
          const confirmed = how === 'confirm';
          const decided = (confirmed ? confirmMoment : transition)(process, values, moment);
          events.push({ id, kind: 'moment', moment, confirmed });
          if (decided.outcome !== 'booked') continue;
          past.push({ id, before: values });
          values = decided.values;
        }
        expect(replay(process, events)).toEqual(values);
      }),
    );
  });

  test('a paper that comes back was sent, also when nobody marked it as mailed', () => {
    for (const moment of process.moments.filter((each) => each.paper === 'comes-back')) {
      const decided = transition(process, initialValues(process), moment.name);
      expect(decided).toMatchObject({ outcome: 'booked', inferred: ['sent'], values: { sent: 1 } });
      const values = decided.outcome === 'booked' ? decided.values : {};
      expect(transition(process, values, 'mailed').outcome).toBe('already-booked');
    }
  });

  test('a remark stands beside everything and changes nothing else', () => {
    fc.assert(
      fc.property(manyMoments, (names) => {
        const before = statusAfter(process, 'mailed', ...names);
        expect(statusAfter(process, 'mailed', ...names, 'remark')).toEqual({ ...before, remark: 1 });
        expect(describeStatus(process, before, 'en').headline).toBe(
          describeStatus(process, { ...before, remark: 1 }, 'en').headline,
        );
      }),
    );
  });

  test('a reason may follow where none was given; a different one goes to a person', () => {
    const without = statusAfter(process, 'undeliverable');
    expect(transition(process, without, 'undeliverable-moved').outcome).toBe('booked');
    const moved = statusAfter(process, 'undeliverable', 'undeliverable-moved');
    expect(transition(process, moved, 'undeliverable').outcome).toBe('already-booked');
    expect(transition(process, moved, 'undeliverable-moved').outcome).toBe('already-booked');
    expect(transition(process, moved, 'undeliverable-deceased')).toEqual({
      outcome: 'exception',
      reason: 'contradiction',
      between: [{ variable: 'undeliverable', present: 1, wanted: 4 }],
    });
  });

  test('a moment that it does not have is refused', () => {
    for (const moment of ['', 'overdue', 'constructor', '__proto__', 'Mailed']) {
      expect(transition(process, initialValues(process), moment)).toEqual({
        outcome: 'refused',
        reason: 'moment-unknown',
      });
    }
  });
});
