import { z } from 'zod';
import { figureSchema } from '#platform/figure/figure.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';

const bilingual = z.object({ zh: z.string(), en: z.string() });
const nameShape = z.object({ zh: z.string().optional(), en: z.string().optional() });

export const figureSubjects = ['space', 'cluster', 'organisation', 'place', 'territory'] as const;
export const figuresQuery = z.strictObject({ subject: z.enum(figureSubjects), subjectId: z.string().min(1).max(60).optional() });
export const figuresSchema = z.object({ items: z.array(figureSchema) });

export const feedQuery = z.strictObject({ ...pageQuery, subjectKind: z.string().max(40).optional(), subjectId: z.string().max(60).optional() });
/** One thing that happened: who, what, old → new. */
export const feedEventSchema = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  event: z.string(),
  actor: z.string(),
  /** For whom, when the actor was a deputy. */
  actorFor: z.string().nullable(),
  subject: z.object({ kind: z.string(), id: z.string(), name: nameShape.nullable() }),
  changes: z.array(z.object({ field: z.string(), old: z.unknown(), new: z.unknown() })),
});
export type FeedEvent = z.infer<typeof feedEventSchema>;
/** The feed is filtered by rights row by row, so there is no total to give away. */
export const feedSchema = z.object({ items: z.array(feedEventSchema), nextCursor: z.string().nullable() });

export const waitingItemSchema = z.object({ key: z.string(), text: bilingual, detail: bilingual.optional(), href: z.string(), verb: bilingual, due: z.string().nullable() });
export const waitingSchema = z.object({ items: z.array(waitingItemSchema) });

export const cockpitSchema = z.object({
  figures: z.array(figureSchema),
  changes: z.array(feedEventSchema),
  /** Empty while no room watches anything; the state says which of the two an empty list means. */
  warnings: z.object({ state: z.enum(['noSource', 'quiet', 'raised']), items: z.array(waitingItemSchema) }),
  waiting: z.array(waitingItemSchema),
  asOf: z.iso.datetime(),
});
export type Cockpit = z.infer<typeof cockpitSchema>;
