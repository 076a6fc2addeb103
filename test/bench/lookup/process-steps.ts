import type { Context } from '../../../server/platform/context.ts';
import {
  getCommands,
  getProcessOfType,
  type LoadedProcess,
  statusOf,
} from '../../../server/processes/processes.service.ts';
import type { Values } from '../../../shared/process/definition.ts';
import { transition } from '../../../shared/process/transition.ts';

export interface Outcome {
  /** The command code of the moment. */
  moment: number;
  status: number[];
  answers: boolean;
}

/** What happens to the papers of one type, in the form that the tables keep. */
export interface Steps {
  /** The type's. */
  key: string;
  processId: string;
  issued: number[];
  mailed: Outcome;
  outcomes: Outcome[];
}

const outcomes: Record<string, readonly string[]> = {
  coupon: ['answered-yes', 'answered-no', 'answered-yes', 'undeliverable'],
  letter: ['remark', 'undeliverable'],
  contract: ['signed', 'remark'],
};

/** The steps of every built-in type, by the rules of its own process. */
export async function loadSteps(context: Context): Promise<Steps[]> {
  const { codeOf } = await getCommands(context.db);
  const types = await Promise.all(Object.keys(outcomes).map((key) => getProcessOfType(context, key)));
  return types.map((type) => {
    const step = (before: Values, name: string): { values: Values; outcome: Outcome } => {
      const values = valuesAfter(type, before, name);
      const moment = Number(codeOf.get(name));
      const { answer } = type.process;
      const answers = answer !== null && before[answer] !== values[answer];
      return { values, outcome: { moment, status: statusOf(type, values), answers } };
    };
    const mailed = step({}, 'mailed');
    return {
      key: type.key,
      processId: type.id,
      issued: statusOf(type, {}),
      mailed: { ...mailed.outcome, answers: false },
      outcomes: (outcomes[type.key] ?? []).map((name) => step(mailed.values, name).outcome),
    };
  });
}

function valuesAfter({ key, process }: LoadedProcess, before: Values, name: string): Values {
  const decided = transition(process, before, name);
  if (decided.outcome !== 'booked') throw new Error(`${name} of ${key}: ${decided.outcome}`);
  return decided.values;
}
