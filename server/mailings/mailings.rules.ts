import { expectsAnswer, type ProcessDefinition } from '../../shared/process/definition.ts';
import type { MailingFilter } from '../documents/documents.service.ts';

/** The law of mailings: who gets one, and what its figures mean. Pure. */

export interface Candidate {
  /** As it was sent: a reference or an id. */
  given: string;
  customerId: string | null;
  doNotMail: string | null;
}

export type LeftOutReason = 'objection' | 'deceased' | 'bad-address' | 'unknown-customer' | 'named-twice';

export interface Selection {
  /** In the order in which they were named. */
  customerIds: string[];
  leftOut: { reason: LeftOutReason; customers: number; refs: string[] }[];
}

/** References shown for a reason. */
const shownRefs = 100;

/** Who of those named gets a paper, once each, and who does not and why. */
export function selectRecipients(candidates: readonly Candidate[]): Selection {
  const chosen = new Set<string>();
  const out = new Map<LeftOutReason, string[]>();
  for (const { given, customerId, doNotMail } of candidates) {
    const reason = reasonToLeaveOut(customerId, doNotMail, chosen);
    if (reason === undefined && customerId !== null) chosen.add(customerId);
    else if (reason !== undefined) out.set(reason, [...(out.get(reason) ?? []), given]);
  }
  const leftOut = [...out].map(([reason, refs]) => ({
    reason,
    customers: refs.length,
    refs: refs.slice(0, shownRefs),
  }));
  return { customerIds: [...chosen], leftOut };
}

function reasonToLeaveOut(
  customerId: string | null,
  doNotMail: string | null,
  chosen: ReadonlySet<string>,
): LeftOutReason | undefined {
  if (customerId === null) return 'unknown-customer';
  if (doNotMail !== null) return doNotMail as LeftOutReason;
  return chosen.has(customerId) ? 'named-twice' : undefined;
}

/** A station's clock may run ahead or behind a little; a day may not. */
const toleranceMs = 5 * 60_000;

/** Why a mailing cannot have been mailed at this moment. */
export function mailedAtObjection(
  at: Date,
  { issuedAt, now }: { issuedAt: Date; now: Date },
): { code: 'date-to-come' | 'before-issued'; message: string } | undefined {
  if (at.getTime() > now.getTime() + toleranceMs) {
    const message = 'Give a moment that has been: what is not mailed yet cannot be marked';
    return { code: 'date-to-come', message };
  }
  if (at.getTime() < issuedAt.getTime() - toleranceMs) {
    const message = `The mailing was issued at ${issuedAt.toISOString()}. Give a moment after that`;
    return { code: 'before-issued', message };
  }
  return undefined;
}

/** Papers by variable (its place in the process) and value; -1 stands for whole papers: 0 issued, 1 void. */
export type FoldedFigures = readonly { variable: number; value: number; papers: number }[];

const wholePapers = { variable: -1, issued: 0, void: 1 };

/** A day in the organisation's time zone as `YYYY-MM-DD`, which compares as text. */
type Day = string;

/** The figures of a mailing. Papers that are open past the day are overdue; without an answer to come nothing is. */
export function figuresOf(
  process: ProcessDefinition,
  folded: FoldedFigures,
  expectedBy: Day | null,
  today: Day,
) {
  const count = (variable: number, test: (value: number) => boolean) =>
    folded.reduce((sum, row) => (row.variable === variable && test(row.value) ? sum + row.papers : sum), 0);
  const index = (name: string | null) => process.variables.findIndex((variable) => variable.name === name);
  const answerAt = index(process.answer);
  const mailed = count(index('sent'), (value) => value === 1);
  const answered =
    answerAt < 0 ? 0 : count(answerAt, (value) => value !== process.variables[answerAt]?.initial);
  const undeliverable = count(index('undeliverable'), (value) => value !== 0);
  const isPast = expectsAnswer(process) && expectedBy !== null && today > expectedBy;
  return {
    issued: count(wholePapers.variable, (value) => value === wholePapers.issued),
    void: count(wholePapers.variable, (value) => value === wholePapers.void),
    mailed,
    answered,
    undeliverable,
    overdue: isPast ? Math.max(0, mailed - answered - undeliverable) : 0,
    values: (variable: number, value: number) => count(variable, (each) => each === value),
  };
}

export type PaperFilter =
  | 'issued'
  | 'void'
  | 'mailed'
  | 'not-mailed'
  | 'answered'
  | 'undeliverable'
  | 'open'
  | 'overdue';

/** Just the papers that a figure counts. Undefined: none (overdue before the day). */
export function filterOf(
  process: ProcessDefinition,
  only: PaperFilter | undefined,
  overdueNow: boolean,
): MailingFilter | undefined {
  const at = (name: string | null) => process.variables.findIndex((variable) => variable.name === name);
  const answerAt = at(process.answer);
  const initial = process.variables[answerAt]?.initial ?? 0;
  const notVoid = { isNot: 'void' } as const;
  const sent = { index: at('sent'), is: 1 };
  const unanswered = answerAt < 0 ? [] : [{ index: answerAt, is: initial }];
  switch (only) {
    case undefined:
    case 'issued':
      return {};
    case 'void':
      return { whereabouts: { is: 'void' } };
    case 'mailed':
      return { whereabouts: notVoid, values: [sent] };
    case 'not-mailed':
      return { whereabouts: notVoid, values: [{ index: sent.index, is: 0 }] };
    case 'answered':
      return answerAt < 0
        ? undefined
        : { whereabouts: notVoid, values: [{ index: answerAt, isNot: initial }] };
    case 'undeliverable':
      return { whereabouts: notVoid, values: [{ index: at('undeliverable'), isNot: 0 }] };
    case 'overdue':
      if (!overdueNow) return undefined;
      return { whereabouts: notVoid, values: [sent, { index: at('undeliverable'), is: 0 }, ...unanswered] };
    case 'open':
      return { whereabouts: notVoid, values: [sent, { index: at('undeliverable'), is: 0 }, ...unanswered] };
  }
}
