import { z } from 'zod';
import { endpoint } from './endpoint.ts';

export const systemView = z.object({
  version: z.string(),
  node: z.string(),
  postgres: z.string(),
  /** `embedded`: in the data folder; `outside`: named by DATABASE_URL. */
  database: z.enum(['embedded', 'outside']),
  health: z.array(
    z.object({ part: z.enum(['database', 'migrations', 'events', 'jobs']), well: z.boolean() }),
  ),
  licence: z.string(),
  packages: z.array(z.object({ name: z.string(), version: z.string(), licence: z.string() })),
});
export type SystemView = z.output<typeof systemView>;

export const system = {
  get: endpoint({
    method: 'get',
    path: '/system',
    permission: 'session',
    summary: 'Version, health, and the packages inside with their licences',
    reply: systemView,
  }),
} as const;
