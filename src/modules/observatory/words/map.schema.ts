import { z } from 'zod';
import { organisationTypes } from '#modules/registry/words/organisation.schema.ts';
import { idSchema, industryIdSchema, refSchema, territoryIdSchema } from '#modules/registry/words/record.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';

/** Sites in one answer; more are counted and said to be left out. */
export const siteCap = 50_000;
/** HDBSCAN answers at once up to here. */
export const hierarchyCap = 20_000;

const count = z.number().int().min(0);
const flag = z.enum(['true', 'false']);
const metres = z.number().min(0);

/** Which sites: the same words as the register's filter. */
export const sitesFilterShape = {
  q: z.string().trim().max(100).optional(),
  type: z.enum(organisationTypes).optional(),
  territoryId: territoryIdSchema.optional(),
  industryId: industryIdSchema.optional(),
  industryLabel: z.string().max(120).optional(),
  sample: flag.optional(),
};

export const densityMethods = ['dbscan', 'hdbscan'] as const;
/** How clusters are found; without eps the radius comes from the distances to the neighbours. */
export const densityShape = {
  method: z.enum(densityMethods).default('dbscan'),
  /** Metres. */
  eps: z.coerce.number().min(10).max(1_000_000).optional(),
  /** The site itself counts. */
  minPts: z.coerce.number().int().min(2).max(500).default(10),
  /** A registered cluster whose members are told apart: inside of a density cluster or not. */
  clusterId: idSchema.optional(),
};
export const densityMapQuery = z.strictObject({ ...sitesFilterShape, ...densityShape });
export type DensityMapQuery = z.output<typeof densityMapQuery>;

const named = z.object({ id: z.string(), name: refSchema.shape.name, count });
/** A density cluster: found from the points alone, it knows no borders and is no registered cluster. */
export const densityClusterSchema = z.object({
  number: z.number().int().min(1),
  sites: count,
  organisations: count,
  /** Middle of its sites. */
  longitude: z.number(),
  latitude: z.number(),
  /** Square kilometres within the drawn boundary. */
  area: z.number().min(0),
  /** Of HDBSCAN: excess of mass. */
  stability: z.number().nullable(),
  /** Largest first. `label:` ids are the sources' own words. */
  trades: z.array(named),
  territories: z.array(named),
  /** Registered clusters with members here: how many of their located members are inside. */
  registered: z.array(named.extend({ located: count })),
  /** MultiPolygon, degrees. */
  boundary: z.array(z.array(z.array(z.tuple([z.number(), z.number()])))),
});
export type DensityCluster = z.infer<typeof densityClusterSchema>;

export const densityMapSchema = z.object({
  /** Columns, one entry for each drawn site. */
  points: z.object({
    ids: z.array(z.string()),
    organisationIds: z.array(z.string()),
    longitudes: z.array(z.number()),
    latitudes: z.array(z.number()),
    /** Place in `trades`; −1: nobody said. */
    trades: z.array(z.number().int()),
    types: z.array(z.enum(organisationTypes)),
    /** Density cluster, 0 = in none. */
    labels: z.array(z.number().int()),
    /** Of the registered cluster asked for; empty without one. */
    members: z.array(z.boolean()),
  }),
  /** Parks, bases and facilities, in columns: they are drawn beside the sites and belong to no density cluster. */
  places: z.object({ ids: z.array(z.string()), longitudes: z.array(z.number()), latitudes: z.array(z.number()) }),
  trades: z.array(named),
  clusters: z.array(densityClusterSchema),
  /** Drawn sites in no density cluster. */
  scattered: count,
  /** Registered clusters with located members under this filter. */
  registered: z.array(refSchema.extend({ located: count, inside: count, densityClusters: count })),
  method: z.object({
    id: z.enum(densityMethods),
    version: z.string(),
    /** Metres; null of HDBSCAN. */
    eps: metres.nullable(),
    minPts: z.number().int(),
    suggestedEps: metres,
    /** Whether the distances turn clearly at the suggested radius. */
    clear: z.boolean(),
    /** Distance to the (minPts − 1)-th neighbour, ascending. */
    graph: z.array(z.object({ share: z.number(), distance: metres })),
    /** Metres from the nearest site to the drawn boundary. */
    boundaryRadius: metres,
  }),
  /** Sites under the filter, drawn or not. */
  total: count,
  omitted: z.object({ withoutPin: count, outside: count, beyondCap: count }),
});
export type DensityMap = z.infer<typeof densityMapSchema>;

export const siteStandings = ['clustered', 'scattered', 'withoutPin', 'outside'] as const;
export const mapSitesQuery = z.strictObject({
  ...pageQuery,
  ...sitesFilterShape,
  ...densityShape,
  /** One density cluster. */
  number: z.coerce.number().int().min(1).optional(),
  standing: z.enum(siteStandings).optional(),
  /** Only members of the registered cluster. */
  members: flag.optional(),
});
export const mapSiteSchema = z.object({
  id: idSchema,
  organisation: refSchema,
  name: z.string().nullable(),
  kind: z.string(),
  address: z.string().nullable(),
  type: z.enum(organisationTypes),
  trade: refSchema.nullable(),
  territory: refSchema.nullable(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  standing: z.enum(siteStandings),
  /** Density cluster, where it is in one. */
  number: z.number().int().nullable(),
  sample: z.boolean(),
});
export type MapSite = z.infer<typeof mapSiteSchema>;
