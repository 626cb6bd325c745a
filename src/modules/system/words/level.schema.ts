import { z } from 'zod';
import { levels, levelSchema } from '#platform/level/level.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';

const instant = z.iso.datetime();

export const levelPolicySchema = z.object({
  version: z.number().int().min(0),
  /** What the installation may hold at most; set where it runs. */
  installation: levelSchema,
  /** What this space may hold at most. */
  ceiling: levelSchema,
  exportFreeUpTo: levelSchema,
  exportDays: z.number().int().min(1).max(90),
});
export type LevelPolicyView = z.infer<typeof levelPolicySchema>;
export const levelPolicyInputSchema = z.strictObject({ ceiling: levelSchema, exportFreeUpTo: levelSchema, exportDays: z.coerce.number().int().min(1).max(90) });

export const levelFieldSchema = z.object({
  id: z.string(),
  room: z.string(),
  record: z.string(),
  field: z.string(),
  level: levelSchema,
  /** Where it is declared: at the field, at its record, or by default for all answers alike. */
  declared: z.enum(['field', 'record', 'route']),
  /** Whether it can also be sent in. */
  input: z.boolean(),
});
export type LevelField = z.infer<typeof levelFieldSchema>;
export const levelFieldQuery = z.strictObject({ ...pageQuery, q: z.string().trim().max(100).optional(), level: z.enum(levels).optional(), room: z.string().max(40).optional(), declared: z.enum(['field', 'record', 'route']).optional() });

/** What the list is called, as its operation says it. */
const labelSchema = z.object({ zh: z.string(), en: z.string() });
const viewShape = {
  operation: z.string().min(1).max(80),
  params: z.record(z.string().max(60), z.string().max(400)).default({}),
  query: z.record(z.string().max(60), z.string().max(400)).default({}),
  format: z.enum(['csv', 'json']),
};
export const exportRequestInputSchema = z.strictObject({
  ...viewShape,
  rows: z.number().int().min(0).max(100_000),
  reason: z.string().trim().min(5).max(1000),
  /** The page where the list stands, so that the answer leads back to it. */
  href: z.string().regex(/^\/(?!\/)[^\s\\]{0,300}$/u).nullable().default(null),
});
export type ExportRequestInput = z.output<typeof exportRequestInputSchema>;
export const exportRequestStates = ['waiting', 'approved', 'declined', 'withdrawn'] as const;
export const exportRequestSchema = z.object({
  id: z.uuid(),
  label: labelSchema,
  personName: z.string(),
  mine: z.boolean(),
  ...viewShape,
  level: levelSchema,
  rowCount: z.number().int(),
  reason: z.string(),
  state: z.enum(exportRequestStates),
  approvalId: z.uuid().nullable(),
  createdAt: instant,
  decidedAt: instant.nullable(),
  expiresAt: instant.nullable(),
  fetchedCount: z.number().int(),
});
export type ExportRequest = z.infer<typeof exportRequestSchema>;
export const exportRequestQuery = z.strictObject({ ...pageQuery, operation: z.string().max(80).optional(), state: z.enum(exportRequestStates).optional() });

/** One entry of the audit about a list that left. */
export const exportSchema = z.object({ id: z.uuid(), at: instant, actorName: z.string(), operation: z.string(), label: labelSchema, filters: z.record(z.string(), z.string()), rows: z.number().int(), format: z.string(), level: z.string(), exportRequestId: z.string().nullable() });
export type Export = z.infer<typeof exportSchema>;
export const exportQuery = z.strictObject({ ...pageQuery, level: z.enum(levels).optional() });
