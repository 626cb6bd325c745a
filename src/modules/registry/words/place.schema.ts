import { z } from 'zod';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';
import { datums, pinVerdicts } from './organisation.schema.ts';
import { dateSchema, idSchema, noteSchema, recordShape, refSchema, territoryIdSchema, visibilitySchema } from './record.schema.ts';

/** Bases, parks and facilities are three kinds of place; none of them is a cluster, and none is a chain. */
export const placeKinds = ['base', 'park', 'facility'] as const;
export type PlaceKind = (typeof placeKinds)[number];
export const placeSubtypes = {
  base: ['innovationBase', 'industrialBase', 'demonstrationBase', 'reviewBase', 'otherBase'],
  park: ['highTechZone', 'demonstrationZone', 'economicZone', 'newTypePark', 'nursery', 'supplierPark', 'otherPark'],
  facility: ['manufacturingInnovationCentre', 'industrialInnovationCentre', 'technologyInnovationCentre', 'pilotBase', 'sharedManufacturing', 'laboratory', 'incubator', 'instrument', 'digitalInfrastructure', 'otherFacility'],
} as const satisfies Record<PlaceKind, readonly string[]>;
export const allPlaceSubtypes = Object.values(placeSubtypes).flat();

export const placeFunctions = ['production', 'living', 'ecology'] as const;
/** Begun by the locality itself, or set up from above. */
export const initiatives = ['bottomUp', 'topDown'] as const;
export const placeLevels = ['national', 'provincial', 'city', 'county'] as const;

const placeFields = {
  kind: z.enum(placeKinds),
  subtype: z.enum(allPlaceSubtypes as unknown as [string, ...string[]]).nullable().default(null),
  name: nameSchema,
  level: z.enum(placeLevels).nullable().default(null),
  territoryId: territoryIdSchema.nullable().default(null),
  address: z.string().trim().max(300).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  datum: z.enum(datums).default('unknown'),
  /** Square kilometres as a decimal string. */
  areaKm2: z.string().regex(/^\d{1,9}(\.\d{1,6})?$/).nullable().default(null),
  /** What the ground is used for; production alone is where a zone starts from. */
  functions: z.array(z.enum(placeFunctions)).max(placeFunctions.length).default([]),
  /** New formats and models that it carries, in words. */
  formats: z.string().trim().max(300).nullable().default(null),
  initiative: z.enum(initiatives).nullable().default(null),
  /** When a nursery became a cluster, or a place the next thing it was grown for. */
  graduatedOn: dateSchema.nullable().default(null),
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
  functions: z.array(z.enum(placeFunctions)),
  formats: z.string().nullable(),
  initiative: z.enum(initiatives).nullable(),
  graduatedOn: dateSchema.nullable(),
  parent: refSchema.nullable(),
  clusters: z.array(refSchema),
  description: z.string().nullable(),
  territoryPath: z.array(refSchema),
  /** Facilities and sub-parks inside, and organisations with a site here by territory are listed by their own routes. */
  children: z.array(refSchema.extend({ kind: z.enum(placeKinds) })),
});
export type Place = z.infer<typeof placeSchema>;
export const placeFilterShape = {
  q: z.string().trim().max(100).optional(),
  kind: z.enum(placeKinds).optional(),
  subtype: z.string().max(60).optional(),
  level: z.enum(placeLevels).optional(),
  /** Places that are used for this, among other things. */
  function: z.enum(placeFunctions).optional(),
  graduated: z.enum(['true', 'false']).optional(),
  territoryId: territoryIdSchema.optional(),
  clusterId: idSchema.optional(),
  sample: z.enum(['true', 'false']).optional(),
  archived: z.enum(['true', 'false']).default('false'),
};
export const placeFilterSchema = z.strictObject(placeFilterShape);
export type PlaceFilter = z.infer<typeof placeFilterSchema>;
export const placeListQuery = z.strictObject({
  ...pageQuery,
  ...placeFilterShape,
  sort: z.enum(['name', '-name', 'updatedAt', '-updatedAt']).default('name'),
});

const count = z.number().int().min(0);
/** Counts of visible places under one filter. */
export const placeFacetsSchema = z.object({
  total: count,
  bySubtype: z.array(z.object({ kind: z.enum(placeKinds), subtype: z.string().nullable(), count })),
  byLevel: z.array(z.object({ level: z.enum(placeLevels).nullable(), count })),
  byFunction: z.array(z.object({ function: z.enum(placeFunctions), count })),
  productionOnly: count,
  graduated: count,
  inCluster: count,
  /** Children of the filter's territory; provinces where none is chosen. */
  byTerritory: z.array(refSchema.extend({ count })),
  withoutTerritory: count,
});
export type PlaceFacets = z.infer<typeof placeFacetsSchema>;
