import type { Writable } from 'node:stream';
import { z } from 'zod';
import type { Language } from '../../shared/contracts/fields.ts';
import type { MailingDetailView } from '../../shared/contracts/mailings.ts';
import { DomainError } from '../../shared/errors.ts';
import { recordAccess } from '../accounts/accounts.service.ts';
import type { Context } from '../platform/context.ts';
import type { Queries } from '../platform/db/database.ts';
import type { Actor, Origin } from '../platform/http/actor.ts';
import { pageOf, readCursor } from '../platform/http/cursor.ts';
import type { JobKind, Tick } from '../platform/jobs/job-kind.ts';
import { cancelAbandoned, refuseUnlessIssued } from './change-mailing.ts';
import { cancelPapersJob, markMailedJob } from './change-papers.ts';
import { clearAddressesJob } from './clear-addresses.ts';
import { foldFigures, listWrongFigures } from './figures.queries.ts';
import { issueMailingJob } from './issue-papers.ts';
import { listPapers, type PapersAsked, presentMailingPapers } from './mailing-papers.ts';
import { findMailing, listMailingRows, type MailingRow } from './mailings.queries.ts';
import { presentMailings } from './present-mailing.ts';
import { writeMergeData, writePapers } from './write-files.ts';

export { cancelMailing, closeMailing, markMailed, refuseUnlessIssued } from './change-mailing.ts';
export { issueMailing, previewMailing } from './issue-mailing.ts';
export { findLatestMailing } from './mailings.queries.ts';

export const mailingJobs: readonly JobKind[] = [
  issueMailingJob,
  markMailedJob,
  cancelPapersJob,
  clearAddressesJob,
];

/** Figures follow within seconds; a mailing whose issuing was given up does not stay half. */
export const mailingTicks: readonly Tick[] = [
  { name: 'mailings.figures', everyMs: 1_000, work: async ({ db }) => void (await foldFigures(db)) },
  { name: 'mailings.abandoned', everyMs: 5_000, work: cancelAbandoned },
];

/** What papers of a mailing are called by; undefined where there is none. */
export async function findMailingTitle(db: Queries, id: string) {
  const mailing = await findMailing(db, id);
  return mailing && { id, name: mailing.name, documents: mailing.papers };
}

/** Throws `not-found`. */
export async function getMailing({ db }: Context, id: string): Promise<MailingRow> {
  const mailing = await findMailing(db, id);
  if (!mailing) throw new DomainError('not-found', 'There is no such mailing.');
  return mailing;
}

/** One mailing with figures of this moment. Throws `not-found`. */
export async function showMailing(
  context: Context,
  id: string,
  language: Language,
): Promise<MailingDetailView> {
  const [view] = await presentMailings(context, [await getMailing(context, id)], language);
  if (!view) throw new Error('a mailing has no view');
  return view;
}

const idKey = z.object({ id: z.uuid() });

interface MailingsQuery {
  query?: string | undefined;
  single: boolean;
  cursor?: string | undefined;
  limit: number;
}

export async function listMailings(context: Context, language: Language, asked: MailingsQuery) {
  const { query, single, cursor, limit } = asked;
  const search = query?.trim().toLowerCase() || undefined;
  const before = readCursor(idKey, cursor)?.id;
  const rows = await listMailingRows(context.db, { search, single, before, limit });
  const page = pageOf(rows, limit, ({ id }) => ({ id }));
  return { items: await presentMailings(context, page.rows, language), nextCursor: page.nextCursor };
}

const runKey = z.object({ run: z.int() });

type PapersQuery = PapersAsked & { cursor?: string | undefined; limit: number };

/** Throws `not-found` or a field error. Names stand in it, so the look is on record. */
export async function listMailingPapers(
  context: Context,
  actor: Actor,
  origin: Origin,
  id: string,
  { cursor, limit, ...asked }: PapersQuery,
) {
  const mailing = await getMailing(context, id);
  await recordAccess(context, actor, origin, {
    action: 'mailings.papers-listed',
    subject: { kind: 'mailing', id },
  });
  const after = readCursor(runKey, cursor)?.run ?? 0;
  const found = await listPapers(context, mailing, asked, { after, limit });
  const page = pageOf(found, limit, ({ runNumber }) => ({ run: runNumber }));
  const items = await presentMailingPapers(context, page.rows, origin.language);
  return { items, nextCursor: page.nextCursor };
}

/** Throws before the file begins, so that an error is never taken for a file. */
export async function savePapers(
  context: Context,
  actor: Actor,
  origin: Origin,
  id: string,
  asked: PapersAsked,
  begin: (name: string) => Writable,
): Promise<void> {
  const mailing = await getMailing(context, id);
  await listPapers(context, mailing, asked, { after: 0, limit: 1 });
  await recordAccess(context, actor, origin, {
    action: 'mailings.papers-saved',
    subject: { kind: 'mailing', id },
  });
  await writePapers(context, mailing, asked, origin.language, begin('papers.csv'));
}

/** Throws `not-found`, `mailing-not-issued` or `mailing-cancelled`. */
export async function saveMergeData(
  context: Context,
  actor: Actor,
  origin: Origin,
  id: string,
  begin: (name: string) => Writable,
): Promise<void> {
  const mailing = await getMailing(context, id);
  refuseUnlessIssued(mailing.state);
  await recordAccess(context, actor, origin, {
    action: 'mailings.merge-data-saved',
    subject: { kind: 'mailing', id },
  });
  await writeMergeData(context, mailing, origin.language, begin('merge.csv'));
}

/** Mailings whose figures are not what their papers add up to. */
export async function findFigureDamage({ db }: Context): Promise<{ mailing: string; problem: string }[]> {
  const wrong = await listWrongFigures(db);
  return wrong.map((mailing) => ({ mailing, problem: 'its figures are not what its papers add up to' }));
}
