import { z } from 'zod';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { codeSystemKinds } from '../../words/territory.schema.ts';

const isDate = (text: string): boolean => !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u).refine(isDate);
const words = z.string().trim().min(1).max(500);
const code = z.string().trim().regex(/^[^\s:|,]{1,40}$/u);
const ring = z.array(z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])).min(4);
export const areaSchema = z.union([
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
]);

const entrySchema = z.strictObject({
  code,
  name: nameSchema,
  aliases: z.array(words).max(50).optional(),
  level: z.string().trim().min(1).max(40),
  /** A code of this system, or the id of an entry of another one: `cn:440600`. */
  parent: z.string().trim().min(1).max(80).optional(),
  validFrom: date.optional(),
  validUntil: date.optional(),
  /** The code that replaces this one. */
  successor: code.optional(),
  longitude: z.number().min(-180).max(180).optional(),
  latitude: z.number().min(-90).max(90).optional(),
  geometry: areaSchema.optional(),
});
export type DraftEntry = z.infer<typeof entrySchema>;

export const codeSystemDraftSchema = z.strictObject({
  system: z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/u),
    kind: z.enum(codeSystemKinds),
    name: nameSchema,
    issuer: nameSchema.optional(),
    edition: words.optional(),
    source: words,
    validFrom: date.optional(),
    validUntil: date.optional(),
    datum: z.enum(['wgs84', 'gcj02', 'bd09', 'unknown']).default('unknown'),
    sample: z.boolean().default(false),
  }),
  entries: z.array(entrySchema).min(1).max(100_000),
});
export type CodeSystemDraft = z.infer<typeof codeSystemDraftSchema>;
