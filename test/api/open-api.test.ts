import { afterAll, beforeAll, expect, test } from 'vitest';
import { contracts, endpoints } from '../../shared/contracts/index.ts';
import { problems } from '../../shared/errors.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  'x-permission': string;
  security: Record<string, []>[];
  parameters?: { name: string; in: string; required?: boolean; schema: object }[];
  requestBody?: { required: boolean; content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
}

interface Document {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> };
}

let app: TestApp;
let document: Document;

beforeAll(async () => {
  app = await startTestApp();
  const answer = await app.stranger().get<Document>('/api/openapi.json');
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  document = answer.body;
});

afterAll(() => app.stop());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

test('it is OpenAPI 3.1 of this product, with every operation of the contracts and no other', () => {
  expect(document.openapi).toMatch(/^3\.1\.\d$/);
  expect(document.info).toMatchObject({ title: 'Spoor', version: '0.0.0' });
  const described = operations().map(({ path, method }) => `${method} ${path}`);
  expect(described.toSorted()).toEqual(
    endpoints.map(({ method, path }) => `${method} /api/v1${path}`).toSorted(),
  );
});

test('each operation has an id of its own, a summary, a known area, its permission and its answers', () => {
  const ids = operations().map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { operation } of operations()) {
    expect(operation.operationId).toMatch(/^[a-z]+\.[a-zA-Z]+$/);
    expect(operation.summary.length).toBeGreaterThan(5);
    expect(Object.keys(contracts)).toEqual(expect.arrayContaining(operation.tags));
    expect(operation['x-permission']).toMatch(/^(public|session|[a-z]+\.[a-z]+)$/);
    const statuses = Object.keys(operation.responses);
    // Beside its own, only that the work goes on as a job.
    expect(statuses.filter((status) => /^2\d\d$/.test(status) && status !== '202')).toHaveLength(1);
    if (operation['x-permission'] !== 'public') expect(statuses).toContain('401');
    if (/\./.test(operation['x-permission'])) expect(statuses).toContain('403');
    expect(operation.security.length > 0).toBe(operation['x-permission'] !== 'public');
  }
});

test('every parameter of a path is described, and every refusal is a problem document', () => {
  for (const { path, operation } of operations()) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const described = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
    expect(described.map(({ name, required }) => [name, required])).toEqual(
      named.map((name) => [name, true]),
    );
    for (const [status, { description, content }] of Object.entries(operation.responses)) {
      expect(description.length).toBeGreaterThan(0);
      if (Number(status) < 400) continue;
      expect(Object.keys(content ?? {})).toEqual(['application/problem+json']);
      const codes = [...description.matchAll(/`([a-z-]+)`/g)].map(
        ([, code]) => code as keyof typeof problems,
      );
      for (const code of codes) expect([code, problems[code]?.status]).toEqual([code, Number(status)]);
    }
  }
});

test('every reference leads somewhere, and security schemes that are named exist', () => {
  const lookUp = (reference: string): unknown =>
    reference
      .replace(/^#\//, '')
      .split('/')
      .reduce<unknown>(
        (at, key) => (at as Record<string, unknown> | undefined)?.[key.replaceAll('~1', '/')],
        document,
      );
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
    ([, reference]) => reference!,
  );
  expect(references.length).toBeGreaterThan(0);
  for (const reference of references)
    expect([reference, typeof lookUp(reference)]).toEqual([reference, 'object']);
  const schemes = Object.keys(document.components.securitySchemes);
  for (const { operation } of operations()) {
    for (const scheme of operation.security.flatMap(Object.keys)) expect(schemes).toContain(scheme);
  }
});

test('bodies are JSON, and say of each object that nothing unknown may come', () => {
  const bodies = operations().flatMap(({ operation }) =>
    operation.requestBody && !('text/csv' in operation.requestBody.content) ? [operation.requestBody] : [],
  );
  expect(bodies.length).toBe(endpoints.filter(({ body }) => body).length);
  for (const { required, content } of bodies) {
    expect([required, Object.keys(content)]).toEqual([true, ['application/json']]);
    const schema = content['application/json']!.schema as { type: string; additionalProperties?: unknown };
    expect(schema.type).toBe('object');
    // Nothing more; or, of key points by name, nothing but what is described.
    const { additionalProperties: more } = schema;
    expect(more === false || (typeof more === 'object' && more !== null)).toBe(true);
  }
});
