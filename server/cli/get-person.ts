import { findUserByEmail } from '../accounts/accounts.service.ts';
import type { Context } from '../platform/context.ts';

/** Throws where nobody has the address. */
export async function getPerson(context: Context, email: string) {
  const person = await findUserByEmail(context.db, email);
  if (!person) throw new Error(`Nobody here has the e-mail address ${email}.`);
  return person;
}
