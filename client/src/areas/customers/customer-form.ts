import type { CustomerView } from '../../../../shared/contracts/customers.ts';

type DoNotMail = NonNullable<CustomerView['doNotMail']>;

/** As in the contract, which would bring its schemas along. */
export const doNotMailReasons = ['objection', 'deceased', 'bad-address'] as const satisfies DoNotMail[];

export function isDoNotMail(text: string): text is DoNotMail {
  return (doNotMailReasons as readonly string[]).includes(text);
}

/** A line each; empty ones are left out. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
