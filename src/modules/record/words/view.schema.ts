import { z } from 'zod';
import { idSchema, writerSchema } from './subject.schema.ts';

/** A page of the product without query: `/organisations`. */
const pagePath = z.string().regex(/^\/(?!\/)[A-Za-z0-9\-_/.:~%]{0,200}$/);
/** Filters, order and columns as the address holds them, without the question mark. */
const query = z.string().max(2000).regex(/^[^?#\s<>"]*$/);
const name = z.string().trim().min(1).max(80);

export const viewInputSchema = z.strictObject({ page: pagePath, query, name, shared: z.boolean().default(false) });
export const viewPatchSchema = z.strictObject({ query: query.optional(), name: name.optional(), shared: z.boolean().optional() });
export const viewChoiceSchema = z.strictObject({ isDefault: z.boolean(), isPinned: z.boolean() });
export const viewSchema = z.object({
  id: idSchema,
  version: z.number().int().min(1),
  page: z.string(),
  query: z.string(),
  name: z.string(),
  /** Everybody in the space may use it. */
  shared: z.boolean(),
  owner: writerSchema,
  isOwn: z.boolean(),
  /** This reader's own choices. */
  isDefault: z.boolean(),
  isPinned: z.boolean(),
});
export type SavedView = z.infer<typeof viewSchema>;
export const viewPage = pagePath;
