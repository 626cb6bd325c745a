import { z } from 'zod';
import type { Route } from './route.contract.ts';
import { knownFields } from './view-fields.ts';

type Json = Record<string, unknown>;

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'reason', 'problems', 'reference'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    reason: { type: 'string' },
    problems: { type: 'array', items: { type: 'object', properties: { path: { type: 'string' }, reason: { type: 'string' }, message: { type: 'string' } } } },
    reference: { type: 'string' },
  },
};

/** OpenAPI 3.1 from the route values: the same objects that are mounted and called. */
export function openApi(routes: readonly Route[], reasons: Readonly<Record<string, { status: number }>>): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:([A-Za-z]+)/g, '{$1}');
    const place = route.answer === 'page' ? { servers: [{ url: '/' }] } : {};
    paths[path] = { ...paths[path], ...place, [route.method.toLowerCase()]: operation(route, reasons) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Clusterloom', version: '1.0.0', description: 'Industrial clusters: register, map, profiles, cockpit. Amounts are decimal strings; times are ISO 8601 in UTC.' },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'clusterloom_session' }, key: { type: 'http', scheme: 'bearer', bearerFormat: 'clk_…', description: 'An API key made on the account page: limited to rooms and to reading or writing, and never beyond what its owner may at the time of the call.' } },
    },
  };
}

function operation(route: Route, reasons: Readonly<Record<string, { status: number }>>): Json {
  const status = String(route.status ?? 200);
  const isRaw = route.body instanceof z.ZodCustom;
  const content = isRaw ? { 'text/csv': { schema: { type: 'string', format: 'binary' } } } : { 'application/json': { schema: schemaOf(route.body, 'input') } };
  return {
    operationId: route.id,
    summary: route.summary.en,
    'x-summary-zh': route.summary.zh,
    'x-permission': route.permission,
    tags: [route.id.split('.')[0]],
    ...(route.permission === 'anonymous' ? {} : { security: [{ session: [] }, ...(route.personal ? [] : [{ key: [] }])] }),
    parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query'), ...viewParameters(route), ...headersOf(route)],
    ...(route.body ? { requestBody: { required: true, content } } : {}),
    responses: {
      [status]: { description: route.summary.en, ...(status === '204' ? {} : { content: contentOf(route) }) },
      ...(route.method === 'GET' ? { 304: { description: 'Nothing has changed since the version named in If-None-Match.' } } : {}),
      ...failures(route, reasons),
    },
  };
}

function contentOf(route: Route): Json {
  if (route.answer === 'page') return { 'text/html': { schema: { type: 'string' } } };
  if (route.answer === 'file') return { '*/*': { schema: { type: 'string', format: 'binary' } } };
  return { 'application/json': { schema: schemaOf(route.out, 'output') }, ...(route.csv ? { 'text/csv': { schema: { type: 'string' } } } : {}) };
}

function schemaOf(schema: z.ZodType | undefined, io: 'input' | 'output'): Json {
  if (!schema) return {};
  const { $schema: _version, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' }) as Json;
  return rest;
}

function parametersOf(schema: z.ZodObject | undefined, where: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const object = schemaOf(schema, 'input') as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(object.properties ?? {}).map(([name, property]) => ({ name, in: where, required: where === 'path' || (object.required ?? []).includes(name), schema: property }));
}

/** What a reader may ask about the form of the answer; with these it has another shape than its schema. */
function viewParameters(route: Route): Json[] {
  const changing = { in: 'query', required: false, 'x-changes-answer': true };
  const fields = route.method === 'GET' ? knownFields(route).join('|') : '';
  return [
    ...(fields ? [{ name: 'fields', ...changing, description: 'Only these fields of the record, or of each item.', schema: { type: 'string', pattern: `^(${fields})(,(${fields}))*$` } }] : []),
    ...(route.csv ? [{ name: 'format', ...changing, description: 'The whole list as a file.', schema: { type: 'string', enum: ['csv', 'json'] } }] : []),
  ];
}

function headersOf(route: Route): Json[] {
  if (route.ifMatch) return [{ name: 'If-Match', in: 'header', required: true, schema: { type: 'string' }, description: 'The ETag of the version that was read.' }];
  return route.method === 'POST' && !route.secret ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } }] : [];
}

/** Query or body point at a record, which may not be there. */
function namesRecord(route: Route): boolean {
  const shapes = [route.query, route.body].map((schema) => (schema instanceof z.ZodObject ? schema.shape : {}));
  return shapes.some((shape) => Object.keys(shape).some((name) => /(?:^i|I)d$/.test(name)));
}

/** What every route of its kind can answer, whatever its action does. */
function sharedFailures(route: Route): string[] {
  const isOpen = route.permission === 'anonymous';
  const writes = route.method !== 'GET';
  return [
    'invalidInput',
    'unsupportedType',
    'tooManyRequests',
    'notReady',
    ...(isOpen ? [] : ['signInRequired']),
    ...(isOpen && !writes ? [] : ['notAllowed']),
    ...(route.params || route.subject || namesRecord(route) ? ['notFound'] : []),
    ...(writes ? ['bodyTooLarge', 'storageFull', 'storageReadOnly'] : []),
    ...(route.method === 'POST' && !route.secret ? ['keyReused'] : []),
    ...(route.ifMatch ? ['versionRequired', 'changedMeanwhile'] : []),
  ];
}

/** Every reason the route can fail with, by status. */
function failures(route: Route, reasons: Readonly<Record<string, { status: number }>>): Json {
  const shared = sharedFailures(route);
  const byStatus = new Map<number, string[]>();
  for (const reason of new Set([...shared, ...route.reasons])) {
    const status = reasons[reason]?.status ?? 500;
    byStatus.set(status, [...(byStatus.get(status) ?? []), reason]);
  }
  return Object.fromEntries([...byStatus].map(([status, names]) => [String(status), { description: names.join(', '), content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } }, ...(route.answer === 'page' ? { 'text/html': { schema: { type: 'string' } } } : {}) } }]));
}
