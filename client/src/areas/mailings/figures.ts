import type { MailingDetailView } from '../../../../shared/contracts/mailings.ts';

type Figures = MailingDetailView['figures'];

/** Papers that are to go out, and have not gone. */
export function notYetMailed({ issued, mailed, void: voided }: Figures): number {
  return Math.max(0, issued - voided - mailed);
}

/** Mailed, and no answer to them has come, wherever they are: also in a box of ours. */
export function unanswered({ mailed, answered, undeliverable }: Figures): number {
  return Math.max(0, mailed - answered - undeliverable);
}

/** Every process has these; what is left is what it asks the customer. */
const always = ['sent', 'undeliverable', 'remark'];

/** The variable that holds the answer (an answer, a signature); undefined where none is asked. */
export function answerVariable({ values }: Figures): string | undefined {
  return Object.keys(values).find((name) => !always.includes(name));
}

export interface Bar {
  value: number;
  label: string;
  documents: number;
}

/** The values of a variable that say something: not the first, which is "none" or "no". */
export function barsOf({ values }: Figures, variable: string): Bar[] {
  return (values[variable] ?? []).slice(1);
}

/** A part of a whole, from 0 to 1; of nothing there is no share. */
export function shareOf(part: number, whole: number): number | undefined {
  return whole > 0 ? Math.min(1, part / whole) : undefined;
}

/** What stands in the list and the head: where a mailing is on its way. */
export type Stage = 'issuing' | 'to-mail' | 'mailed' | 'closed' | 'cancelled';

export function stageOf(mailing: Pick<MailingDetailView, 'state' | 'mailedAt' | 'closedAt'>): Stage {
  if (mailing.state !== 'issued') return mailing.state;
  if (mailing.closedAt !== null) return 'closed';
  return mailing.mailedAt === null ? 'to-mail' : 'mailed';
}
