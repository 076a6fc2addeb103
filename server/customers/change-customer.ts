import type { CustomerView } from '../../shared/contracts/customers.ts';
import { DomainError } from '../../shared/errors.ts';
import { recordAccess } from '../accounts/accounts.service.ts';
import { getSettings } from '../organisation/organisation.service.ts';
import type { Context } from '../platform/context.ts';
import { violatedConstraint } from '../platform/db/constraints.ts';
import type { Actor, Origin } from '../platform/http/actor.ts';
import { presentCustomer } from './customers.present.ts';
import { type CustomerRow, insertCustomer, lockCustomer, updateCustomer } from './customers.queries.ts';
import { searchText } from './customers.rules.ts';
import { learnWords } from './words.queries.ts';

interface Details {
  ref: string;
  name: string;
  city?: string | null | undefined;
  addressLines?: string[] | null | undefined;
  doNotMail?: CustomerView['doNotMail'] | undefined;
}

/** On record. Throws `ref-taken`. */
export async function addCustomer(
  context: Context,
  actor: Actor,
  origin: Origin,
  details: Details,
): Promise<CustomerView> {
  const { db, clock } = context;
  const kept = toKeep({ city: null, addressLines: null, doNotMail: null, ...given(details) });
  await learnWords(db, [kept]);
  const row = await insertCustomer(db, kept, clock.now()).catch(refuseTakenRef);
  return showChanged(context, actor, origin, 'customers.added', row);
}

/** On record: the answer shows all of the customer. Throws `not-found` or `ref-taken`. */
export async function changeCustomer(
  context: Context,
  actor: Actor,
  origin: Origin,
  id: string,
  change: { [K in keyof Details]?: Details[K] | undefined },
): Promise<CustomerView> {
  const { db, clock } = context;
  await learnWords(db, [{ name: change.name ?? '', city: change.city ?? null }]);
  const row = await db.transaction().execute(async (tx) => {
    const before = await lockCustomer(tx, id);
    if (!before) throw new DomainError('not-found', 'There is no such customer. Nothing was changed.');
    const { id: _, ...details } = before;
    const after = toKeep({ ...details, ...given(change) });
    return updateCustomer(tx, id, after, clock.now()).catch(refuseTakenRef);
  });
  return showChanged(context, actor, origin, 'customers.changed', row);
}

async function showChanged(
  context: Context,
  actor: Actor,
  origin: Origin,
  action: 'customers.added' | 'customers.changed',
  row: CustomerRow,
): Promise<CustomerView> {
  await recordAccess(context, actor, origin, { action, subject: { kind: 'customer', id: row.id } });
  return presentCustomer(row, (await getSettings(context.db)).crmLink);
}

/** Without what was not said. */
function given<T extends object>(details: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const said = Object.entries(details).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as { [K in keyof T]: Exclude<T[K], undefined> };
}

interface Kept {
  ref: string;
  name: string;
  city: string | null;
  addressLines: string[] | null;
  doNotMail: string | null;
}

/** One form of each letter, whichever keyboard it came from, so that a reference is found as it is typed. */
function toKeep({ ref, name, city, addressLines, doNotMail }: Kept) {
  const kept = {
    ref: ref.normalize('NFC'),
    name: name.normalize('NFC'),
    city: city?.normalize('NFC') ?? null,
    addressLines: addressLines?.map((line) => line.normalize('NFC')) ?? null,
    doNotMail,
  };
  return { ...kept, searchText: searchText(kept) };
}

function refuseTakenRef(error: unknown): never {
  if (violatedConstraint(error) !== 'customers_ref_key') throw error;
  const message = 'Another customer has this reference. Give another one, or change that customer';
  throw new DomainError('ref-taken', `${message}. Nothing was changed.`, {
    errors: [{ field: 'ref', code: 'ref-taken', message }],
  });
}
