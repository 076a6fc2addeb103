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
  /** True in the example office: its people are made up, and every screen says so. */
  example: z.boolean(),
});
export type OrganisationView = z.output<typeof organisationView>;

/** What only those see who may change it: where else the organisation keeps its customers, and for how long we do. */
export const organisationSettings = z.object({
  /** Address of a customer's record in the CRM, with `{ref}` where the reference stands; null: no link is shown. */
  crmLink: z.string().nullable(),
  /** Days from the close of a customer's last mailing to the removal of the address lines. */
  addressDays: z.int(),
});
export type OrganisationSettings = z.output<typeof organisationSettings>;

const name = line(160);

const crmLink = line(500).refine(
  isLinkPattern,
  'Must be a web address with {ref} in it, such as https://crm.example/contacts/{ref}',
);

function isLinkPattern(pattern: string): boolean {
  return (
    /^https?:\/\/[^/{}]+\/.*\{ref\}/.test(pattern) &&
    z.url().safeParse(pattern.replaceAll('{ref}', 'x')).success
  );
}

export const organisation = {
  get: endpoint({
    method: 'get',
    path: '/organisation',
    permission: 'public',
    summary: "The organisation's name, language and time zone, as the sign-in page shows them",
    reply: organisationView,
  }),
  getSettings: endpoint({
    method: 'get',
    path: '/organisation/settings',
    permission: 'organisation.change',
    summary: "The organisation's settings that are not for everybody",
    reply: organisationSettings,
  }),
  change: endpoint({
    method: 'patch',
    path: '/organisation',
    permission: 'organisation.change',
    summary: "Change the organisation's name, language, time zone or settings",
    body: z.strictObject({
      name: name.optional(),
      language: language.optional(),
      timeZone: timeZone.optional(),
      crmLink: crmLink.nullable().optional(),
      addressDays: z.int().min(0).max(3650).optional(),
    }),
    reply: organisationView.extend(organisationSettings.shape),
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
