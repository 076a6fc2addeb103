import type { Language } from '../contracts/fields.ts';
import { type ProcessDefinition, presentValue, type Values, type Variable } from './definition.ts';

export interface StatusInWords {
  /** "Yes", "No answer yet", "Undeliverable: moved", "Not yet mailed". */
  headline: string;
  /** What stands beside it: "With a remark". Mostly empty. */
  beside: string[];
  /** Every variable in the order of the definition, with its number. */
  details: { variable: string; label: string; value: number; valueLabel: string }[];
}

/**
 * The status of a paper in words, from nothing but its definition and values. A value that the definition does not
 * have (it cannot come about, but a damaged row might show one) is said as its number.
 */
export function describeStatus(
  definition: ProcessDefinition,
  values: Values,
  language: Language,
): StatusInWords {
  const wordsOf = (name: string) => said(definition, values, name)?.[language];
  const details = definition.variables.map((variable) => {
    const value = presentValue(definition, values, variable.name);
    const valueLabel = valueIn(variable, value)?.label[language] ?? String(value);
    return { variable: variable.name, label: variable.label[language], value, valueLabel };
  });
  const headline = definition.headline.map(wordsOf).find((words) => words !== undefined);
  return {
    headline: headline ?? details.map((each) => `${each.label}: ${each.valueLabel}`).join(', '),
    beside: definition.beside.map(wordsOf).filter((words) => words !== undefined),
    details,
  };
}

function said(definition: ProcessDefinition, values: Values, name: string) {
  const variable = definition.variables.find((each) => each.name === name);
  if (variable === undefined) return undefined;
  return valueIn(variable, presentValue(definition, values, name))?.says ?? undefined;
}

function valueIn(variable: Variable, value: number) {
  return variable.values.find((each) => each.value === value);
}
