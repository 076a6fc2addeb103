import {
  type Conditions,
  type Moment,
  namePattern,
  type ProcessDefinition,
  processShape,
} from './definition.ts';
import { findUselessMoments } from './reach.ts';

/**
 * One mistake in a definition. `id` is stable and translated by the screens, `at` is where (a path by names, such
 * as `moments.answered-yes.sets.answer`), `detail` says in English what is wrong.
 */
export interface DefinitionMistake {
  id: MistakeId;
  at: string;
  detail: string;
}

export type MistakeId =
  | 'answer-unknown'
  | 'condition-empty'
  | 'condition-not-set'
  | 'contradicts-itself'
  | 'headline-may-be-silent'
  | 'initial-unknown'
  | 'moment-unreachable'
  | 'moment-without-effect'
  | 'name-not-valid'
  | 'name-reserved'
  | 'name-twice'
  | 'too-many-moments'
  | 'too-many-variables'
  | 'value-twice'
  | 'value-unknown'
  | 'variable-set-twice'
  | 'variable-unknown';

const mostVariables = 20;
const mostMoments = 60;
const longestName = 40;

/** Command codes that belong to no process; a moment of that name could not be told apart on a command sheet. */
const reservedMoments: readonly string[] = ['undo', 'clear', 'done'];

/** Every mistake that the shape cannot show, all at once, in the order of the definition. Empty: it can be used. */
export function checkDefinition(definition: ProcessDefinition): DefinitionMistake[] {
  const mistakes = [
    ...checkAmounts(definition),
    ...checkVariables(definition),
    ...definition.moments.flatMap((moment) => checkMoment(definition, moment)),
    ...checkNames('moments', definition.moments),
    ...checkWords(definition),
  ];
  // What can be reached means little while names and values are wrong.
  return mistakes.length > 0 ? mistakes : findUselessMoments(definition);
}

/** A definition as it may be stored: of the right shape, and without mistakes. Issues carry `params.mistake`. */
export const processDefinition = processShape.superRefine((definition, context) => {
  for (const { id, at, detail } of checkDefinition(definition)) {
    context.addIssue({ code: 'custom', path: at.split('.'), message: detail, params: { mistake: id } });
  }
});

/** Names that are no names or come twice. Shared with the check of document types. */
export function checkNames(list: string, items: readonly { name: string }[]): DefinitionMistake[] {
  return items.flatMap(({ name }, index) => {
    const at = `${list}.${name}`;
    const found: DefinitionMistake[] = [];
    if (!namePattern.test(name) || name.length > longestName) {
      const detail = `"${name}" must be lower-case words with hyphens, at most ${longestName} characters`;
      found.push({ id: 'name-not-valid', at, detail });
    }
    if (items.findIndex((each) => each.name === name) < index) {
      found.push({ id: 'name-twice', at, detail: `"${name}" is there twice` });
    }
    return found;
  });
}

function checkAmounts({ variables, moments }: ProcessDefinition): DefinitionMistake[] {
  const found: DefinitionMistake[] = [];
  if (variables.length > mostVariables) {
    const detail = `At most ${mostVariables} variables; there are ${variables.length}`;
    found.push({ id: 'too-many-variables', at: 'variables', detail });
  }
  if (moments.length > mostMoments) {
    const detail = `At most ${mostMoments} moments; there are ${moments.length}`;
    found.push({ id: 'too-many-moments', at: 'moments', detail });
  }
  return found;
}

function checkVariables({ variables }: ProcessDefinition): DefinitionMistake[] {
  const found = checkNames('variables', variables);
  for (const { name, values, initial } of variables) {
    const at = `variables.${name}`;
    const numbers = values.map((each) => each.value);
    for (const [index, value] of numbers.entries()) {
      if (numbers.indexOf(value) === index) continue;
      found.push({ id: 'value-twice', at: `${at}.values`, detail: `Value ${value} is there twice` });
    }
    if (!numbers.includes(initial)) {
      const detail = `The initial value ${initial} is not among the values`;
      found.push({ id: 'initial-unknown', at: `${at}.initial`, detail });
    }
  }
  return found;
}

function checkMoment(definition: ProcessDefinition, moment: Moment): DefinitionMistake[] {
  const at = `moments.${moment.name}`;
  const asConditions = (values: Record<string, number>): Conditions =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]));
  const found = [
    ...checkReferences(definition, `${at}.from`, moment.from),
    ...checkReferences(definition, `${at}.sets`, asConditions(moment.sets)),
    ...checkReferences(definition, `${at}.infers`, asConditions(moment.infers)),
    ...checkReferences(definition, `${at}.alreadyWhen`, moment.alreadyWhen),
  ];
  if (reservedMoments.includes(moment.name)) {
    found.push({ id: 'name-reserved', at, detail: `"${moment.name}" is a command of its own` });
  }
  return [...found, ...checkAgreement(at, moment)];
}

/** Whether the parts of a moment fit one another. */
function checkAgreement(at: string, moment: Moment): DefinitionMistake[] {
  const found: DefinitionMistake[] = [];
  for (const name of Object.keys(moment.infers).filter((each) => Object.hasOwn(moment.sets, each))) {
    const detail = `"${name}" is both set and inferred`;
    found.push({ id: 'variable-set-twice', at: `${at}.infers.${name}`, detail });
  }
  for (const [name, value] of Object.entries(moment.infers)) {
    const allowed = Object.hasOwn(moment.from, name) ? moment.from[name] : undefined;
    if (allowed?.includes(value) ?? true) continue;
    const detail = `"${name}" is inferred to be ${value}, which the moment's own condition forbids`;
    found.push({ id: 'contradicts-itself', at: `${at}.infers.${name}`, detail });
  }
  for (const name of Object.keys(moment.alreadyWhen).filter((each) => !Object.hasOwn(moment.sets, each))) {
    const detail = `"${name}" is not set by this moment, so that no value of it can say as much`;
    found.push({ id: 'condition-not-set', at: `${at}.alreadyWhen.${name}`, detail });
  }
  return found;
}

function checkReferences(definition: ProcessDefinition, at: string, used: Conditions): DefinitionMistake[] {
  return Object.entries(used).flatMap(([name, values]): DefinitionMistake[] => {
    const here = `${at}.${name}`;
    const variable = definition.variables.find((each) => each.name === name);
    if (variable === undefined) {
      return [{ id: 'variable-unknown', at: here, detail: `There is no variable "${name}"` }];
    }
    if (values.length === 0) {
      return [{ id: 'condition-empty', at: here, detail: `No value of "${name}" is allowed` }];
    }
    return values
      .filter((value) => !variable.values.some((each) => each.value === value))
      .map((value) => ({ id: 'value-unknown', at: here, detail: `"${name}" has no value ${value}` }));
  });
}

function checkWords(definition: ProcessDefinition): DefinitionMistake[] {
  const { variables, headline, beside, answer } = definition;
  const isKnown = (name: string) => variables.some((each) => each.name === name);
  const found: DefinitionMistake[] = [];
  for (const [list, names] of Object.entries({ headline, beside })) {
    for (const [index, name] of names.entries()) {
      const at = `${list}.${index}`;
      if (!isKnown(name)) {
        found.push({ id: 'variable-unknown', at, detail: `There is no variable "${name}"` });
      }
      if (names.indexOf(name) < index) {
        found.push({ id: 'name-twice', at, detail: `"${name}" is there twice` });
      }
    }
  }
  if (answer !== null && !isKnown(answer)) {
    found.push({ id: 'answer-unknown', at: 'answer', detail: `There is no variable "${answer}"` });
  }
  const always = variables.some(({ name, values }) => {
    return headline.includes(name) && values.every((each) => each.says !== null);
  });
  if (!always) {
    const detail = 'One variable of the headline needs a word for each of its values';
    found.push({ id: 'headline-may-be-silent', at: 'headline', detail });
  }
  return found;
}
