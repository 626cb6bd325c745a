import { z } from 'zod';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';
import { dateSchema, idSchema, industryIdSchema, noteSchema, recordShape, refSchema, territoryIdSchema, visibilitySchema } from './record.schema.ts';

/** The five actor types of a cluster. */
export const organisationTypes = ['government', 'enterprise', 'research', 'association', 'service'] as const;
export type OrganisationType = (typeof organisationTypes)[number];

/** Sub-types by type; a sub-type belongs to exactly one type. */
export const organisationSubtypes = {
  government: ['ministry', 'provincialDepartment', 'cityDepartment', 'countyDepartment', 'managementCommittee', 'otherGovernment'],
  enterprise: ['manufacturer', 'supplier', 'integrator', 'softwareFirm', 'tradingFirm', 'financialFirm', 'otherEnterprise'],
  research: ['university', 'researchInstitute', 'hospital', 'nationalLaboratory', 'newTypeResearchInstitution', 'otherResearch'],
  association: ['industryAssociation', 'alliance', 'chamber', 'foundation', 'clusterOrganisation', 'otherAssociation'],
  service: ['financeService', 'ipService', 'technologyTransfer', 'testingCertification', 'consulting', 'talentTraining', 'incubation', 'logistics', 'publicInstitution', 'socialServiceOrganisation', 'otherService'],
} as const satisfies Record<OrganisationType, readonly string[]>;
export const allSubtypes = Object.values(organisationSubtypes).flat();
export type OrganisationSubtype = (typeof allSubtypes)[number];

export const sectors = ['government', 'market', 'society'] as const;
export const sizeClasses = ['large', 'medium', 'small', 'micro'] as const;
export const ownerships = ['stateOwned', 'private', 'foreignInvested', 'jointVenture', 'collective', 'public', 'other'] as const;
export const origins = ['endogenous', 'attracted'] as const;
export const organisationStates = ['active', 'closed', 'merged'] as const;

export const datums = ['wgs84', 'gcj02', 'bd09', 'unknown'] as const;
export const pinVerdicts = ['inside', 'near', 'outside', 'noPolygon', 'noPin'] as const;

/** Coordinates keep the value and the datum they came in; the verdict says whether the pin fits its territory code. */
export const siteInputSchema = z.strictObject({
  kind: z.enum(['registered', 'headquarters', 'plant', 'laboratory', 'office', 'other']).default('registered'),
  /** What the works, shop or laboratory is called, where it has a name of its own. */
  name: z.string().trim().min(1).max(200).nullable().default(null),
  /** Its code in the source: a facility number. */
  externalCode: z.string().trim().min(1).max(60).nullable().default(null),
  address: z.string().trim().max(300).nullable().default(null),
  territoryId: territoryIdSchema.nullable().default(null),
  /** The park, base or facility that it lies in. */
  placeId: idSchema.nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  datum: z.enum(datums).default('unknown'),
});
export const siteSchema = siteInputSchema.extend({
  id: idSchema,
  territory: refSchema.nullable(),
  place: refSchema.nullable(),
  pinVerdict: z.enum(pinVerdicts),
  /** Metres from the boundary when the pin lies outside of its territory. */
  pinDistance: z.number().nullable(),
  /** What a map may draw; null when there is no pin or its verdict is "outside". */
  drawnLongitude: z.number().nullable(),
  drawnLatitude: z.number().nullable(),
});
export type Site = z.infer<typeof siteSchema>;

const organisationFields = {
  name: nameSchema,
  type: z.enum(organisationTypes),
  subtype: z.enum(allSubtypes as unknown as [string, ...string[]]).nullable().default(null),
  sector: z.enum(sectors).nullable().default(null),
  sizeClass: z.enum(sizeClasses).nullable().default(null),
  ownership: z.enum(ownerships).nullable().default(null),
  origin: z.enum(origins).nullable().default(null),
  /** Unified social credit code, 18 characters; the check character is verified. */
  uscc: z.string().trim().max(40).nullable().default(null),
  /** A code the source used: stock symbol, register number. */
  externalCode: z.string().trim().max(60).nullable().default(null),
  territoryId: territoryIdSchema.nullable().default(null),
  industryId: industryIdSchema.nullable().default(null),
  /** The source's own word for the industry where no classification code is known. */
  industryLabel: z.string().trim().max(120).nullable().default(null),
  foundedYear: z.number().int().min(1000).max(2200).nullable().default(null),
  website: z.url({ protocol: /^https?$/ }).max(300).nullable().default(null),
  description: noteSchema.nullable().default(null),
  visibility: visibilitySchema.default('open'),
};

export const organisationInputSchema = z.strictObject({ ...organisationFields, sites: z.array(siteInputSchema).max(50).default([]) });
export type OrganisationInput = z.infer<typeof organisationInputSchema>;

/** Every field optional; a field left out stays as it is. Sites, when given, replace the list. */
export const organisationPatchSchema = z.strictObject(
  Object.fromEntries(
    Object.entries({ ...organisationFields, sites: z.array(siteInputSchema).max(50) }).map(([key, schema]) => [
      key,
      (schema instanceof z.ZodDefault ? (schema.unwrap() as z.ZodType) : schema).optional(),
    ]),
  ) as { [Key in keyof OrganisationInput]: z.ZodOptional<z.ZodType<OrganisationInput[Key]>> },
);
export type OrganisationPatch = Partial<OrganisationInput>;

export const organisationSummarySchema = z.object({
  ...recordShape,
  name: nameSchema,
  type: z.enum(organisationTypes),
  subtype: z.string().nullable(),
  sector: z.enum(sectors).nullable(),
  sizeClass: z.enum(sizeClasses).nullable(),
  ownership: z.enum(ownerships).nullable(),
  origin: z.enum(origins).nullable(),
  uscc: z.string().nullable(),
  externalCode: z.string().nullable(),
  territory: refSchema.nullable(),
  industry: refSchema.nullable(),
  industryLabel: z.string().nullable(),
  foundedYear: z.number().int().nullable(),
  state: z.enum(organisationStates),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
});
export type OrganisationSummary = z.infer<typeof organisationSummarySchema>;

export const organisationSchema = organisationSummarySchema.extend({
  website: z.string().nullable(),
  description: z.string().nullable(),
  territoryPath: z.array(refSchema),
  sites: z.array(siteSchema),
  mergedInto: refSchema.nullable(),
});
export type Organisation = z.infer<typeof organisationSchema>;

/** One filter shape for lists, counts, exports, maps and for forming a cluster from a filter. */
export const organisationFilterShape = {
  q: z.string().trim().max(100).optional(),
  type: z.enum(organisationTypes).optional(),
  subtype: z.string().max(60).optional(),
  sizeClass: z.enum(sizeClasses).optional(),
  ownership: z.enum(ownerships).optional(),
  origin: z.enum(origins).optional(),
  sector: z.enum(sectors).optional(),
  /** Any territory of any level: rows below it count. */
  territoryId: territoryIdSchema.optional(),
  /** Any industry of any level: rows below it count. */
  industryId: industryIdSchema.optional(),
  industryLabel: z.string().max(120).optional(),
  clusterId: idSchema.optional(),
  /** Organisations with a site in this place or in one inside of it. */
  placeId: idSchema.optional(),
  listId: idSchema.optional(),
  titleKey: z.string().max(60).optional(),
  titleLevel: z.enum(['national', 'provincial', 'city', 'county']).optional(),
  batchId: idSchema.optional(),
  sample: z.enum(['true', 'false']).optional(),
  hasPin: z.enum(['true', 'false']).optional(),
  archived: z.enum(['true', 'false']).default('false'),
};
export const organisationListQuery = z.strictObject({
  ...pageQuery,
  ...organisationFilterShape,
  sort: z.enum(['name', '-name', 'updatedAt', '-updatedAt', 'foundedYear', '-foundedYear']).default('name'),
});
export const organisationFilterSchema = z.strictObject(organisationFilterShape);
export type OrganisationFilter = z.infer<typeof organisationFilterSchema>;

/** Relations between two organisations. Competitor pairs have no direction. */
export const relationKinds = ['competitor', 'parent', 'host', 'operator', 'umbrella', 'alliance', 'founder'] as const;
export const relationInputSchema = z.strictObject({
  kind: z.enum(relationKinds),
  /** For directed kinds: the parent, host, operator, umbrella, alliance or founded body; this organisation is the child. */
  otherId: idSchema,
  since: dateSchema.nullable().default(null),
  until: dateSchema.nullable().default(null),
  note: noteSchema.nullable().default(null),
});
export const relationSchema = z.object({
  id: idSchema,
  kind: z.enum(relationKinds),
  direction: z.enum(['up', 'down', 'both']),
  other: refSchema,
  since: dateSchema.nullable(),
  until: dateSchema.nullable(),
  note: z.string().nullable(),
});
export type Relation = z.infer<typeof relationSchema>;
