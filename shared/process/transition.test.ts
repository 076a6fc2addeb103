import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDefinition } from './check-definition.ts';
import { initialValues, type ProcessDefinition, processShape, type Values } from './definition.ts';
import { describeStatus } from './describe-status.ts';
import { replay } from './replay.ts';
import { confirmMoment, takeBack, transition } from './transition.ts';

const label = { en: 'x', nl: 'x' };

function processWith(moments: object[], more: object = {}): ProcessDefinition {
  const variable = (name: string, values: number[]) => ({
    name,
    label,
    values: values.map((value) => ({ value, label, says: label })),
    initial: values[0],
  });
  return processShape.parse({
    variables: [variable('sent', [0, 1, 2]), variable('answer', [0, 1, 2]), variable('bad', [0, 1])],
    moments: moments.map((each) => ({ label, ...each })),
    headline: ['sent'],
    ...more,
  });
}

const yes = { name: 'yes', from: { answer: [0], bad: [0] }, sets: { answer: 1 }, infers: { sent: 1 } };

describe('what contradicts', () => {
  const contradicted = { sent: 1, answer: 2, bad: 1 };
  const between = [
    { variable: 'answer', present: 2, wanted: 1 },
    { variable: 'bad', present: 1, wanted: null },
  ];

  test('goes to a person unless the process says otherwise', () => {
    const decided = transition(processWith([yes]), contradicted, 'yes');
    expect(decided).toEqual({ outcome: 'exception', reason: 'contradiction', between });
  });

  test('is refused where the process says so', () => {
    const decided = transition(processWith([{ ...yes, otherwise: 'refuse' }]), contradicted, 'yes');
    expect(decided).toEqual({ outcome: 'refused', reason: 'moment-not-allowed', between });
  });

  test('is overwritten where the later one counts, and what cannot stand beside it falls back', () => {
    const decided = transition(processWith([{ ...yes, otherwise: 'overwrite' }]), contradicted, 'yes');
    expect(decided).toEqual({
      outcome: 'booked',
      values: { sent: 1, answer: 1, bad: 0 },
      changed: [
        { variable: 'bad', before: 1, after: 0 },
        { variable: 'answer', before: 2, after: 1 },
      ],
      inferred: [],
    });
  });

  test('falls back to the first value allowed where the initial one is not', () => {
    const chased = { name: 'chased', from: { sent: [2, 1] }, sets: { bad: 1 }, otherwise: 'overwrite' };
    const decided = transition(processWith([chased]), {}, 'chased');
    expect(decided).toMatchObject({ outcome: 'booked', values: { sent: 2, answer: 0, bad: 1 } });
  });
});

test('what is inferred counts when the conditions are looked at', () => {
  const late = { name: 'late', from: { sent: [1] }, sets: { bad: 1 }, infers: { sent: 1 } };
  expect(transition(processWith([late]), {}, 'late')).toMatchObject({
    outcome: 'booked',
    inferred: ['sent'],
  });
});

test('what is known better is not replaced by what is inferred', () => {
  const decided = transition(processWith([yes]), { sent: 2 }, 'yes');
  expect(decided).toMatchObject({ outcome: 'booked', values: { sent: 2, answer: 1 }, inferred: [] });
});

test('a moment that sets two values is booked if one of them is there already', () => {
  const both = { name: 'both', from: { answer: [0], bad: [0] }, sets: { answer: 1, bad: 1 } };
  const decided = transition(processWith([both]), { answer: 1 }, 'both');
  expect(decided).toMatchObject({ changed: [{ variable: 'bad', before: 0, after: 1 }] });
});

test('values of variables that the definition does not have are handed on', () => {
  const decided = transition(processWith([yes]), { formerly: 7 }, 'yes');
  expect(decided).toMatchObject({ values: { formerly: 7, sent: 1, answer: 1, bad: 0 } });
});

test('an undone booking takes nothing back that was set again since', () => {
  const process = processWith([yes]);
  const changed = [
    { variable: 'sent', before: 0, after: 1 },
    { variable: 'answer', before: 0, after: 1 },
  ];
  expect(takeBack(process, { sent: 1, answer: 2, bad: 0 }, changed)).toEqual({ sent: 0, answer: 2, bad: 0 });
});

test('undone twice is undone once; undoing what is not there changes nothing', () => {
  const values = replay(processWith([yes]), [
    { id: 'a', kind: 'moment', moment: 'yes' },
    { id: 'b', kind: 'undone', undoes: 'a' },
    { id: 'c', kind: 'moment', moment: 'yes' },
    { id: 'd', kind: 'undone', undoes: 'a' },
    { id: 'e', kind: 'undone', undoes: 'nothing' },
  ]);
  expect(values).toEqual({ sent: 1, answer: 1, bad: 0 });
});

describe('any definition without mistakes', () => {
  const names = ['sent', 'answer', 'bad', 'constructor'];
  const variable = fc.record({
    values: fc.uniqueArray(fc.integer({ min: -2, max: 4 }), { minLength: 2, maxLength: 4 }),
    initial: fc.nat(),
  });
  const some = <T>(one: fc.Arbitrary<T>) => fc.dictionary(fc.constantFrom(...names), one, { maxKeys: 3 });
  const smallint = fc.integer({ min: -2, max: 4 });
  const moment = fc.record({
    from: some(fc.uniqueArray(smallint, { minLength: 1, maxLength: 3 })),
    sets: some(smallint),
    infers: some(smallint),
    alreadyWhen: some(fc.uniqueArray(smallint, { minLength: 1, maxLength: 2 })),
    otherwise: fc.constantFrom('exception', 'refuse', 'overwrite'),
  });
  const definitions = fc
    .record({
      variables: fc.tuple(variable, variable, variable, variable),
      moments: fc.array(moment, { minLength: 1, maxLength: 4 }),
    })
    .map((raw) => build(raw, names))
    .filter((definition) => definition.moments.length > 0);

  test('never throws, stays within its values, and says what it says twice', () => {
    fc.assert(
      fc.property(
        definitions,
        fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 12 }),
        (definition, steps) => {
          let values: Values = initialValues(definition);
          for (const [pick, confirmed] of steps) {
            const { name } = definition.moments[pick % definition.moments.length] ?? { name: '' };
            const decide = confirmed ? confirmMoment : transition;
            const decided = decide(definition, values, name);
            expect(decide(definition, values, name)).toEqual(decided);
            if (decided.outcome !== 'booked') continue;
            expect(decided.changed.length).toBeGreaterThan(0);
            expect(transition(definition, decided.values, name).outcome).toBe('already-booked');
            expect(takeBack(definition, decided.values, decided.changed)).toEqual(values);
            values = decided.values;
            const now = values;
            const unlisted = definition.variables.filter((variable) => {
              return variable.values.every((each) => each.value !== now[variable.name]);
            });
            expect(unlisted).toEqual([]);
            expect(describeStatus(definition, values, 'en').headline).toBe('x');
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

interface Raw {
  variables: readonly { values: number[]; initial: number }[];
  moments: readonly {
    from: Record<string, number[]>;
    sets: Record<string, number>;
    infers: Record<string, number>;
    alreadyWhen: Record<string, number[]>;
    otherwise: string;
  }[];
}

/** Leaves out the moments that the checks object to, until none is left that they do. */
function build(raw: Raw, names: string[]): ProcessDefinition {
  const variables = raw.variables.map(({ values, initial }, index) => ({
    name: names[index],
    label,
    values: values.map((value) => ({ value, label, says: label })),
    initial: values[initial % values.length],
  }));
  let definition = processShape.parse({
    variables,
    moments: raw.moments.map((each, index) => ({ ...each, name: `moment-${index}`, label })),
    headline: ['sent'],
  });
  for (
    let mistakes = checkDefinition(definition);
    mistakes.length > 0;
    mistakes = checkDefinition(definition)
  ) {
    const wrong = mistakes.map((each) => each.at.split('.')[1]);
    const moments = definition.moments.filter((each) => !wrong.includes(each.name));
    if (moments.length === definition.moments.length) throw new Error(JSON.stringify(mistakes));
    definition = { ...definition, moments };
  }
  return definition;
}
