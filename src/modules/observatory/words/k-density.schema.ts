import { z } from 'zod';
import { idSchema, industryIdSchema, refSchema } from '#modules/registry/words/record.schema.ts';
import { sitesFilterShape } from './map.schema.ts';

const { industryId: _, industryLabel: __, ...shape } = sitesFilterShape;

/** Distances of one trade's sites against chance: as many sites drawn from all sites under the same filter. */
export const kDensityInput = z
  .strictObject({
    ...shape,
    industryId: industryIdSchema.optional(),
    /** A source's own word, where nothing is classified. */
    industryLabel: z.string().max(120).optional(),
    /** Metres; without it, from the extent of the sites. */
    reach: z.number().min(100).max(1_000_000).optional(),
    draws: z.number().int().min(40).max(1000).default(200),
    alpha: z.number().min(0.01).max(0.2).default(0.05),
    seed: z.number().int().min(0).max(4_294_967_295).default(1),
  })
  .refine((input) => input.industryId !== undefined || input.industryLabel !== undefined, { message: 'tradeMissing' });
export type KDensityInput = z.output<typeof kDensityInput>;

export const kDensityCurveSchema = z.object({
  /** Sites of the trade, and all sites it was drawn against. */
  sites: z.number().int(),
  among: z.number().int(),
  /** Metres. */
  bandwidth: z.number(),
  r: z.array(z.number()),
  /** Per metre. */
  observed: z.array(z.number()),
  localLow: z.array(z.number()),
  localHigh: z.array(z.number()),
  globalLow: z.array(z.number()),
  globalHigh: z.array(z.number()),
  method: z.object({ id: z.string(), version: z.string() }),
});
export type KDensityCurve = z.infer<typeof kDensityCurveSchema>;

export const kDensitySchema = z.object({
  id: idSchema,
  askedAt: z.iso.datetime(),
  input: z.record(z.string(), z.unknown()),
  trade: refSchema,
  /** The work that measures it, when it takes long. */
  jobId: idSchema.nullable(),
  /** Null while it is being measured. */
  curve: kDensityCurveSchema.nullable(),
});
export type KDensity = z.infer<typeof kDensitySchema>;
