import { z } from 'zod';
import { placeOfDocument, waitingScan } from './documents.ts';
import { endpoint } from './endpoint.ts';
import { codeText, day, id, idParams, line, listOf, pageQuery, timestamp } from './fields.ts';

const mailingView = z.object({
  id,
  name: z.string(),
  documentType: z.object({ key: z.string(), name: z.string() }),
  process: z.object({ id, version: z.int() }),
  expectedBy: day.nullable(),
  state: z.enum(['issuing', 'issued', 'cancelled']),
  /** How many papers it is to have. */
  papers: z.int(),
  job: id.nullable(),
  createdAt: timestamp,
  createdBy: z.object({ id, name: z.string() }).nullable(),
  mailedAt: timestamp.nullable(),
  closedAt: timestamp.nullable(),
});

const mailingFigures = z.object({
  issued: z.int(),
  void: z.int(),
  mailed: z.int(),
  answered: z.int(),
  undeliverable: z.int(),
  /** Mailed, neither answered nor undeliverable, and past the day by which an answer was expected. */
  overdue: z.int(),
  /** Papers by variable and value, each value of the process named. */
  values: z.record(z.string(), z.array(z.object({ value: z.int(), label: z.string(), documents: z.int() }))),
  /** What each variable is called, in the caller's language. */
  labels: z.record(z.string(), z.string()),
});

export const mailingDetailView = mailingView.extend({ figures: mailingFigures });
export type MailingDetailView = z.output<typeof mailingDetailView>;

const mailingDocumentView = z.object({
  code: codeText,
  runNumber: z.int(),
  customer: z.object({ id, ref: z.string(), name: z.string(), city: z.string().nullable() }),
  status: z.record(z.string(), z.int()),
  words: z.object({ headline: z.string(), details: z.array(z.string()) }),
  answeredAt: timestamp.nullable(),
  place: placeOfDocument,
  /** As in the paper itself. */
  waiting: z.array(waitingScan),
});

/** Papers of a mailing by what became of them; several conditions hold together. */
const documentFilter = z.object({
  variable: z.string().max(40).optional(),
  value: z.coerce.number().int().optional(),
  only: z
    .enum(['issued', 'void', 'mailed', 'not-mailed', 'answered', 'undeliverable', 'open', 'overdue'])
    .optional(),
});

const leftOut = z.object({
  /** `do-not-mail` with its reason, or `unknown-customer`. */
  reason: z.enum(['objection', 'deceased', 'bad-address', 'unknown-customer', 'named-twice']),
  customers: z.int(),
  /** The first hundred, by reference (or id, where that is what was sent). */
  refs: z.array(z.string()),
});

export const mailingPreview = z.object({ documents: z.int(), leftOut: z.array(leftOut) });
export type MailingPreview = z.output<typeof mailingPreview>;

export const mailings = {
  issue: endpoint({
    method: 'post',
    path: '/mailings',
    permission: 'mailings.issue',
    summary:
      'Issue a mailing: one paper with a code of its own for each customer. With an Idempotency-Key the same request issues once. Over 5,000 papers it goes on as a job',
    query: z.object({
      /** Tells how many would get one, and who is left out and why; issues nothing. */
      dryRun: z.stringbool().default(false),
    }),
    body: z.strictObject({
      name: line(160),
      /** The document type's key. */
      documentType: z.string().max(40),
      customers: z.union([
        z.strictObject({ ids: z.array(id).max(200_000) }),
        z.strictObject({ refs: z.array(z.string().max(80)).max(200_000) }),
        z.strictObject({ all: z.literal(true) }),
      ]),
      expectedBy: day.nullable().optional(),
    }),
    bodyLimit: 16 * 1024 * 1024,
    reply: z.union([z.object({ id, documents: z.int() }), mailingPreview]),
    status: 201,
    accepted: z.object({ id, job: id, documents: z.int() }),
    problems: ['mailing-empty', 'request-key-reused', 'issuing-stopped'],
  }),
  list: endpoint({
    method: 'get',
    path: '/mailings',
    permission: 'mailings.read',
    summary: 'Mailings, newest first. Single letters are left out unless asked for',
    query: pageQuery.extend({ query: z.string().max(160).optional(), single: z.stringbool().default(false) }),
    reply: listOf(mailingDetailView),
    problems: ['cursor-invalid'],
  }),
  get: endpoint({
    method: 'get',
    path: '/mailings/{id}',
    permission: 'mailings.read',
    summary: 'One mailing with its figures',
    params: idParams,
    reply: mailingDetailView,
    problems: ['not-found'],
  }),
  listDocuments: endpoint({
    method: 'get',
    path: '/mailings/{id}/documents',
    permission: 'mailings.read',
    summary: 'The papers of a mailing by run number, all or those that a figure counts',
    params: idParams,
    query: pageQuery.extend(documentFilter.shape),
    reply: listOf(mailingDocumentView),
    problems: ['not-found', 'cursor-invalid'],
  }),
  saveDocuments: endpoint({
    method: 'get',
    path: '/mailings/{id}/documents.csv',
    permission: 'mailings.read',
    summary: 'The same papers as a file that spreadsheets open',
    params: idParams,
    query: documentFilter,
    replyType: 'text/csv',
    problems: ['not-found'],
  }),
  merge: endpoint({
    method: 'get',
    path: '/mailings/{id}/merge.csv',
    permission: 'mailings.issue',
    summary: 'Merge data for letters that are made elsewhere: code, run number, customer, address',
    params: idParams,
    replyType: 'text/csv',
    problems: ['not-found', 'mailing-not-issued', 'mailing-cancelled'],
  }),
  markMailed: endpoint({
    method: 'post',
    path: '/mailings/{id}/mailed',
    permission: 'mailings.issue',
    summary:
      'The moment `mailed` for all papers of the mailing that are not void, after it was issued and not to come; doing it again changes nothing',
    params: idParams,
    body: z.strictObject({ at: timestamp }),
    reply: mailingDetailView,
    accepted: mailingDetailView,
    problems: ['not-found', 'mailing-not-issued', 'mailing-cancelled'],
  }),
  cancel: endpoint({
    method: 'post',
    path: '/mailings/{id}/cancel',
    permission: 'mailings.issue',
    summary: 'Cancel a mailing before it is mailed: its papers become void, their codes are never used again',
    params: idParams,
    reply: mailingDetailView,
    problems: ['not-found', 'mailing-mailed'],
  }),
  close: endpoint({
    method: 'post',
    path: '/mailings/{id}/close',
    permission: 'mailings.issue',
    summary: 'Close a mailing: no more answers are awaited. Address lines go so many days after',
    params: idParams,
    reply: mailingDetailView,
    problems: ['not-found', 'mailing-not-issued'],
  }),
} as const;
