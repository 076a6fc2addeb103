import type { Language } from '../../shared/contracts/fields.ts';
import { fieldError } from '../../shared/errors.ts';
import { findCustomers } from '../customers/customers.service.ts';
import {
  listShownOfMailing,
  type MailingFilter,
  presentPapers,
  type ShownDocument,
} from '../documents/documents.service.ts';
import type { Context } from '../platform/context.ts';
import { getProcess } from '../processes/processes.service.ts';
import type { MailingRow } from './mailings.queries.ts';
import { filterOf, type PaperFilter } from './mailings.rules.ts';
import { today } from './today.ts';

export interface PapersAsked {
  variable?: string | undefined;
  value?: number | undefined;
  only?: PaperFilter | undefined;
}

/** The conditions that the caller asked for; undefined where no paper can meet them. Throws a field error. */
async function readFilter(
  context: Context,
  mailing: MailingRow,
  asked: PapersAsked,
): Promise<MailingFilter | undefined> {
  const { process } = await getProcess(context, mailing.processId);
  const overdueNow = mailing.expectedBy !== null && (await today(context)) > mailing.expectedBy;
  const filter = filterOf(process, asked.only, overdueNow);
  if (!filter || asked.variable === undefined || asked.value === undefined) return filter;
  const index = process.variables.findIndex(({ name }) => name === asked.variable);
  if (index < 0) {
    const names = process.variables.map(({ name }) => name).join(', ');
    throw fieldError(
      'query.variable',
      'variable-unknown',
      `The process has no such variable. It has: ${names}`,
    );
  }
  const values = [...(filter.values ?? []), { index, is: asked.value }];
  // A figure of a value counts no void papers.
  return { whereabouts: { isNot: 'void' }, ...filter, values };
}

/** By run number; one more than `limit` where there are more. */
export async function listPapers(
  context: Context,
  mailing: MailingRow,
  asked: PapersAsked,
  page: { after: number; limit: number },
): Promise<ShownDocument[]> {
  const filter = await readFilter(context, mailing, asked);
  return filter ? listShownOfMailing(context.db, mailing.id, filter, page) : [];
}

/** Papers with their customers, values and places. */
export async function presentMailingPapers(
  context: Context,
  papers: readonly ShownDocument[],
  language: Language,
) {
  const customers = await findCustomers(
    context.db,
    papers.map(({ customerId }) => customerId),
  );
  const views = await presentPapers(context, papers, language);
  return views.map((view, index) => {
    const customer = customers.get(papers[index]?.customerId ?? '');
    if (!customer) throw new Error(`paper ${view.code} has lost its customer`);
    const { id, ref, name, city } = customer;
    return { ...view, customer: { id, ref, name, city } };
  });
}
