import { z } from 'zod';
import { signedInView } from './accounts.ts';
import { endpoint } from './endpoint.ts';
import { email, language, line, newPassword, timeZone } from './fields.ts';

export const organisationView = z.object({
  /** Null until somebody has named it. */
  name: z.string().nullable(),
  /** For people who have chosen none themselves. */
  language,
  timeZone: z.string(),
  /** True while there is no administrator: the set-up page waits for its link. */
  setupNeeded: z.boolean(),
});
export type OrganisationView = z.output<typeof organisationView>;

const name = line(160);

export const organisation = {
  get: endpoint({
    method: 'get',
    path: '/organisation',
    permission: 'public',
    summary: "The organisation's name, language and time zone, as the sign-in page shows them",
    reply: organisationView,
  }),
  change: endpoint({
    method: 'patch',
    path: '/organisation',
    permission: 'organisation.change',
    summary: "Change the organisation's name, language or time zone",
    body: z.strictObject({
      name: name.optional(),
      language: language.optional(),
      timeZone: timeZone.optional(),
    }),
    reply: organisationView,
  }),
  setUp: endpoint({
    method: 'post',
    path: '/setup',
    permission: 'public',
    summary:
      'First set-up, with the one-time link that the start printed: organisation and first administrator',
    body: z.strictObject({
      token: z.string().min(1).max(200),
      organisation: z.strictObject({ name, language, timeZone }),
      administrator: z.strictObject({ email, name: line(120), password: newPassword }),
    }),
    reply: signedInView,
    status: 201,
    problems: ['setup-link-invalid', 'setup-done', 'password-refused', 'too-many-attempts'],
  }),
} as const;
