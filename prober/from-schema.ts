import fc from 'fast-check';
import { resolve, type JsonSchema, type OpenApiDocument } from './document.ts';

/** Stands for a value that is known only when the request is sent: the id of a record by the name of its field. */
export class Known {
  readonly name: string;
  readonly pick: number;
  constructor(name: string, pick: number) {
    this.name = name;
    this.pick = pick;
  }
}

export interface Shape {
  document: OpenApiDocument;
  /** Names that have known values, among those that an enum allows where there is one. */
  knows(name: string, among?: readonly unknown[]): boolean;
  /** Which optional fields are said. */
  fields: 'required' | 'every' | 'some';
  /** Values at and just beyond the limits of the schema. */
  edges: boolean;
}

type Any = fc.Arbitrary<unknown>;

const deepest = 8;

/** Values that a schema accepts (with `edges`: and those next to it). A name without schema gives small JSON. */
export function fromSchema(given: JsonSchema, name: string, shape: Shape, depth = 0): Any {
  const schema = resolve<JsonSchema>(shape.document, given) ?? {};
  if (depth > deepest) return fc.constant(null);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return shape.knows(name, schema.enum) ? fc.oneof({ weight: 3, arbitrary: knownAs(name) }, { weight: 1, arbitrary: fc.constantFrom(...schema.enum) }) : fc.constantFrom(...schema.enum);
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return fc.oneof(...options.map((option) => ({ weight: isNull(option) ? 1 : 5, arbitrary: fromSchema(option, name, shape, depth + 1) })));
  if (schema.allOf) return fc.tuple(...schema.allOf.map((part) => fromSchema(part, name, shape, depth + 1))).map((parts) => Object.assign({}, ...parts) as unknown);
  const types = Array.isArray(schema.type) ? (schema.type as string[]) : [schema.type as string | undefined];
  return fc.oneof(...types.map((type) => ({ weight: type === 'null' ? 1 : 5, arbitrary: ofType(type, schema, name, shape, depth) })));
}

const isNull = (schema: JsonSchema): boolean => schema.type === 'null';

function ofType(type: string | undefined, schema: JsonSchema, name: string, shape: Shape, depth: number): Any {
  if (type === 'object') return objectOf(schema, shape, depth);
  if (type === 'array') return arrayOf(schema, name, shape, depth);
  if (type === 'integer' || type === 'number') return numberOf(type, schema, shape);
  if (type === 'boolean') return fc.boolean();
  if (type === 'string') return textOf(schema, name, shape);
  if (type === 'null') return fc.constant(null);
  return fc.oneof(fc.constant('probe'), fc.integer(), fc.boolean(), fc.constant(null));
}

function objectOf(schema: JsonSchema, shape: Shape, depth: number): Any {
  const properties = Object.entries(schema.properties ?? {});
  const parts = Object.fromEntries(properties.map(([key, part]) => [key, fromSchema(part, key, shape, depth + 1)]));
  const required = properties.map(([key]) => key).filter((key) => schema.required?.includes(key));
  const free = properties.length === 0 && schema.additionalProperties && typeof schema.additionalProperties === 'object' ? schema.additionalProperties : null;
  if (free) return fc.dictionary(fc.constantFrom('a', 'b', '样例'), fromSchema(free, '', shape, depth + 1), { maxKeys: 3 });
  if (shape.fields === 'every') return fc.record(parts);
  const some = fc.record(parts, { requiredKeys: required });
  if (shape.fields === 'some') return some;
  // An object of nothing but optional fields says nothing when empty, and most products refuse that.
  return required.length > 0 ? fc.record(Object.fromEntries(required.map((key) => [key, parts[key] as Any]))) : some;
}

function arrayOf(schema: JsonSchema, name: string, shape: Shape, depth: number): Any {
  const item = fromSchema(schema.items ?? {}, name, shape, depth + 1);
  const least = schema.minItems ?? 0;
  const most = Math.min(schema.maxItems ?? least + 3, shape.edges ? 200 : least + 3);
  const usual = fc.array(item, { minLength: shape.fields === 'every' ? Math.max(least, Math.min(1, most)) : least, maxLength: most, size: 'small' });
  if (!shape.edges || depth > 3) return usual;
  const sizes = [least - 1, least, most, most + 1].filter((size) => size >= 0 && size <= 200);
  return fc.oneof(usual, ...sizes.map((size) => item.map((one) => Array.from({ length: size }, () => one))));
}

function numberOf(type: 'integer' | 'number', schema: JsonSchema, shape: Shape): Any {
  const least = schema.minimum ?? (schema.exclusiveMinimum === undefined ? -1000 : schema.exclusiveMinimum + 1);
  const most = Math.max(least, schema.maximum ?? (schema.exclusiveMaximum === undefined ? 1_000_000 : schema.exclusiveMaximum - 1));
  const bound = { min: Math.max(Math.ceil(least), -(2 ** 53)), max: Math.min(Math.floor(most), 2 ** 53 - 1) };
  const usual: Any = type === 'integer' ? fc.integer({ min: Math.max(bound.min, -(2 ** 31)), max: Math.min(bound.max, 2 ** 31 - 1) }) : fc.double({ min: least, max: most, noNaN: true });
  return shape.edges ? fc.oneof(usual, fc.constantFrom(least, most, least - 1, most + 1, 0, 0.1, 2 ** 31, 2 ** 53, 1e21)) : usual;
}

const dates = ['2026-01-01', '2025-12-31', '2024-02-29', '1999-06-15', '2027-07-01'];
const edgeDates = ['0001-01-01', '0000-01-01', '1582-10-10', '9999-12-31', '2025-02-29', '1970-01-01'];

function textOf(schema: JsonSchema, name: string, shape: Shape): Any {
  const usual = usualText(schema, name, shape);
  if (!shape.edges) return usual;
  if (schema.format === 'date') return fc.oneof(usual, fc.constantFrom(...edgeDates));
  if (schema.format === 'date-time') return fc.oneof(usual, fc.constantFrom(...edgeDates.map((date) => `${date}T00:00:00.000Z`), '2026-06-30T23:59:60Z'));
  const sizes = [(schema.minLength ?? 1) - 1, schema.minLength ?? 1, schema.maxLength ?? 100, (schema.maxLength ?? 100) + 1].filter((size) => size >= 0 && size < 100_000);
  return fc.oneof(usual, fc.constantFrom(...sizes.flatMap((size) => ['a'.repeat(size), '样'.repeat(size), '😀'.repeat(size >> 1)])));
}

function usualText(schema: JsonSchema, name: string, shape: Shape): Any {
  if (shape.knows(name)) return fc.oneof({ weight: 5, arbitrary: knownAs(name) }, { weight: 1, arbitrary: freeText(schema) });
  return schema.format === 'uuid' ? knownAs(name) : freeText(schema);
}

const knownAs = (name: string): Any => fc.nat(1000).map((pick) => new Known(name, pick));

function freeText(schema: JsonSchema): fc.Arbitrary<string> {
  const least = schema.minLength ?? 0;
  const most = Math.max(least, Math.min(schema.maxLength ?? 40, least + 40));
  if (schema.format === 'uuid') return fc.uuid();
  if (schema.format === 'date') return fc.constantFrom(...dates);
  if (schema.format === 'date-time') return fc.constantFrom(...dates.map((date) => `${date}T08:00:00.000Z`));
  if (schema.format === 'email') return fc.nat(1e6).map((at) => `probe${at}@example.org`);
  if (schema.format === 'uri') return fc.nat(1e6).map((at) => `https://example.org/${at}`);
  const matching = schema.pattern === undefined ? null : fromPattern(schema.pattern);
  if (matching) return matching.map((value) => value.slice(0, schema.maxLength ?? value.length));
  const padded = (value: string): string => [...value.padEnd(least, 'x')].slice(0, most).join('');
  return fc.oneof(fc.nat(1e6).map((at) => padded(`probe${at}`)), fc.constant(padded('样例 Sample')), fc.string({ unit: 'grapheme', minLength: least, maxLength: most }).map(padded));
}

/** Null where the pattern uses what cannot be generated (look-around). */
function fromPattern(pattern: string): fc.Arbitrary<string> | null {
  try {
    return fc.stringMatching(new RegExp(pattern, 'u'), { size: 'small' });
  } catch {
    return null;
  }
}
