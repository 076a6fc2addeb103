/**
 * What moments do, said anew in the plainest way from the description of the built-in document types, so that it shares
 * no line with the product.
 */

export type Values = Record<string, number>;
export type PaperType = 'letter' | 'coupon' | 'contract';
export type MomentOutcome =
  | { outcome: 'booked'; values: Values }
  | { outcome: 'already-booked' | 'exception' };

/** By type, the variable of the answer and the moments that give one. */
const answers: Record<PaperType, { variable: string; moments: Record<string, number> } | null> = {
  letter: null,
  coupon: {
    variable: 'answer',
    moments: { 'answered-yes': 1, 'answered-no': 2, 'answered-unclear': 8 },
  },
  contract: { variable: 'signature', moments: { signed: 1, declined: 2, 'signed-incomplete': 8 } },
};

const undeliverable: Record<string, number> = {
  undeliverable: 9,
  'undeliverable-moved': 1,
  'undeliverable-unknown': 2,
  'undeliverable-refused': 3,
  'undeliverable-deceased': 4,
  'undeliverable-incomplete': 5,
};

export const momentNames: Record<PaperType, string[]> = {
  letter: ['mailed', 'remark', ...Object.keys(undeliverable)],
  coupon: [
    'mailed',
    'remark',
    ...Object.keys(undeliverable),
    'answered-yes',
    'answered-no',
    'answered-unclear',
  ],
  contract: ['mailed', 'remark', ...Object.keys(undeliverable), 'signed', 'declined', 'signed-incomplete'],
};

export function issuedValues(type: PaperType): Values {
  const answer = answers[type];
  return { sent: 0, ...(answer ? { [answer.variable]: 0 } : {}), undeliverable: 0, remark: 0 };
}

/** All but `mailed` mean that the paper is back in the house. */
export function comesBack(moment: string): boolean {
  return moment !== 'mailed';
}

/** `moment` is one of the type's. */
export function bookMoment(type: PaperType, values: Values, moment: string): MomentOutcome {
  const book = (changed: Values): MomentOutcome => ({
    outcome: 'booked',
    values: { ...values, ...changed, sent: 1 },
  });
  if (moment === 'mailed') return values['sent'] === 1 ? { outcome: 'already-booked' } : book({});
  if (moment === 'remark')
    return values['remark'] === 1 ? { outcome: 'already-booked' } : book({ remark: 1 });

  const answer = answers[type];
  const answered = answer !== null && values[answer.variable] !== 0;
  const back = values['undeliverable'] ?? 0;
  const given = answer?.moments[moment];
  if (answer && given !== undefined) {
    if (values[answer.variable] === given) return { outcome: 'already-booked' };
    return answered || back !== 0 ? { outcome: 'exception' } : book({ [answer.variable]: given });
  }
  const reason = undeliverable[moment] ?? 0;
  if (back === reason || (reason === 9 && back !== 0)) return { outcome: 'already-booked' };
  // A reason may follow where none was given.
  const open = back === 0 || back === 9;
  return open && !answered ? book({ undeliverable: reason }) : { outcome: 'exception' };
}
