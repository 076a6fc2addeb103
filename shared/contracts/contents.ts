import { z } from 'zod';
import { documentView } from './documents.ts';
import { endpoint } from './endpoint.ts';
import { codeParams, listOf, pageQuery } from './fields.ts';

export const contents = {
  list: endpoint({
    method: 'get',
    path: '/places/{code}/documents',
    permission: 'documents.read',
    summary: 'The papers that lie directly in a place, by code',
    params: codeParams,
    query: pageQuery.extend({ limit: z.coerce.number().int().min(1).max(2000).default(200) }),
    reply: listOf(documentView),
    problems: ['not-found', 'cursor-invalid'],
  }),
} as const;
