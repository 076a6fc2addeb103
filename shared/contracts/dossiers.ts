import { z } from 'zod';
import { customerView } from './customers.ts';
import { documentView } from './documents.ts';
import { endpoint } from './endpoint.ts';
import { idParams } from './fields.ts';

export const dossierView = z.object({
  customer: customerView,
  /** Newest first; the last 500. */
  documents: z.array(documentView.omit({ customer: true })),
});
export type DossierView = z.output<typeof dossierView>;

export const dossiers = {
  get: endpoint({
    method: 'get',
    path: '/customers/{id}/dossier',
    permission: 'dossiers.read',
    summary: 'All that is known of one customer’s papers. Every look is on record',
    params: idParams,
    reply: dossierView,
    problems: ['not-found'],
  }),
} as const;
