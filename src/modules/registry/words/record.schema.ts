import { z } from 'zod';
import { visibilities } from '#platform/auth/permission.rules.ts';
import { leveledValues } from '#platform/level/level.schema.ts';

export const idSchema = z.uuid();
export const territoryIdSchema = z.string().regex(/^(world|[a-z0-9-]{1,20}:[A-Za-z0-9-]{1,20})$/);
export const industryIdSchema = z.string().regex(/^[a-z0-9-]{1,20}:[A-Za-z0-9.-]{1,20}$/);
export const dateSchema = z.iso.date();
export const noteSchema = z.string().trim().max(4000);
export const visibilitySchema = leveledValues({ open: 'public', internal: 'internal' }, z.enum(visibilities));

/** What every editable record of a space carries. */
export const recordShape = {
  id: idSchema,
  version: z.number().int().min(1),
  visibility: visibilitySchema,
  /** Generated for demonstration, never a fact. */
  sample: z.boolean(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  archivedAt: z.iso.datetime().nullable(),
};

/** The records that statements, aliases, list entries and history may point at. */
export const subjectKinds = ['organisation', 'cluster', 'place', 'programme', 'territory'] as const;
export type SubjectKind = (typeof subjectKinds)[number];
export const subjectShape = { subjectKind: z.enum(subjectKinds), subjectId: z.string().min(1).max(60) };

/** A pointer to another record, with what is needed to show it as a link. */
export const refSchema = z.object({ id: z.string(), name: z.object({ zh: z.string().optional(), en: z.string().optional() }) });
export type Ref = z.infer<typeof refSchema>;
