import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, listOf, pageQuery, timestamp } from './fields.ts';

export const accessLogEntryView = z.object({
  id,
  at: timestamp,
  by: z.object({ id, name: z.string() }),
  /** Set where an API key did it. */
  apiKeyId: id.nullable(),
  /** `<area>.<what happened>`, e.g. `accounts.people-listed`. */
  action: z.string(),
  /**
   * What was looked at: a `user`, `customer`, `mailing` or `place`, as it is called now (the log itself keeps the id alone); null
   * where it is a whole list.
   */
  subject: z
    .object({
      kind: z.string(),
      id: z.string(),
      /** Null where the caller may not read it, and where it is gone. */
      name: z.string().nullable(),
      /** A customer's reference. */
      ref: z.string().nullable(),
      /** Erased since. */
      gone: z.boolean(),
    })
    .nullable(),
  ip: z.string(),
  requestId: z.string(),
});
export type AccessLogEntryView = z.output<typeof accessLogEntryView>;

export const privacy = {
  listAccessLog: endpoint({
    method: 'get',
    path: '/access-log',
    permission: 'accounts.audit',
    summary: 'Who looked at what, newest first',
    query: pageQuery
      .extend({
        user: id.optional(),
        action: z.string().max(80).optional(),
        subject: z.string().max(80).optional(),
        from: timestamp.optional(),
        to: timestamp.optional(),
      })
      // An empty list would say that nobody looked.
      .refine(({ from, to }) => !from || !to || Date.parse(from) <= Date.parse(to), {
        message: 'Must not lie before "from": exchange the two, or leave one out',
        path: ['to'],
      }),
    reply: listOf(accessLogEntryView),
    problems: ['cursor-invalid'],
  }),
  listReaders: endpoint({
    method: 'get',
    path: '/access-log/people',
    permission: 'accounts.audit',
    summary: 'Everybody of whom a look is on record, by name: whom the log can be filtered by',
    reply: z.object({ items: z.array(z.object({ id, name: z.string() })), nextCursor: z.null() }),
  }),
} as const;
