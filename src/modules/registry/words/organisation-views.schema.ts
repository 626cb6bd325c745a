import { z } from 'zod';
import { titleKeys } from './list.schema.ts';
import { organisationFilterShape, organisationSummarySchema, organisationTypes, origins, ownerships, sectors, sizeClasses } from './organisation.schema.ts';
import { refSchema } from './record.schema.ts';

/** Points of a map in columns, one entry per drawn organisation at the same index of every column. */
export const pointCap = 20_000;
export const organisationPointsQuery = z.strictObject(organisationFilterShape);
export const organisationPointsSchema = z.object({
  ids: z.array(z.string()),
  names: z.array(z.object({ zh: z.string().optional(), en: z.string().optional() })),
  lon: z.array(z.number()),
  lat: z.array(z.number()),
  types: z.array(z.enum(organisationTypes)),
  /** Visible rows that match the filter, drawn or not. */
  total: z.number().int().min(0),
  omitted: z.object({
    /** No coordinates at all. */
    withoutPin: z.number().int().min(0),
    /** Coordinates that lie outside of the territory they claim. */
    outside: z.number().int().min(0),
    /** Beyond the cap of one answer. */
    beyondCap: z.number().int().min(0),
  }),
});
export type OrganisationPoints = z.infer<typeof organisationPointsSchema>;

const count = z.number().int().min(0);
/** Counts of visible rows under one filter. Every axis adds up to the total together with its "unknown" count. */
export const organisationFacetsSchema = z.object({
  total: count,
  byType: z.array(z.object({ type: z.enum(organisationTypes), count })),
  bySize: z.array(z.object({ sizeClass: z.enum(sizeClasses).nullable(), count })),
  bySubtype: z.array(z.object({ type: z.enum(organisationTypes), subtype: z.string().nullable(), count })),
  byOwnership: z.array(z.object({ ownership: z.enum(ownerships).nullable(), count })),
  byOrigin: z.array(z.object({ origin: z.enum(origins).nullable(), count })),
  bySector: z.array(z.object({ sector: z.enum(sectors).nullable(), count })),
  /** Titles valid today, by kind and level; an organisation with two counts in each. */
  byTitle: z.array(z.object({ key: z.enum(titleKeys), level: z.string().nullable(), count })),
  /** Children of the filter's territory; provinces where none is chosen. */
  byTerritory: z.array(refSchema.extend({ count })),
  /** Rows that are in none of the territories above, because they name a wider one. */
  territoryUndivided: count,
  withoutTerritory: count,
  /** Children of the filter's industry; the top of each classification where none is chosen. */
  byIndustry: z.array(refSchema.extend({ count })),
  industryUndivided: count,
  withoutIndustry: count,
  /** The sources' own words for the industry, most frequent first, at most 50. */
  byIndustryLabel: z.array(z.object({ label: z.string(), count })),
  withPin: count,
});
export type OrganisationFacets = z.infer<typeof organisationFacetsSchema>;

/** What a merge takes along; the same words name the moved rows in the preview, the audit and the messages. */
export const movedKinds = [
  'sites',
  'relations',
  'titles',
  'memberships',
  'clusterOrganisations',
  'roles',
  'seats',
  'places',
  'listEntries',
  'statements',
  'observations',
  'choices',
  'compositions',
  'aliases',
] as const;
export type MovedKind = (typeof movedKinds)[number];

export const organisationComparisonSchema = z.object({
  kept: organisationSummarySchema,
  merged: organisationSummarySchema,
  /** Rows that would move, and rows that the kept record already has and that would rest until a split. */
  moves: z.array(z.object({ kind: z.enum(movedKinds), moved: count, resting: count })),
  /** Names that would become aliases of the kept record. */
  aliases: z.array(z.string()),
  /** Fields in which the two records differ; the kept record's value stays. */
  differences: z.array(z.object({ field: z.string(), kept: z.unknown(), merged: z.unknown() })),
});
export type OrganisationComparison = z.infer<typeof organisationComparisonSchema>;
