import { z } from 'zod';

type Json = { type?: string | string[]; properties?: Record<string, Json>; required?: string[]; enum?: unknown[]; const?: unknown; format?: string; pattern?: string; minLength?: number; minimum?: number; minItems?: number; items?: Json; anyOf?: Json[]; oneOf?: Json[]; default?: unknown };

/** Ids of real records by field name, so that a generated body points at things that exist. */
export type KnownIds = Readonly<Record<string, string>>;

/** The smallest body a schema accepts: required fields only, the first of each enum, known ids by field name. */
export function sampleBody(schema: z.ZodType, ids: KnownIds): unknown {
  return fill(jsonSchema(schema), '', { ids, everything: false });
}

/** A body that says everything it could; rules between fields may still refuse it. */
export function fullBody(schema: z.ZodType, ids: KnownIds): unknown {
  return fill(jsonSchema(schema), '', { ids, everything: true });
}

const jsonSchema = (schema: z.ZodType): Json => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;

interface Filling {
  ids: KnownIds;
  everything: boolean;
}

function fill(schema: Json, name: string, how: Filling): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = (schema.anyOf ?? schema.oneOf)?.find((option) => option.type !== 'null');
  if (choice) return fill(choice, name, how);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object') return fillObject(schema, how);
  if (type === 'array') return Array.from({ length: schema.minItems ?? (how.everything ? 1 : 0) }, () => fill(schema.items ?? {}, name, how));
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1;
  if (type === 'boolean') return true;
  if (type === 'string') return fillText(schema, name, how.ids);
  return null;
}

function fillObject(schema: Json, how: Filling): Record<string, unknown> {
  const properties = schema.properties ?? {};
  const names = Object.keys(properties);
  const isName = names.length === 2 && names.includes('zh') && names.includes('en');
  if (isName) return { zh: '探针', en: 'Probe' };
  // A mandate without scope and a statement without value are refused by rules that a schema cannot say.
  const wanted = names.filter((key) => how.everything || schema.required?.includes(key) || (key === 'value' && names.includes('operator')));
  return Object.fromEntries(wanted.map((key) => [key, fill(properties[key] ?? {}, key, how)]));
}

function fillText(schema: Json, name: string, ids: KnownIds): string {
  if (ids[name]) return ids[name];
  if (schema.format === 'uuid') return ids['anyId'] ?? '00000000-0000-7000-8000-000000000000';
  if (schema.format === 'date') return '2026-01-01';
  if (schema.format === 'date-time') return '2026-01-01T00:00:00.000Z';
  if (schema.format === 'uri') return 'https://example.org/';
  if (schema.format === 'email') return 'probe@example.org';
  if (schema.pattern?.includes(':[0-5]')) return '09:00';
  if (schema.pattern?.includes('\\d')) return '1';
  return 'probe'.padEnd(schema.minLength ?? 0, 'x');
}
