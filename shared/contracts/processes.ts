import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { codeText, id, idParams } from './fields.ts';

const scopeUse = z.enum(['static', 'dynamic']).nullable();

export const documentTypeView = z.object({
  id,
  key: z.string(),
  /** In the caller's language (`Accept-Language`: en or nl). */
  name: z.string(),
  process: z.object({ id, version: z.int() }),
  /** Whether an answer is expected back. */
  answerable: z.boolean(),
  /** How each scope of the CRM uses it; null: not decided yet. */
  scopes: z.object({ sales: scopeUse, loyalty: scopeUse, care: scopeUse }),
  keyPoints: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      type: z.enum(['number', 'amount', 'date', 'code', 'text']),
    }),
  ),
});
export type DocumentTypeView = z.output<typeof documentTypeView>;

export const processView = z.object({
  id,
  documentType: z.string(),
  version: z.int(),
  variables: z.array(
    z.object({
      name: z.string(),
      /** In the caller's language, as all labels here. */
      label: z.string(),
      values: z.array(z.object({ value: z.int(), label: z.string() })),
    }),
  ),
  moments: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      commandCode: codeText,
      sets: z.record(z.string(), z.int()),
    }),
  ),
});
export type ProcessView = z.output<typeof processView>;

const commandView = z.object({ name: z.string(), code: codeText });

export const processes = {
  listDocumentTypes: endpoint({
    method: 'get',
    path: '/document-types',
    permission: 'processes.read',
    summary: 'Document types, each with the version of its process that new papers follow',
    reply: z.object({ items: z.array(documentTypeView), nextCursor: z.null() }),
  }),
  getProcess: endpoint({
    method: 'get',
    path: '/processes/{id}',
    permission: 'processes.read',
    summary: 'One version of a process: variables, values, moments with their command codes',
    params: idParams,
    reply: processView,
    problems: ['not-found'],
  }),
  listCommands: endpoint({
    method: 'get',
    path: '/commands',
    permission: 'processes.read',
    summary: 'The command codes that belong to no process: UNDO, CLEAR, DONE',
    reply: z.object({ items: z.array(commandView), nextCursor: z.null() }),
  }),
} as const;
