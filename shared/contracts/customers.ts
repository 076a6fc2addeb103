import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, idParams, line, listOf, pageQuery } from './fields.ts';

export const doNotMailReasons = ['objection', 'deceased', 'bad-address'] as const;
const doNotMail = z.enum(doNotMailReasons);

/** Characters at most. */
export const customerLimits = { ref: 80, name: 200, city: 120, addressLine: 120, addressLines: 6 } as const;

const customerRef = line(customerLimits.ref);

export const customerView = z.object({
  id,
  ref: z.string(),
  name: z.string(),
  city: z.string().nullable(),
  /** Null: none given, or cleared since the last mailing was closed. */
  addressLines: z.array(z.string()).nullable(),
  /** Why the customer gets no mailings; null: may be mailed. */
  doNotMail: doNotMail.nullable(),
  /** The customer's record in the CRM, where the organisation has named the pattern. */
  crmLink: z.string().nullable(),
});
export type CustomerView = z.output<typeof customerView>;

const details = {
  name: line(customerLimits.name),
  city: line(customerLimits.city).nullable().optional(),
  addressLines: z
    .array(line(customerLimits.addressLine))
    .min(1)
    .max(customerLimits.addressLines)
    .nullable()
    .optional(),
  doNotMail: doNotMail.nullable().optional(),
};

/** What is wrong with a line of the file, and how to mend it; nothing of what stands there. */
/** Why a whole file cannot be read: `reason` among the params of `file-unreadable`. */
export type FileReason =
  | 'workbook'
  | 'old-workbook'
  | 'mixed-encoding'
  | 'utf-16-unmarked'
  | 'empty'
  | 'columns-missing'
  | 'ref-column-missing'
  | 'name-column-missing'
  /** With the two headings as `one` and `other`. */
  | 'columns-twice'
  /** These two with the `line`. */
  | 'line-open'
  | 'line-unreadable'
  | 'not-whole';

export const importRejection = z.object({
  /** As an editor counts lines; the header is 1. */
  line: z.int(),
  /** Null: it is about the whole line. */
  field: z.enum(['ref', 'name', 'city', 'addressLines', 'doNotMail']).nullable(),
  code: z.enum([
    'cell-count',
    'missing',
    'too-long',
    'too-many-lines',
    'control-character',
    'unknown-value',
    'duplicate-ref',
  ]),
  message: z.string(),
});
export type ImportRejection = z.output<typeof importRejection>;

export const importResult = z.object({
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  /** At most the first 10,000. */
  rejected: z.array(importRejection),
  /** All of them. */
  rejectedRows: z.int(),
  /** Columns of the file that mean nothing here and were left out. */
  ignoredColumns: z.array(z.string()),
});
export type ImportResult = z.output<typeof importResult>;

export const customers = {
  list: endpoint({
    method: 'get',
    path: '/customers',
    permission: 'customers.read',
    summary: 'Customers, best match first: by name, city, reference or part of it, with typing errors',
    query: pageQuery.extend({ query: z.string().max(200).optional() }),
    reply: listOf(customerView),
    problems: ['cursor-invalid'],
  }),
  add: endpoint({
    method: 'post',
    path: '/customers',
    permission: 'customers.change',
    summary: 'Add one customer',
    body: z.strictObject({ ref: customerRef, ...details }),
    reply: customerView,
    status: 201,
    problems: ['ref-taken'],
  }),
  get: endpoint({
    method: 'get',
    path: '/customers/{id}',
    permission: 'customers.read',
    summary: 'One customer',
    params: idParams,
    reply: customerView,
    problems: ['not-found'],
  }),
  getByRef: endpoint({
    method: 'get',
    path: '/customers/by-ref/{ref}',
    permission: 'customers.read',
    summary: 'One customer by the reference in the CRM',
    params: z.object({ ref: z.string().max(80) }),
    reply: customerView,
    problems: ['not-found'],
  }),
  change: endpoint({
    method: 'patch',
    path: '/customers/{id}',
    permission: 'customers.change',
    summary: 'Change a customer, or mark as not to be mailed',
    params: idParams,
    body: z.strictObject({ ...details, name: details.name.optional(), ref: customerRef.optional() }),
    reply: customerView,
    problems: ['not-found', 'ref-taken'],
  }),
  import: endpoint({
    method: 'post',
    path: '/customers/import',
    permission: 'customers.import',
    summary:
      'Import customers from CSV with a header (ref, name, and optionally city, address1…6, postcode, doNotMail; Dutch names are understood). A column that is absent leaves what is there, an empty cell clears it; only an explicit `no` lifts a do-not-mail. Over 5,000 customers it goes on as a job',
    query: z.object({
      /** Tells what would happen and changes nothing. */
      dryRun: z.stringbool().default(false),
    }),
    bodyType: 'text/csv',
    bodyLimit: 256 * 1024 * 1024,
    reply: importResult,
    accepted: z.object({ job: id }),
    problems: ['file-unreadable', 'body-too-large'],
  }),
} as const;
