import type { DossierView } from '../../shared/contracts/dossiers.ts';
import { recordAccess } from '../accounts/accounts.service.ts';
import { showCustomerQuietly } from '../customers/customers.service.ts';
import { listOfCustomer, presentDocuments } from '../documents/documents.service.ts';
import type { Context } from '../platform/context.ts';
import type { Actor, Origin } from '../platform/http/actor.ts';

/** Papers of a customer that a dossier shows: more than a person ever gets. */
const mostPapers = 500;

/** All that is known of one customer's papers. Put on record before it is given out. Throws `not-found`. */
export async function openDossier(
  context: Context,
  actor: Actor,
  origin: Origin,
  id: string,
): Promise<DossierView> {
  const customer = await showCustomerQuietly(context, id);
  await recordAccess(context, actor, origin, {
    action: 'dossiers.opened',
    subject: { kind: 'customer', id },
  });
  const papers = await listOfCustomer(context.db, id, mostPapers);
  return { customer, documents: await presentDocuments(context, papers, origin.language, false) };
}
