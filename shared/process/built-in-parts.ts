import type { Moment, Text, Values, Variable } from './definition.ts';

/** What the processes that come with the product have in common. Labels: English, Dutch. */

export function words(en: string, nl: string): Text {
  return { en, nl };
}

/** A value with its label and, where it is the status in words, what it says. */
export function is(value: number, label: Text, says: Text | null = null): Variable['values'][number] {
  return { value, label, says };
}

/** `outSays`: the status of a paper that is out with the customer and about which nothing has been heard. */
export function sentVariable(outSays: Text): Variable {
  return {
    name: 'sent',
    label: words('Sent', 'Verzonden'),
    values: [
      is(0, words('No', 'Nee'), words('Not yet mailed', 'Nog niet verzonden')),
      is(1, words('Yes', 'Ja'), outSays),
    ],
    initial: 0,
  };
}

export const undeliverableVariable: Variable = {
  name: 'undeliverable',
  label: words('Undeliverable', 'Onbestelbaar'),
  values: [
    is(0, words('No', 'Nee')),
    is(1, words('Moved', 'Verhuisd'), words('Undeliverable: moved', 'Onbestelbaar: verhuisd')),
    is(
      2,
      words('Unknown at this address', 'Onbekend op dit adres'),
      words('Undeliverable: unknown at this address', 'Onbestelbaar: onbekend op dit adres'),
    ),
    is(3, words('Refused', 'Geweigerd'), words('Undeliverable: refused', 'Onbestelbaar: geweigerd')),
    is(4, words('Deceased', 'Overleden'), words('Undeliverable: deceased', 'Onbestelbaar: overleden')),
    is(
      5,
      words('Address incomplete', 'Adres onvolledig'),
      words('Undeliverable: address incomplete', 'Onbestelbaar: adres onvolledig'),
    ),
    is(9, words('Reason not given', 'Zonder reden'), words('Undeliverable', 'Onbestelbaar')),
  ],
  initial: 0,
};

export const remarkVariable: Variable = {
  name: 'remark',
  label: words('Remark', 'Opmerking'),
  values: [is(0, words('No', 'Nee')), is(1, words('Yes', 'Ja'), words('With a remark', 'Met opmerking'))],
  initial: 0,
};

const mailed: Moment = {
  name: 'mailed',
  label: words('Mailed', 'Verzonden'),
  from: {},
  sets: { sent: 1 },
  infers: {},
  alreadyWhen: {},
  otherwise: 'exception',
  paper: 'goes-out',
};

/** A moment at which the paper is back in the house: whoever comes back was sent. */
function comesBack(name: string, label: Text, sets: Values, more: Partial<Moment> = {}): Moment {
  return {
    name,
    label,
    from: {},
    sets,
    infers: { sent: 1 },
    alreadyWhen: {},
    otherwise: 'exception',
    paper: 'comes-back',
    ...more,
  };
}

const remark = comesBack('remark', words('Remark', 'Opmerking'), { remark: 1 });

/** The first answer counts; another one, or one on an undeliverable paper, goes to a person. */
export function answers(name: string, label: Text, variable: string, value: number): Moment {
  return comesBack(name, label, { [variable]: value }, { from: { [variable]: [0], undeliverable: [0] } });
}

/** `answer`: the variable that must still be empty, because an answered paper was delivered. */
function undeliverableMoments(answer: string | null): Moment[] {
  const unanswered = answer === null ? {} : { [answer]: [0] };
  // A reason may follow where none was given; another reason contradicts.
  const because = (reason: string, value: number, en: string, nl: string) =>
    comesBack(
      `undeliverable-${reason}`,
      words(`Undeliverable: ${en}`, `Onbestelbaar: ${nl}`),
      { undeliverable: value },
      { from: { undeliverable: [0, 9], ...unanswered } },
    );
  return [
    comesBack(
      'undeliverable',
      words('Undeliverable', 'Onbestelbaar'),
      { undeliverable: 9 },
      { from: { undeliverable: [0], ...unanswered }, alreadyWhen: { undeliverable: [1, 2, 3, 4, 5] } },
    ),
    because('moved', 1, 'moved', 'verhuisd'),
    because('unknown', 2, 'unknown at this address', 'onbekend op dit adres'),
    because('refused', 3, 'refused', 'geweigerd'),
    because('deceased', 4, 'deceased', 'overleden'),
    because('incomplete', 5, 'address incomplete', 'adres onvolledig'),
  ];
}

/** The moments of a process in the order of a command sheet: mailed, its answers, undeliverable, remark. */
export function momentsAround(answerVariable: string | null, answering: readonly Moment[]): Moment[] {
  return [mailed, ...answering, ...undeliverableMoments(answerVariable), remark];
}
