import {
  type Conditions,
  type Moment,
  type ProcessDefinition,
  presentValue,
  type Values,
} from './definition.ts';

/** One variable that got another value. */
export interface Change {
  variable: string;
  before: number;
  after: number;
}

/**
 * A present value that the moment cannot follow. `wanted` is what the moment would set the variable to; null where
 * it leaves the variable alone but cannot stand beside the value (an answer on an undeliverable paper).
 */
export interface Contradiction {
  variable: string;
  present: number;
  wanted: number | null;
}

export type Transition =
  /** `changed` has all changes; `inferred` names those that nobody recorded but that must have happened. */
  | { outcome: 'booked'; values: Values; changed: Change[]; inferred: string[] }
  | { outcome: 'already-booked' }
  /** Kept for a person; nothing has changed. */
  | { outcome: 'exception'; reason: 'contradiction'; between: Contradiction[] }
  | { outcome: 'refused'; reason: 'moment-unknown' }
  | { outcome: 'refused'; reason: 'moment-not-allowed'; between: Contradiction[] };

/**
 * What a moment does to a paper with these values. Pure and total: it never throws, and the values it gets stay as
 * they are. A variable without a value counts as having its initial one; values of variables that the definition
 * does not have are handed on untouched.
 */
export function transition(definition: ProcessDefinition, values: Values, momentName: string): Transition {
  return decide(definition, values, momentName, undefined);
}

/**
 * The same after a person has decided that this moment is what counts (he settles an exception): it overwrites
 * what contradicts, whatever the process says.
 */
export function confirmMoment(definition: ProcessDefinition, values: Values, momentName: string): Transition {
  return decide(definition, values, momentName, 'overwrite');
}

/** Undoes the changes of one booking. A variable that something else has set since keeps its later value. */
export function takeBack(definition: ProcessDefinition, values: Values, changed: readonly Change[]): Values {
  const stillThere = changed.filter((each) => presentValue(definition, values, each.variable) === each.after);
  return { ...values, ...Object.fromEntries(stillThere.map((each) => [each.variable, each.before])) };
}

function decide(
  definition: ProcessDefinition,
  values: Values,
  momentName: string,
  decided: Moment['otherwise'] | undefined,
): Transition {
  const moment = definition.moments.find((each) => each.name === momentName);
  if (moment === undefined) return { outcome: 'refused', reason: 'moment-unknown' };
  const present = (variable: string) => presentValue(definition, values, variable);
  const inferred = missingInferences(definition, moment, present);
  const wanted = Object.entries(moment.sets).filter(
    ([variable, value]) => !saysAsMuch(moment, variable, value, present(variable)),
  );
  if (wanted.length === 0 && inferred.length === 0) return { outcome: 'already-booked' };

  const filledIn = new Map(inferred);
  const between =
    wanted.length === 0
      ? []
      : contradictions(moment, (variable) => filledIn.get(variable) ?? present(variable));
  const rule = decided ?? moment.otherwise;
  if (between.length > 0 && rule === 'refuse') {
    return { outcome: 'refused', reason: 'moment-not-allowed', between };
  }
  if (between.length > 0 && rule === 'exception') {
    return { outcome: 'exception', reason: 'contradiction', between };
  }
  const after = new Map([...inferred, ...fallbacks(definition, moment, between), ...wanted]);
  return booked(definition, values, after, filledIn);
}

function booked(
  definition: ProcessDefinition,
  values: Values,
  after: ReadonlyMap<string, number>,
  filledIn: ReadonlyMap<string, number>,
): Transition {
  const changed = [...after]
    .map(([variable, value]) => ({
      variable,
      before: presentValue(definition, values, variable),
      after: value,
    }))
    .filter((each) => each.before !== each.after);
  const full = definition.variables.map((each) => [each.name, presentValue(definition, values, each.name)]);
  return {
    outcome: 'booked',
    values: { ...values, ...Object.fromEntries([...full, ...after]) },
    changed,
    inferred: changed.map((each) => each.variable).filter((variable) => filledIn.has(variable)),
  };
}

type Present = (variable: string) => number;

/** Only where nothing is recorded yet: a value that says more than the inference is left alone. */
function missingInferences(
  definition: ProcessDefinition,
  moment: Moment,
  present: Present,
): [string, number][] {
  const initial = (name: string) => definition.variables.find((each) => each.name === name)?.initial;
  return Object.entries(moment.infers).filter(
    ([variable, value]) => present(variable) === initial(variable) && present(variable) !== value,
  );
}

function contradictions(moment: Moment, present: Present): Contradiction[] {
  const found: Contradiction[] = [];
  for (const [variable, allowed] of Object.entries(moment.from)) {
    const value = present(variable);
    const wanted = own(moment.sets, variable);
    const agrees = wanted !== undefined && saysAsMuch(moment, variable, wanted, value);
    if (!agrees && !allowed.includes(value)) {
      found.push({ variable, present: value, wanted: wanted ?? null });
    }
  }
  return found;
}

/**
 * Where a moment overwrites, what cannot stand beside it must go: back to the initial value if the moment allows
 * that, else to the first value that it allows.
 */
function fallbacks(
  definition: ProcessDefinition,
  moment: Moment,
  between: readonly Contradiction[],
): [string, number][] {
  return between.flatMap(({ variable, wanted }): [string, number][] => {
    const value = wanted === null ? fallbackOf(definition, variable, moment.from) : undefined;
    return value === undefined ? [] : [[variable, value]];
  });
}

/** The value that an overwritten variable falls back to; undefined where the condition allows none. */
export function fallbackOf(
  definition: ProcessDefinition,
  variable: string,
  from: Conditions,
): number | undefined {
  const allowed = own(from, variable) ?? [];
  const initial = definition.variables.find((each) => each.name === variable)?.initial;
  return initial !== undefined && allowed.includes(initial) ? initial : allowed[0];
}

function saysAsMuch(moment: Moment, variable: string, wanted: number, present: number): boolean {
  return present === wanted || (own(moment.alreadyWhen, variable)?.includes(present) ?? false);
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
