import type { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiSchemaObject,
} from 'zod-openapi';
import type { Endpoint } from '../../../shared/contracts/endpoint.ts';
import { type ErrorCode, problems } from '../../../shared/errors.ts';

interface OpenApiSettings {
  version: string;
  /** Area by area, as the contracts have them: the area is the operation's tag. */
  contracts: Record<string, Record<string, Endpoint>>;
}

/** OpenAPI 3.1 of the whole API, from the very schemas that validate it. */
export function openApiDocument({ version, contracts }: OpenApiSettings) {
  const paths: ZodOpenApiPathsObject = {};
  for (const [area, operations] of Object.entries(contracts)) {
    for (const [name, endpoint] of Object.entries(operations)) {
      const at = `/api/v1${endpoint.path}`;
      paths[at] = { ...paths[at], [endpoint.method]: operation(area, name, endpoint) };
    }
  }
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Spoor',
      version,
      description:
        'Tracks paper without scanning it. Errors are RFC 9457 problem documents with a stable `code`; lists are `{items, nextCursor}`; `x-permission` says what each operation needs.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'spoor_session' },
        apiKey: { type: 'http', scheme: 'bearer' },
      },
      schemas: { Problem: problemSchema },
    },
  });
}

function operation(area: string, name: string, endpoint: Endpoint): ZodOpenApiOperationObject {
  const open = endpoint.permission === 'public';
  return {
    operationId: `${area}.${name}`,
    tags: [area],
    summary: endpoint.summary,
    'x-permission': endpoint.permission,
    ...(endpoint.personOnly ? { 'x-person-only': true } : {}),
    security: open ? [] : [{ session: [] }, ...(endpoint.personOnly ? [] : [{ apiKey: [] }])],
    requestParams: {
      ...(endpoint.params ? { path: endpoint.params } : {}),
      ...(endpoint.query ? { query: endpoint.query } : {}),
    },
    ...requestBody(endpoint),
    responses: { ...success(endpoint), ...refusals(endpoint) },
  };
}

const text = { type: 'string' } as const;

function requestBody({ body, bodyType }: Endpoint) {
  if (bodyType) return { requestBody: { required: true, content: { [bodyType]: { schema: text } } } };
  return body ? { requestBody: { required: true, content: json(body) } } : {};
}

function json(schema: z.ZodType) {
  return { 'application/json': { schema } };
}

function success(endpoint: Endpoint) {
  if (endpoint.replyType) {
    return { '200': { description: 'The file', content: { [endpoint.replyType]: { schema: text } } } };
  }
  if (!endpoint.reply) return { '204': { description: 'Done' } };
  const later = endpoint.accepted && {
    '202': { description: 'Goes on as a job', content: json(endpoint.accepted) },
  };
  return {
    ...later,
    [String(endpoint.status ?? 200)]: { description: 'Done', content: json(endpoint.reply) },
  };
}

/** What every operation may answer, and what its contract names, grouped by status. */
function refusals(endpoint: Endpoint) {
  const codes: ErrorCode[] = [...(endpoint.problems ?? [])];
  if (endpoint.body || endpoint.params || endpoint.query) codes.push('invalid-request');
  if (endpoint.body) codes.push('invalid-json', 'media-type-unsupported', 'body-too-large');
  if (endpoint.permission !== 'public') codes.push('not-signed-in');
  if (endpoint.personOnly) codes.push('person-only');
  if (endpoint.permission !== 'public' && endpoint.permission !== 'session') codes.push('not-allowed');
  if (endpoint.method !== 'get') codes.push('foreign-origin');
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of new Set(codes)) {
    const { status } = problems[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      String(status),
      {
        description: list.map((code) => `\`${code}\`: ${problems[code].title}`).join('; '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

const problemSchema: ZodOpenApiSchemaObject = {
  type: 'object',
  description: 'RFC 9457 problem document',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(problems) },
    detail: { type: 'string', description: 'What happened and what to do, in English' },
    requestId: { type: 'string', format: 'uuid' },
    params: { type: 'object', additionalProperties: true },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'code', 'message'],
        properties: { field: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};
