import type { Code } from '../../shared/codes/code.ts';
import type { AccessLogEntryView } from '../../shared/contracts/privacy.ts';
import { type AccessQuery, listAccessLog, listReaders } from '../accounts/accounts.service.ts';
import { findCustomers } from '../customers/customers.service.ts';
import { findMailingTitles } from '../documents/documents.service.ts';
import { findKeptPaths } from '../places/places.service.ts';
import type { Context } from '../platform/context.ts';
import type { Actor, Origin } from '../platform/http/actor.ts';

type Subject = NonNullable<AccessLogEntryView['subject']>;

/**
 * The access log, with what was looked at as it is called at this moment: the log keeps ids alone, so that who is
 * erased does not live on in it. On record.
 */
export async function showAccessLog(context: Context, actor: Actor, origin: Origin, query: AccessQuery) {
  const { items, nextCursor } = await listAccessLog(context, actor, origin, query);
  const subjects = items.flatMap(({ subject }) => (subject ? [subject] : []));
  const named = await namer(context, actor, subjects);
  return {
    items: items.map((entry) => ({ ...entry, subject: entry.subject && named(entry.subject) })),
    nextCursor,
  };
}

/** Names that the log has anyway, whose reading is on record: choosing by one of them is no look of its own. */
export async function listPeopleInLog({ db }: Context) {
  return { items: await listReaders(db), nextCursor: null };
}

/**
 * A customer by reference, which tells whoever has the customers whose dossier it was; with the name where the caller may
 * read it. What is not found is gone: nothing else takes these rows away.
 */
async function namer({ db }: Context, { permissions }: Actor, subjects: readonly Subject[]) {
  const idsOf = (kind: string) => subjects.filter((each) => each.kind === kind).map(({ id }) => id);
  const customers = await findCustomers(db, idsOf('customer'));
  const mailings = await findMailingTitles(db, idsOf('mailing'));
  const places = await findKeptPaths(db, idsOf('place') as Code[]);
  const mayCustomers = permissions.has('customers.read');
  // A single letter is a mailing that may be called after its customer.
  const mayMailings = permissions.has('mailings.read') || permissions.has('documents.read');
  return (subject: Subject): Subject => {
    if (subject.kind === 'customer') {
      const customer = customers.get(subject.id);
      if (!customer) return { ...subject, gone: true };
      return { ...subject, name: mayCustomers ? customer.name : null, ref: customer.ref };
    }
    if (subject.kind === 'mailing') {
      const mailing = mailings.get(subject.id);
      if (!mailing) return { ...subject, gone: true };
      return { ...subject, name: mayMailings ? mailing.name : null };
    }
    if (subject.kind === 'place' && permissions.has('places.read')) {
      return { ...subject, name: places.get(subject.id as Code)?.path.at(-1)?.name ?? null };
    }
    return subject;
  };
}
