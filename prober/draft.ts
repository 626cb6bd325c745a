import fc from 'fast-check';
import type { OpenApiDocument, Operation } from './document.ts';
import { fromSchema, type Shape } from './from-schema.ts';
import { extraNames, hostileTexts, hostileValues, rawBodies, rawFiles, rawSegments } from './hostile.ts';

export const kinds = ['valid', 'boundary', 'wrongType', 'missing', 'extra', 'hostile', 'path', 'raw', 'header', 'anyMethod', 'anonymous'] as const;
export type Kind = (typeof kinds)[number];

/** One change of the sound parts, at the place that `place` names when all places are counted. */
export interface Change {
  how: 'replace' | 'remove' | 'add';
  place: number;
  name: string;
  value: unknown;
}

/** What is generated, shrunk and printed; ids are filled in when it is sent. */
export interface Draft {
  kind: Kind;
  method: string;
  /** Query and body together, so that one change can strike either. */
  parts: { query: Record<string, unknown>; body: unknown };
  changes: readonly Change[];
  /** Which known record the path points at, and a raw segment in place of one parameter. */
  record: number;
  segment: { at: number; raw: string } | null;
  headers: Readonly<Record<string, string>>;
  /** Index of a raw body or file, by content type. */
  raw: number | null;
  contentType: string | null;
}

type Weighted = { weight: number; arbitrary: fc.Arbitrary<Draft> };

const otherMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'LOCK'];
const hostileHeaders: readonly Readonly<Record<string, string>>[] = [
  { 'if-match': '"v99999999999"' }, { 'if-match': '*' }, { 'if-match': '' }, { 'if-match': "'; drop table x" }, { 'if-none-match': '*' }, { 'if-none-match': 'W/"x", "y"' },
  { 'idempotency-key': 'x'.repeat(300) }, { 'idempotency-key': "k'--" }, { 'idempotency-key': '\u00e9' }, { accept: 'application/xml' }, { accept: 'text/csv' }, { accept: ',;q=x' }, { 'accept-language': 'xx-'.repeat(500) }, { 'accept-language': '*;q=2, zh-;q=-1' },
  { 'accept-encoding': 'br;q=0, *' }, { 'content-encoding': 'gzip' }, { 'content-encoding': 'zip' }, { range: 'bytes=0-0,-1' }, { origin: 'https://elsewhere.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }, { 'x-forwarded-for': "1.1.1.1, '--" }, { 'x-forwarded-host': 'elsewhere.example' },
  { 'x-http-method-override': 'DELETE' }, { authorization: 'Bearer x' }, { authorization: `Bearer ${'x'.repeat(5000)}` }, { authorization: 'Basic Og==' }, { cookie: 'a=b; __proto__=c; =; x' }, { 'content-type': 'application/json;'.repeat(50) }, { expect: '200-ok' }, { te: 'trailers' },
];

/** Requests of every kind for one operation, the most telling kinds most often. */
export function draftsOf(operation: Operation, document: OpenApiDocument, knows: Shape['knows']): fc.Arbitrary<Draft> {
  const shape = (fields: Shape['fields'], edges = false): Shape => ({ document, knows, fields, edges });
  const sound = (how: Shape): fc.Arbitrary<Draft> =>
    fc.record({ parts: partsOf(operation, how), record: fc.nat(1000), raw: fc.nat(1000) }).map(({ parts, record, raw }) => {
      const contentType = contentTypeOf(operation);
      const isFile = contentType !== null && !isJson(contentType);
      return { kind: how.edges ? 'boundary' : 'valid', method: operation.method, parts, changes: [], record, segment: null, headers: {}, raw: isFile ? raw : null, contentType };
    });
  const valid = fc.oneof(sound(shape('required')), sound(shape('every')), sound(shape('some')));
  const changed = (kind: Kind, how: Change['how'], values: fc.Arbitrary<unknown>): fc.Arbitrary<Draft> => {
    const change = fc.record({ how: fc.constant(how), place: fc.nat(1000), name: fc.constantFrom(...extraNames), value: values });
    return fc.tuple(valid, fc.array(change, { minLength: 1, maxLength: 2, size: 'small' })).map(([draft, changes]) => ({ ...draft, kind, changes }));
  };
  const hostile = fc.constantFrom(...hostileTexts);
  const all: Weighted[] = [
    { weight: 6, arbitrary: valid },
    { weight: 4, arbitrary: sound(shape('some', true)) },
    { weight: 4, arbitrary: changed('wrongType', 'replace', fc.oneof(fc.constantFrom(...hostileValues), fc.jsonValue({ maxDepth: 2 }))) },
    { weight: 2, arbitrary: changed('missing', 'remove', fc.constant(null)) },
    { weight: 3, arbitrary: changed('extra', 'add', fc.oneof(hostile, fc.constantFrom(...hostileValues))) },
    { weight: 6, arbitrary: changed('hostile', 'replace', hostile) },
    { weight: 2, arbitrary: fc.tuple(valid, fc.nat(20), fc.constantFrom(...rawSegments)).map(([draft, at, raw]) => ({ ...draft, kind: 'path' as const, segment: { at, raw } })) },
    { weight: 2, arbitrary: fc.tuple(valid, fc.constantFrom(...hostileHeaders)).map(([draft, headers]) => ({ ...draft, kind: 'header' as const, headers })) },
    { weight: 1, arbitrary: fc.tuple(valid, fc.constantFrom(...otherMethods.filter((method) => !operation.offered.includes(method)))).map(([draft, method]) => ({ ...draft, kind: 'anyMethod' as const, method })) },
  ];
  if (operation.body) all.push({ weight: 4, arbitrary: fc.tuple(valid, fc.nat(rawBodies.length + rawFiles.length - 1)).map(([draft, raw]) => ({ ...draft, kind: 'raw' as const, raw })) });
  if (operation.secured) all.push({ weight: 1, arbitrary: valid.map((draft) => ({ ...draft, kind: 'anonymous' as const })) });
  return fc.oneof(...all);
}

export const isJson = (type: string): boolean => /^application\/(?:[\w.-]+\+)?json\b/i.test(type);

export function contentTypeOf(operation: Operation): string | null {
  const types = Object.keys(operation.body ?? {});
  return types.find(isJson) ?? types[0] ?? null;
}

function partsOf(operation: Operation, shape: Shape): fc.Arbitrary<Draft['parts']> {
  const inQuery = operation.parameters.filter((parameter) => parameter.in === 'query');
  const type = contentTypeOf(operation);
  const schema = type === null || !isJson(type) ? null : (operation.body?.[type]?.schema ?? {});
  const queries = fc.tuple(fc.record(Object.fromEntries(inQuery.map((one) => [one.name, fromSchema(one.schema ?? {}, one.name, shape)]))), fc.shuffledSubarray(inQuery, { maxLength: shape.fields === 'required' ? 0 : Math.min(2, inQuery.length) }));
  return fc.record({ query: queries.map(([values, some]) => chosenOf(values, [...inQuery.filter((one) => one.required), ...some])), body: schema ? fromSchema(schema, '', shape) : fc.constant(undefined) });
}

/** A list under all its filters at once finds nothing; the required ones and one or two more say more. */
function chosenOf(values: Record<string, unknown>, chosen: readonly { name: string }[]): Record<string, unknown> {
  return Object.fromEntries(chosen.map(({ name }) => [name, values[name]]));
}
