import { z } from 'zod';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';
import { datums, pinVerdicts } from './organisation.schema.ts';
import { idSchema, noteSchema, recordShape, refSchema, territoryIdSchema, visibilitySchema } from './record.schema.ts';

/** Bases, parks and facilities are three kinds of place; none of them is a cluster, and none is a chain. */
export const placeKinds = ['base', 'park', 'facility'] as const;
export type PlaceKind = (typeof placeKinds)[number];
export const placeSubtypes = {
  base: ['innovationBase', 'industrialBase', 'demonstrationBase', 'reviewBase', 'otherBase'],
  park: ['highTechZone', 'demonstrationZone', 'economicZone', 'newTypePark', 'nursery', 'supplierPark', 'otherPark'],
  facility: ['manufacturingInnovationCentre', 'industrialInnovationCentre', 'technologyInnovationCentre', 'pilotBase', 'sharedManufacturing', 'laboratory', 'incubator', 'instrument', 'digitalInfrastructure', 'otherFacility'],
} as const satisfies Record<PlaceKind, readonly string[]>;
export const allPlaceSubtypes = Object.values(placeSubtypes).flat();

const placeFields = {
  kind: z.enum(placeKinds),
  subtype: z.enum(allPlaceSubtypes as unknown as [string, ...string[]]).nullable().default(null),
  name: nameSchema,
  level: z.enum(['national', 'provincial', 'city', 'county']).nullable().default(null),
  territoryId: territoryIdSchema.nullable().default(null),
  address: z.string().trim().max(300).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  datum: z.enum(datums).default('unknown'),
  /** Square kilometres as a decimal string. */
  areaKm2: z.string().regex(/^\d{1,9}(\.\d{1,6})?$/).nullable().default(null),
  operatorId: idSchema.nullable().default(null),
  parentId: idSchema.nullable().default(null),
  clusterIds: z.array(idSchema).max(50).default([]),
  startedYear: z.number().int().min(1800).max(2200).nullable().default(null),
  description: noteSchema.nullable().default(null),
  visibility: visibilitySchema.default('open'),
};
export const placeInputSchema = z.strictObject(placeFields);
export type PlaceInput = z.infer<typeof placeInputSchema>;
export const placePatchSchema = z.strictObject(
  Object.fromEntries(
    Object.entries(placeFields).map(([key, schema]) => [key, (schema instanceof z.ZodDefault ? (schema.unwrap() as z.ZodType) : schema).optional()]),
  ) as { [Key in keyof PlaceInput]: z.ZodOptional<z.ZodType<PlaceInput[Key]>> },
);
export type PlacePatch = Partial<PlaceInput>;

export const placeSummarySchema = z.object({
  ...recordShape,
  kind: z.enum(placeKinds),
  subtype: z.string().nullable(),
  name: nameSchema,
  level: z.string().nullable(),
  territory: refSchema.nullable(),
  startedYear: z.number().int().nullable(),
  operator: refSchema.nullable(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
});
export type PlaceSummary = z.infer<typeof placeSummarySchema>;
export const placeSchema = placeSummarySchema.extend({
  address: z.string().nullable(),
  datum: z.enum(datums),
  /** As entered and in its own datum; `longitude` and `latitude` are what a map may draw. */
  enteredLongitude: z.number().nullable(),
  enteredLatitude: z.number().nullable(),
  pinVerdict: z.enum(pinVerdicts),
  pinDistance: z.number().nullable(),
  areaKm2: z.string().nullable(),
  parent: refSchema.nullable(),
  clusters: z.array(refSchema),
  description: z.string().nullable(),
  territoryPath: z.array(refSchema),
  /** Facilities and sub-parks inside, and organisations with a site here by territory are listed by their own routes. */
  children: z.array(refSchema.extend({ kind: z.enum(placeKinds) })),
});
export type Place = z.infer<typeof placeSchema>;
export const placeListQuery = z.strictObject({
  ...pageQuery,
  q: z.string().trim().max(100).optional(),
  kind: z.enum(placeKinds).optional(),
  subtype: z.string().max(60).optional(),
  territoryId: territoryIdSchema.optional(),
  clusterId: idSchema.optional(),
  sample: z.enum(['true', 'false']).optional(),
  archived: z.enum(['true', 'false']).default('false'),
  sort: z.enum(['name', '-name', 'updatedAt', '-updatedAt']).default('name'),
});
