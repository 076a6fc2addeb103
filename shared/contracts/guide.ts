import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, timestamp } from './fields.ts';

const guideView = z.object({
  /** How many customers there are, counted up to `mostCounted`. */
  customers: z.int(),
  /** Whether anything was ever issued. */
  issued: z.boolean(),
  /** The latest mailing, for who may see mailings. */
  mailing: z.object({ id, name: z.string() }).nullable(),
  /** When this person first scanned the practice label. */
  practisedAt: timestamp.nullable(),
  /** When this person put the guide away. */
  closedAt: timestamp.nullable(),
});
export type GuideView = z.output<typeof guideView>;

export const guide = {
  get: endpoint({
    method: 'get',
    path: '/guide',
    permission: 'session',
    personOnly: true,
    summary: 'How far the first steps are, computed from what there is',
    reply: guideView,
  }),
  change: endpoint({
    method: 'patch',
    path: '/guide',
    permission: 'session',
    personOnly: true,
    summary: 'Note that the practice label was scanned, or put the guide away and take it out again',
    body: z.strictObject({
      practised: z.literal(true).optional(),
      closed: z.boolean().optional(),
    }),
    reply: guideView,
  }),
} as const;
