import type { QueryOf } from '../../shared/contracts/endpoint.ts';
import type { labels } from '../../shared/contracts/labels.ts';
import { DomainError, fieldError } from '../../shared/errors.ts';
import { getTemplate } from '../../shared/labels/templates.ts';
import { recordAccess } from '../accounts/accounts.service.ts';
import { findCustomers } from '../customers/customers.service.ts';
import { listOfMailing, seesCustomers } from '../documents/documents.service.ts';
import { getMailing, refuseUnlessIssued } from '../mailings/mailings.service.ts';
import type { Context } from '../platform/context.ts';
import type { Actor, Origin } from '../platform/http/actor.ts';
import { getProcess } from '../processes/processes.service.ts';
import { type LabelContent, paperDesign } from './draw/designs.ts';
import { decideRange, fileNameOf } from './labels.rules.ts';
import { layOutSheets, type Printing } from './print-labels.ts';

/** Papers read at a time: the file grows as they come, whatever its length. */
const chunk = 500;

export type MailingLabelsAsked = QueryOf<typeof labels.ofMailing>;

/**
 * Labels for the papers of a mailing, by run number. Whose they are is on them, so it is on record. Throws `not-found`,
 * `mailing-not-issued`, `mailing-cancelled`, `not-allowed` for names, or a field error.
 */
export async function planMailingLabels(
  context: Context,
  actor: Actor,
  origin: Origin,
  id: string,
  { template, start, dpi, from, to, name }: MailingLabelsAsked,
): Promise<Printing> {
  const mailing = await getMailing(context, id);
  refuseUnlessIssued(mailing.state);
  if (name && !seesCustomers(actor)) throw namesNotAllowed();
  const range = decideRange(mailing.papers, from, to);
  const { type } = await getProcess(context, mailing.processId);
  const common = {
    title: mailing.name,
    detail: type.name[origin.language],
    papers: mailing.papers,
    withName: name,
  };
  await recordAccess(context, actor, origin, {
    action: 'labels.mailing-printed',
    subject: { kind: 'mailing', id },
  });
  const pages = layOutSheets({
    template: getTemplate(template),
    design: paperDesign,
    dpi,
    start,
    lines: name ? 2 : 1,
    labels: readLabels(context, id, range, common),
  });
  return { pages, title: 'Spoor', fileName: fileNameOf(range, mailing.papers) };
}

interface Common {
  title: string;
  detail: string;
  papers: number;
  withName: boolean;
}

async function* readLabels(
  { db }: Context,
  mailingId: string,
  { from, to }: { from: number; to: number },
  { title, detail, papers, withName }: Common,
): AsyncGenerator<LabelContent[]> {
  let after = from - 1;
  let any = false;
  while (after < to) {
    const page = { after, limit: Math.min(chunk, to - after) };
    const found = await listOfMailing(db, mailingId, { whereabouts: { isNot: 'void' } }, page);
    const customers = await findCustomers(
      db,
      found.map(({ customerId }) => customerId),
    );
    const wanted = found.slice(0, page.limit).filter(({ runNumber }) => runNumber <= to);
    any ||= wanted.length > 0;
    yield wanted.map(({ code, runNumber, customerId }) => {
      const customer = customers.get(customerId);
      const lines = [customer?.ref ?? '', withName ? (customer?.name ?? '') : ''];
      return { code, title, detail, number: `${runNumber}/${papers}`, lines };
    });
    after = found.length > page.limit ? (found[page.limit - 1]?.runNumber ?? to) : to;
  }
  if (!any) throw noneLeft(from, to);
}

function noneLeft(from: number, to: number): DomainError {
  const which =
    from === to ? `The paper with run number ${from} has` : 'All papers with these run numbers have';
  return fieldError(
    'query.from',
    'papers-cancelled',
    `${which} been cancelled, and what is cancelled gets no label. Ask for other run numbers`,
  );
}

function namesNotAllowed(): DomainError {
  return new DomainError(
    'not-allowed',
    'Names on labels need the permission customers.read. Leave `name` out, and the reference stands on them.',
    { params: { permission: 'customers.read' } },
  );
}
