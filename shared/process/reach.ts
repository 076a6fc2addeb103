import type { DefinitionMistake } from './check-definition.ts';
import type { Moment, ProcessDefinition } from './definition.ts';
import { fallbackOf } from './transition.ts';

/** By variable, the values that some order of moments may bring about. */
type Reached = Map<string, Set<number>>;

/**
 * Moments that can never happen, or that can never change anything. Each variable is looked at by itself, so that
 * twenty of them are as quick as one; a moment that only a certain combination would forbid is not found, but none
 * is called useless that is not.
 */
export function findUselessMoments(definition: ProcessDefinition): DefinitionMistake[] {
  const reached = reach(definition);
  return definition.moments.flatMap((moment): DefinitionMistake[] => {
    const at = `moments.${moment.name}`;
    if (!canHappen(moment, reached)) {
      const detail = `"${moment.name}" can never happen: nothing leads to the values that it asks for`;
      return [{ id: 'moment-unreachable', at, detail }];
    }
    if (!canChange(definition, moment, reached)) {
      const detail = `"${moment.name}" can never change a value`;
      return [{ id: 'moment-without-effect', at, detail }];
    }
    return [];
  });
}

/** From the initial values on, add what the possible moments set, until nothing new comes. */
function reach(definition: ProcessDefinition): Reached {
  const reached: Reached = new Map(definition.variables.map((each) => [each.name, new Set([each.initial])]));
  for (let before = -1; before < size(reached); ) {
    before = size(reached);
    for (const moment of definition.moments.filter((each) => canHappen(each, reached))) {
      for (const [variable, value] of outcomesOf(definition, moment)) reached.get(variable)?.add(value);
    }
  }
  return reached;
}

function outcomesOf(definition: ProcessDefinition, moment: Moment): [string, number][] {
  const set = [...Object.entries(moment.sets), ...Object.entries(moment.infers)];
  if (moment.otherwise !== 'overwrite') return set;
  const fallen = Object.keys(moment.from).flatMap((variable): [string, number][] => {
    const value = fallbackOf(definition, variable, moment.from);
    return value === undefined ? [] : [[variable, value]];
  });
  return [...set, ...fallen];
}

function canHappen(moment: Moment, reached: Reached): boolean {
  if (moment.otherwise === 'overwrite') return true;
  return Object.entries(moment.from).every(([variable, allowed]) => {
    const inferred = Object.hasOwn(moment.infers, variable) ? moment.infers[variable] : undefined;
    return allowed.some((value) => value === inferred || reached.get(variable)?.has(value));
  });
}

function canChange(definition: ProcessDefinition, moment: Moment, reached: Reached): boolean {
  const setsSomething = Object.entries(moment.sets).some(([variable, wanted]) => {
    const allowed = Object.hasOwn(moment.from, variable) ? moment.from[variable] : undefined;
    const asMuch = Object.hasOwn(moment.alreadyWhen, variable) ? moment.alreadyWhen[variable] : undefined;
    return [...(reached.get(variable) ?? [])].some((value) => {
      const mayBeHere = moment.otherwise === 'overwrite' || (allowed?.includes(value) ?? true);
      return mayBeHere && value !== wanted && !asMuch?.includes(value);
    });
  });
  const infersSomething = definition.variables.some(({ name, initial }) => {
    return Object.hasOwn(moment.infers, name) && moment.infers[name] !== initial;
  });
  return setsSomething || infersSomething;
}

function size(reached: Reached): number {
  return [...reached.values()].reduce((sum, values) => sum + values.size, 0);
}
