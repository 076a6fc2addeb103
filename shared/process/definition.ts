import { z } from 'zod';
import { line } from '../contracts/fields.ts';

/**
 * A process: which status variables a paper has and what may happen to it. It is data, kept by version; a paper
 * stays with the version that it was issued under. The schema here is the shape; `checkDefinition` says whether
 * it makes sense as a whole. A version that passed both is what `transition` may rely on.
 */

/** Words in every language of the product. */
export const text = z.strictObject({ en: line(120), nl: line(120) });
export type Text = z.output<typeof text>;

/** How variables, moments, types and key points are named: `answered-yes`. Checked by `checkDefinition`. */
export const namePattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const name = line(60);

/** A value of a status variable: 16 bits, as the database stores it. */
const smallint = z.int().min(-32_768).max(32_767);

/** For each variable that matters the values that are allowed. A variable that is absent may have any. */
const conditions = z.record(name, z.array(smallint).max(50));
export type Conditions = z.output<typeof conditions>;

/** Values by variable. */
const settings = z.record(name, smallint);
export type Values = Readonly<Record<string, number>>;

const variableValue = z.strictObject({
  value: smallint,
  /** In tables, figures and exports: "Moved". */
  label: text,
  /** As the status of the paper in words: "Undeliverable: moved". Null: another variable has the word. */
  says: text.nullable().default(null),
});

const variable = z.strictObject({
  name,
  label: text,
  values: z.array(variableValue).min(1).max(50),
  /** The value of a paper that has just been issued. */
  initial: smallint,
});
export type Variable = z.output<typeof variable>;

/** What happens when a moment meets values that contradict it. */
const contradictionRules = [
  /** Nothing changes; a person decides. */
  'exception',
  /** Nothing changes; the scan is turned down. */
  'refuse',
  /** The later one counts: it sets its values, and what cannot stand beside it falls back. */
  'overwrite',
] as const;

const moment = z.strictObject({
  name,
  label: text,
  /** The values that must be there (beside those that the moment itself sets). */
  from: conditions.default({}),
  sets: settings,
  /** What must have happened before, so that it is filled in where nobody recorded it: a returned paper was sent. */
  infers: settings.default({}),
  /** Of variables that it sets: values that say as much already, or more exactly. Then it changes nothing. */
  alreadyWhen: conditions.default({}),
  otherwise: z.enum(contradictionRules).default('exception'),
  /** What it means for the paper itself: it leaves the house, it has come back, or neither. */
  paper: z.enum(['goes-out', 'comes-back']).nullable().default(null),
});
export type Moment = z.output<typeof moment>;

export const processShape = z.strictObject({
  variables: z.array(variable).max(100),
  moments: z.array(moment).max(200),
  /** The variable that holds the answer; its initial value means that none has come. Null: no answer is expected. */
  answer: name.nullable().default(null),
  /** In this order the variables are asked for the status in words; the first that has a word gives it. */
  headline: z.array(name).max(100),
  /** Variables that stand beside the status in words and never replace it: "with a remark". */
  beside: z.array(name).max(100).default([]),
});
export type ProcessDefinition = z.output<typeof processShape>;

/** Whether papers of this process are expected to bring an answer back. */
export function expectsAnswer(definition: ProcessDefinition): boolean {
  return definition.answer !== null;
}

/** The status of a paper that has just been issued. */
export function initialValues(definition: ProcessDefinition): Values {
  return Object.fromEntries(definition.variables.map((each) => [each.name, each.initial]));
}

/**
 * The present value of a variable; its initial one where the values do not have it. Own properties only: a variable
 * may be called `constructor`.
 */
export function presentValue(definition: ProcessDefinition, values: Values, variableName: string): number {
  const present = Object.hasOwn(values, variableName) ? values[variableName] : undefined;
  return present ?? definition.variables.find((each) => each.name === variableName)?.initial ?? 0;
}

/** Whether an answer has come (also one that nobody could make sense of). */
export function hasAnswer(definition: ProcessDefinition, values: Values): boolean {
  const variable = definition.variables.find((each) => each.name === definition.answer);
  return variable !== undefined && presentValue(definition, values, variable.name) !== variable.initial;
}
