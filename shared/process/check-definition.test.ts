import { describe, expect, test } from 'vitest';
import { builtInDocumentTypes } from './built-in.ts';
import { checkDefinition, processDefinition } from './check-definition.ts';
import type { Moment, ProcessDefinition, Variable } from './definition.ts';

const coupon = builtInDocumentTypes.find((each) => each.type.key === 'coupon');
if (!coupon) throw new Error('no coupon');
const process = coupon.process;

function withMoment(more: Partial<Moment>): ProcessDefinition {
  const [mailed] = process.moments;
  if (!mailed) throw new Error('no moment');
  return {
    ...process,
    moments: [...process.moments, { ...mailed, name: 'new', sets: { sent: 1 }, ...more }],
  };
}

function withVariable(more: Partial<Variable>): ProcessDefinition {
  const [sent] = process.variables;
  if (!sent) throw new Error('no variable');
  return { ...process, variables: [...process.variables, { ...sent, name: 'new', ...more }] };
}

const manyVariables: ProcessDefinition = {
  ...process,
  variables: Array.from({ length: 21 }, (_, index) =>
    withVariable({ name: `more-${index}` }).variables.slice(-1),
  )
    .flat()
    .with(0, process.variables[0]!),
  moments: process.moments.slice(0, 1),
  answer: null,
  beside: [],
  headline: ['sent'],
};
const manyMoments: ProcessDefinition = {
  ...process,
  moments: Array.from({ length: 61 }, (_, index) =>
    withMoment({ name: `more-${index}` }).moments.slice(-1),
  ).flat(),
};
const twice = [0, 1, 1].map((value) => ({ value, label: { en: 'x', nl: 'x' }, says: null }));

describe('a definition is told', () => {
  test.each<[string, ProcessDefinition, string]>([
    [
      'an unknown variable that is set',
      withMoment({ sets: { colour: 1 } }),
      'variable-unknown moments.new.sets.colour',
    ],
    [
      'an unknown variable in a condition',
      withMoment({ from: { colour: [1] } }),
      'variable-unknown moments.new.from.colour',
    ],
    [
      'an unknown variable that is inferred',
      withMoment({ infers: { colour: 1 } }),
      'variable-unknown moments.new.infers.colour',
    ],
    [
      'an unknown variable in the headline',
      { ...process, headline: ['colour', 'sent'] },
      'variable-unknown headline.0',
    ],
    ['an unknown variable beside it', { ...process, beside: ['colour'] }, 'variable-unknown beside.0'],
    ['an unknown answer', { ...process, answer: 'colour' }, 'answer-unknown answer'],
    [
      'a value that is not in the list',
      withMoment({ sets: { answer: 7 } }),
      'value-unknown moments.new.sets.answer',
    ],
    [
      'a condition on such a value',
      withMoment({ from: { answer: [0, 7] } }),
      'value-unknown moments.new.from.answer',
    ],
    [
      'a condition that allows nothing',
      withMoment({ from: { answer: [] } }),
      'condition-empty moments.new.from.answer',
    ],
    [
      'an initial value that is not in the list',
      withVariable({ initial: 7 }),
      'initial-unknown variables.new.initial',
    ],
    ['a value that is there twice', withVariable({ values: twice }), 'value-twice variables.new.values'],
    ['a variable that is there twice', withVariable({ name: 'answer' }), 'name-twice variables.answer'],
    ['a moment that is there twice', withMoment({ name: 'mailed' }), 'name-twice moments.mailed'],
    ['a headline that asks twice', { ...process, headline: ['sent', 'sent'] }, 'name-twice headline.1'],
    ['a name with capitals', withMoment({ name: 'Answered' }), 'name-not-valid moments.Answered'],
    [
      'a name with an underscore',
      withVariable({ name: 'the_answer' }),
      'name-not-valid variables.the_answer',
    ],
    [
      'a name that is too long',
      withMoment({ name: 'a'.repeat(41) }),
      `name-not-valid moments.${'a'.repeat(41)}`,
    ],
    ['the name of a command', withMoment({ name: 'undo' }), 'name-reserved moments.undo'],
    [
      'what is both set and inferred',
      withMoment({ infers: { sent: 1 } }),
      'variable-set-twice moments.new.infers.sent',
    ],
    [
      'a condition that what is inferred breaks',
      withMoment({ sets: { remark: 1 }, from: { sent: [0] }, infers: { sent: 1 } }),
      'contradicts-itself moments.new.infers.sent',
    ],
    [
      '"already" for what is not set',
      withMoment({ alreadyWhen: { answer: [1] } }),
      'condition-not-set moments.new.alreadyWhen.answer',
    ],
    ['a headline without a word', { ...process, headline: ['answer'] }, 'headline-may-be-silent headline'],
    ['21 variables', manyVariables, 'too-many-variables variables'],
    ['61 moments', manyMoments, 'too-many-moments moments'],
    ['a moment that sets nothing', withMoment({ sets: {} }), 'moment-without-effect moments.new'],
    [
      'a moment that asks for what it sets',
      withMoment({ from: { sent: [1] } }),
      'moment-without-effect moments.new',
    ],
    [
      'a moment that sets what can only be',
      withMoment({ sets: { remark: 0 }, from: { remark: [0] } }),
      'moment-without-effect moments.new',
    ],
  ])('%s', (_what, definition, expected) => {
    expect(checkDefinition(definition).map((each) => `${each.id} ${each.at}`)).toEqual([expected]);
    expect(processDefinition.safeParse(definition).success).toBe(false);
  });

  test('a moment that nothing leads to, and what hangs on it', () => {
    const [chased] = withMoment({ name: 'chased', from: { chase: [1] }, sets: { chase: 2 } }).moments.slice(
      -1,
    );
    const [dropped] = withMoment({ name: 'dropped', from: { chase: [2] }, sets: { chase: 0 } }).moments.slice(
      -1,
    );
    const values = [0, 1, 2].map((value) => ({ value, label: { en: 'x', nl: 'x' }, says: null }));
    const definition = withVariable({ name: 'chase', values });
    const moments = [...definition.moments, ...[chased, dropped].filter((each) => each !== undefined)];
    const found = checkDefinition({ ...definition, moments });
    expect(found.map((each) => [each.id, each.at])).toEqual([
      ['moment-unreachable', 'moments.chased'],
      ['moment-unreachable', 'moments.dropped'],
    ]);
  });

  test('all mistakes at once', () => {
    const definition = { ...withMoment({ sets: { answer: 7, colour: 1 } }), answer: 'colour' };
    expect(checkDefinition(definition).map((each) => each.id)).toEqual([
      'value-unknown',
      'variable-unknown',
      'answer-unknown',
    ]);
  });

  test('the same through the schema, with the place and the stable id', () => {
    const issue = processDefinition.safeParse(withMoment({ sets: { answer: 7 } })).error?.issues[0];
    expect(issue).toMatchObject({
      path: ['moments', 'new', 'sets', 'answer'],
      message: '"answer" has no value 7',
      params: { mistake: 'value-unknown' },
    });
  });
});

test('20 variables with 50 values each are checked in a blink', () => {
  const label = { en: 'x', nl: 'x' };
  const values = Array.from({ length: 50 }, (_, value) => ({ value, label, says: label }));
  const names = Array.from({ length: 20 }, (_, index) => `v-${index}`);
  const moments = Array.from({ length: 60 }, (_, index) => ({
    ...withMoment({}).moments[0]!,
    name: `m-${index}`,
    from: { [names[index % 20]!]: [index % 50] },
    sets: { [names[(index + 1) % 20]!]: (index + 1) % 50, [names[index % 20]!]: (index + 1) % 50 },
  }));
  const variables = names.map((name) => ({ name, label, values, initial: 0 }));
  const definition = { variables, moments, answer: null, headline: ['v-0'], beside: [] };
  const began = performance.now();
  checkDefinition(definition);
  expect(performance.now() - began).toBeLessThan(200);
});
