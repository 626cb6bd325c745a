import { z } from 'zod';
import { pageQuery } from '#platform/page/page.schema.ts';
import { clusterOnlyShape, clusterStates } from './cluster.schema.ts';
import { organisationFilterShape, organisationTypes } from './organisation.schema.ts';
import { industryIdSchema, refSchema, territoryIdSchema } from './record.schema.ts';

export const territoryLevels = ['world', 'macroRegion', 'country', 'province', 'city', 'county', 'cityGroup', 'codeGroup', 'authority', 'other'] as const;
export const codeSystemKinds = ['territory', 'industry'] as const;

export const territorySummarySchema = z.object({
  ...refSchema.shape,
  code: z.string(),
  codeSystemId: z.string(),
  level: z.enum(territoryLevels),
  /** The Latin name was made by machine from the Chinese reading. */
  romanised: z.boolean(),
  parent: refSchema.nullable(),
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
});
export type TerritorySummary = z.infer<typeof territorySummarySchema>;

/** Records this reader may see, in the territory or below it. */
export const recordCountsSchema = z.object({ organisations: z.number().int(), clusters: z.number().int(), places: z.number().int() });
export type RecordCounts = z.infer<typeof recordCountsSchema>;
export const territorySchema = territorySummarySchema.extend({
  path: z.array(refSchema),
  successor: refSchema.nullable(),
  /** City groups and macro-regions that hold it, beside the tree. */
  groups: z.array(refSchema),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  counts: recordCountsSchema,
  children: z.array(territorySummarySchema.pick({ id: true, name: true, code: true, level: true }).extend({ counts: recordCountsSchema })),
});
export type Territory = z.infer<typeof territorySchema>;
export const territoryListQuery = z.strictObject({
  ...pageQuery,
  q: z.string().trim().max(100).optional(),
  parentId: territoryIdSchema.optional(),
  /** Anywhere below this territory. */
  within: territoryIdSchema.optional(),
  level: z.enum(territoryLevels).optional(),
  /** Codes that have been replaced are left out unless asked for. */
  superseded: z.enum(['true', 'false']).default('false'),
});

const counted = { count: z.number().int() };
export const territoryPictureSchema = z.object({
  counts: recordCountsSchema,
  byType: z.array(z.object({ type: z.enum(organisationTypes), ...counted })),
  bySize: z.array(z.object({ sizeClass: z.string().nullable(), ...counted })),
  byIndustry: z.array(z.object({ id: z.string().nullable(), name: refSchema.shape.name.nullable(), ...counted })),
  clusters: z.array(refSchema.extend({ memberCount: z.number().int(), sample: z.boolean() })),
  places: z.array(refSchema.extend({ kind: z.string(), sample: z.boolean() })),
  withoutPin: z.number().int(),
});
export type TerritoryPicture = z.infer<typeof territoryPictureSchema>;

export const industrySummarySchema = z.object({
  ...refSchema.shape,
  code: z.string(),
  codeSystemId: z.string(),
  level: z.string(),
  parentId: z.string().nullable(),
  childCount: z.number().int(),
});
export type IndustrySummary = z.infer<typeof industrySummarySchema>;
export const industrySchema = industrySummarySchema.extend({
  path: z.array(refSchema),
  children: z.array(industrySummarySchema),
  mappings: z.array(
    z.object({ industry: refSchema.extend({ code: z.string(), codeSystemId: z.string() }), relation: z.enum(['exact', 'broader', 'narrower', 'partial']), source: z.string() }),
  ),
});
export const industryListQuery = z.strictObject({
  ...pageQuery,
  q: z.string().trim().max(100).optional(),
  codeSystemId: z.string().max(40).optional(),
  parentId: industryIdSchema.optional(),
  /** Only the top of the tree. */
  top: z.enum(['true', 'false']).default('false'),
});

export const codeSystemSchema = z.object({
  id: z.string(),
  kind: z.enum(codeSystemKinds),
  name: refSchema.shape.name,
  issuer: refSchema.shape.name.nullable(),
  edition: z.string().nullable(),
  source: z.string(),
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
  sample: z.boolean(),
  entryCount: z.number().int(),
});
export type CodeSystem = z.infer<typeof codeSystemSchema>;

export const mapLevels = ['world', 'provinces', 'prefectures'] as const;
export type MapLevel = (typeof mapLevels)[number];
export const mapGeometryQuery = z.strictObject({ province: territoryIdSchema.optional() });
/** GeoJSON; each feature's id is the territory's. Coordinates are checked where they are loaded, not cell by cell here. */
export const mapGeometrySchema = z.object({
  level: z.enum(mapLevels),
  province: z.string().nullable(),
  collection: z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) }),
  source: z.string(),
});
export type MapGeometry = z.infer<typeof mapGeometrySchema>;

export const mapCountsQuery = z.strictObject({
  ...organisationFilterShape,
  of: z.enum(['organisations', 'clusters', 'places']).default('organisations'),
  /** Of clusters only. */
  state: z.enum(clusterStates).optional(),
  ...clusterOnlyShape,
  province: territoryIdSchema.optional(),
});
export const mapCountsSchema = z.object({
  items: z.array(refSchema.extend(counted)),
  /** Every record that matches, on the map or not. */
  total: z.number().int(),
  /** Records that belong to no territory shown at this level, counted in words. */
  elsewhere: z.number().int(),
  withoutTerritory: z.number().int(),
  withoutPin: z.number().int().nullable(),
});
export type MapCounts = z.infer<typeof mapCountsSchema>;

export const clusterGroups = ['listed', 'other', 'sample'] as const;
export const mapClustersQuery = z.strictObject({
  province: territoryIdSchema.optional(),
  q: z.string().trim().max(100).optional(),
  territoryId: territoryIdSchema.optional(),
  industryId: industryIdSchema.optional(),
  sample: z.enum(['true', 'false']).optional(),
});
/** Columnar: one entry for each territory a cluster stands in, at that territory's centre. */
export const mapClustersSchema = z.object({
  ids: z.array(z.string()),
  names: z.array(refSchema.shape.name),
  territories: z.array(refSchema.shape.name),
  longitudes: z.array(z.number()),
  latitudes: z.array(z.number()),
  /** On an official list, on none, or generated. */
  groups: z.array(z.enum(clusterGroups)),
  /** Every cluster that matches, and how many of them have at least one entry. */
  total: z.number().int(),
  drawn: z.number().int(),
  /** Left out, in words: outside of this map, or without a territory that has a centre. */
  elsewhere: z.number().int(),
  withoutCentre: z.number().int(),
  crossProvince: z.number().int(),
});
export type MapClusters = z.infer<typeof mapClustersSchema>;

export const codeSystemCheckSchema = z.object({
  /** Null while not even the system's own line can be read. */
  system: codeSystemSchema.omit({ entryCount: true, sample: true }).nullable(),
  /** The system of the same id that would be brought up to date. */
  replaces: codeSystemSchema.nullable(),
  entryCount: z.number().int(),
  levels: z.array(z.object({ level: z.string(), count: z.number().int() })),
  /** The first entries, as they were read. */
  entries: z.array(z.object({ code: z.string(), name: refSchema.shape.name, level: z.string(), parent: z.string().nullable() })),
  problemCount: z.number().int(),
  /** `row` counts entries from one; null for what concerns the whole file. */
  problems: z.array(z.object({ row: z.number().int().nullable(), field: z.string(), code: z.string().nullable(), reason: z.string() })),
});
export type CodeSystemCheck = z.infer<typeof codeSystemCheckSchema>;
