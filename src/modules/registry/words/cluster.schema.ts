import { z } from 'zod';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { leveled } from '#platform/level/level.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';
import { organisationFilterSchema, organisationTypes, origins, ownerships, sectors } from './organisation.schema.ts';
import { dateSchema, idSchema, industryIdSchema, noteSchema, recordShape, refSchema, territoryIdSchema, visibilitySchema } from './record.schema.ts';

/** Three spatial scopes of a cluster: where it stands, where it radiates to, where it extends to. */
export const clusterScopes = ['base', 'radiates', 'extends'] as const;
export type ClusterScope = (typeof clusterScopes)[number];
export const clusterStates = ['active', 'proposed', 'closed'] as const;
/** What the cluster is recognised as, or is being raised to. */
export const clusterLevels = ['worldClass', 'worldClassTarget', 'national', 'provincial', 'city', 'county'] as const;
/** Legal nature of a cluster organisation, non-profit or market-run. */
export const legalForms = ['socialAssociation', 'publicInstitution', 'socialServiceOrganisation', 'company', 'solutionProvider', 'incubationCentre', 'otherForm', 'notStated'] as const;
/** A company of its own, or a federation of its members. */
export const organisationForms = ['company', 'federation', 'otherForm', 'notStated'] as const;
/** Who took the lead in founding it. */
export const leadKinds = ['backboneEnterprise', 'researchInstitute', 'association', 'government', 'otherLead', 'notStated'] as const;
/** The five promotion functions: exchange, government–business matching, joint innovation, openness, self-discipline. */
export const promotionFunctions = ['exchange', 'matching', 'innovation', 'openness', 'selfDiscipline'] as const;
export type PromotionFunction = (typeof promotionFunctions)[number];
export const yesNoUnknown = ['yes', 'no', 'notStated'] as const;
export const bodySlots = ['decide', 'run', 'advise'] as const;

const clusterFields = {
  name: nameSchema,
  state: z.enum(clusterStates).default('active'),
  level: z.enum(clusterLevels).nullable().default(null),
  industryIds: z.array(industryIdSchema).max(20).default([]),
  /** What the cluster makes, in words, where no classification fits. */
  field: z.string().trim().max(200).nullable().default(null),
  territories: z.array(z.strictObject({ territoryId: territoryIdSchema, scope: z.enum(clusterScopes) })).max(60).default([]),
  startedYear: z.number().int().min(1800).max(2200).nullable().default(null),
  description: noteSchema.nullable().default(null),
  visibility: visibilitySchema.default('open'),
};
export const clusterInputSchema = z.strictObject(clusterFields);
export type ClusterInput = z.infer<typeof clusterInputSchema>;
export const clusterPatchSchema = z.strictObject(
  Object.fromEntries(
    Object.entries(clusterFields).map(([key, schema]) => [key, (schema instanceof z.ZodDefault ? (schema.unwrap() as z.ZodType) : schema).optional()]),
  ) as { [Key in keyof ClusterInput]: z.ZodOptional<z.ZodType<ClusterInput[Key]>> },
);
export type ClusterPatch = Partial<ClusterInput>;

/** Forms a cluster from a filter: every organisation that matches now becomes a member. */
export const formClusterSchema = z.strictObject({
  cluster: clusterInputSchema,
  filter: organisationFilterSchema,
  membershipClass: z.enum(['core', 'partner', 'regional', 'other']).default('other'),
});

export const clusterSummarySchema = z.object({
  ...recordShape,
  name: nameSchema,
  state: z.enum(clusterStates),
  level: z.enum(clusterLevels).nullable(),
  field: z.string().nullable(),
  startedYear: z.number().int().nullable(),
  industries: z.array(refSchema),
  territories: z.array(refSchema.extend({ scope: z.enum(clusterScopes) })),
  /** Members this reader may see. */
  memberCount: z.number().int(),
  lists: z.array(refSchema),
  mainOrganisation: refSchema.nullable(),
});
export type ClusterSummary = z.infer<typeof clusterSummarySchema>;
export const clusterSchema = clusterSummarySchema.extend({
  description: z.string().nullable(),
  /** Its territories and everything above them: what mandates are held against. */
  territoryIds: z.array(z.string()),
  /** The filter the cluster was formed from, when it was. */
  formedFrom: organisationFilterSchema.nullable(),
});
export type Cluster = z.infer<typeof clusterSchema>;

/** What only clusters are asked about. */
export const clusterOnlyShape = {
  level: z.enum(clusterLevels).optional(),
  /** With a cluster organisation in office, or without any. */
  promoted: z.enum(['true', 'false']).optional(),
  /** Clusters one of whose organisations in office answers these. */
  legalForm: z.enum(legalForms).optional(),
  form: z.enum(organisationForms).optional(),
  leadKind: z.enum(leadKinds).optional(),
  thirdParty: z.enum(yesNoUnknown).optional(),
  nonProfit: z.enum(yesNoUnknown).optional(),
  /** Clusters with an organisation in office that lacks a body to decide, run or advise. */
  emptySlot: z.enum(bodySlots).optional(),
};
/** One filter shape for the list, its counts and its exports. */
export const clusterFilterShape = {
  q: z.string().trim().max(100).optional(),
  territoryId: territoryIdSchema.optional(),
  industryId: industryIdSchema.optional(),
  listId: idSchema.optional(),
  /** Clusters that this organisation is a member of. */
  organisationId: idSchema.optional(),
  /** Clusters that this organisation promotes. */
  promoterId: idSchema.optional(),
  state: z.enum(clusterStates).optional(),
  ...clusterOnlyShape,
  sample: z.enum(['true', 'false']).optional(),
  archived: z.enum(['true', 'false']).default('false'),
};
export const clusterFilterSchema = z.strictObject(clusterFilterShape);
export type ClusterFilter = z.infer<typeof clusterFilterSchema>;
export const clusterListQuery = z.strictObject({
  ...pageQuery,
  ...clusterFilterShape,
  sort: z.enum(['name', '-name', 'updatedAt', '-updatedAt', 'memberCount', '-memberCount']).default('name'),
});

/** Counts of visible members along the axes the composition picture uses. */
export const compositionSchema = z.object({
  total: z.number().int(),
  byType: z.array(z.object({ type: z.enum(organisationTypes), count: z.number().int() })),
  bySize: z.array(z.object({ sizeClass: z.string().nullable(), count: z.number().int() })),
  byTerritory: z.array(refSchema.extend({ count: z.number().int() })),
  byIndustry: z.array(z.object({ id: z.string().nullable(), name: z.object({ zh: z.string().optional(), en: z.string().optional() }).nullable(), count: z.number().int() })),
  byClass: z.array(z.object({ membershipClass: z.string(), count: z.number().int() })),
  byOwnership: z.array(z.object({ ownership: z.enum(ownerships).nullable(), count: z.number().int() })),
  byOrigin: z.array(z.object({ origin: z.enum(origins).nullable(), count: z.number().int() })),
  bySector: z.array(z.object({ sector: z.enum(sectors).nullable(), count: z.number().int() })),
  withoutPin: z.number().int(),
  withoutTerritory: z.number().int(),
});
export type ClusterComposition = z.infer<typeof compositionSchema>;

export const membershipClasses = ['core', 'partner', 'regional', 'other'] as const;
export const membershipInputSchema = z.strictObject({
  organisationId: idSchema,
  membershipClass: z.enum(membershipClasses).default('other'),
  /** Its part in the division of labour. */
  specialty: z.string().trim().max(200).nullable().default(null),
  since: dateSchema.nullable().default(null),
  until: dateSchema.nullable().default(null),
});
export const membershipPatchSchema = z.strictObject({
  membershipClass: z.enum(membershipClasses).optional(),
  specialty: z.string().trim().max(200).nullable().optional(),
  since: dateSchema.nullable().optional(),
  until: dateSchema.nullable().optional(),
});
export const membershipListQuery = z.strictObject({
  ...pageQuery,
  q: z.string().trim().max(100).optional(),
  type: z.enum(organisationTypes).optional(),
  membershipClass: z.enum(membershipClasses).optional(),
  territoryId: territoryIdSchema.optional(),
  /** Members whose membership has ended stand in a list of their own. */
  ended: z.enum(['true', 'false']).default('false'),
  sort: z.enum(['name', '-name', 'since', '-since']).default('name'),
});
/** Columnar: one entry per member that a map may draw. */
export const pointsSchema = z.object({
  ids: z.array(z.string()),
  names: z.array(refSchema.shape.name),
  longitudes: z.array(z.number()),
  latitudes: z.array(z.number()),
  types: z.array(z.enum(organisationTypes)),
  classes: z.array(z.string()),
  sample: z.array(z.boolean()),
  /** Members a map cannot draw, counted in words. */
  withoutPin: z.number().int(),
});
export type Points = z.infer<typeof pointsSchema>;
export const membershipSchema = z.object({
  id: idSchema,
  clusterId: idSchema,
  organisation: refSchema.extend({ type: z.enum(organisationTypes), sample: z.boolean() }),
  territory: refSchema.nullable(),
  membershipClass: z.enum(membershipClasses),
  specialty: z.string().nullable(),
  since: dateSchema.nullable(),
  until: dateSchema.nullable(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
});
export type Membership = z.infer<typeof membershipSchema>;

/** The relation that makes an organisation the cluster's "network weaver": one main and any number of others. */
export const clusterOrganisationRoles = ['main', 'other'] as const;
const clusterOrganisationFields = {
  organisationId: idSchema,
  role: z.enum(clusterOrganisationRoles).default('main'),
  /** Its part in the work, in words; `functions` says the same in the five shared ones. */
  function: z.string().trim().max(300).nullable().default(null),
  functions: z.array(z.enum(promotionFunctions)).max(promotionFunctions.length).default([]),
  field: z.string().trim().max(200).nullable().default(null),
  legalForm: z.enum(legalForms).default('notStated'),
  form: z.enum(organisationForms).default('notStated'),
  leadKind: z.enum(leadKinds).default('notStated'),
  thirdParty: z.enum(yesNoUnknown).default('notStated'),
  nonProfit: z.enum(yesNoUnknown).default('notStated'),
  purpose: noteSchema.nullable().default(null),
  hostId: idSchema.nullable().default(null),
  operatorId: idSchema.nullable().default(null),
  allianceId: idSchema.nullable().default(null),
  /** The authority that supervises it or its operator. */
  supervisorId: idSchema.nullable().default(null),
  since: dateSchema.nullable().default(null),
  until: dateSchema.nullable().default(null),
};
export const clusterOrganisationInputSchema = z.strictObject(clusterOrganisationFields);
/** Replaces what is said of the relation; the organisation itself stays. */
export const clusterOrganisationUpdateSchema = z.strictObject(clusterOrganisationFields).omit({ organisationId: true });
export type ClusterOrganisationInput = z.infer<typeof clusterOrganisationInputSchema>;
export const seatSchema = z.object({
  id: idSchema,
  personName: z.string().nullable(),
  organisation: refSchema.nullable(),
  post: z.string().nullable(),
  sector: z.string().nullable(),
  country: z.string().nullable(),
  since: dateSchema.nullable(),
  until: dateSchema.nullable(),
  /** Position in the rota of presidents; null outside of a rota. */
  rotaOrder: z.number().int().nullable(),
  /** Person in a post: hired from the market, full-time, certificate. Null is "not stated". */
  hiredFromMarket: z.boolean().nullable(),
  fullTime: z.boolean().nullable(),
  certificate: leveled('internal', z.string()).nullable(),
});
export const seatInputSchema = z.strictObject({
  personName: z.string().trim().min(1).max(100).nullable().default(null),
  organisationId: idSchema.nullable().default(null),
  post: z.string().trim().max(100).nullable().default(null),
  sector: z.enum(['government', 'market', 'society']).nullable().default(null),
  country: z.string().trim().max(60).nullable().default(null),
  since: dateSchema.nullable().default(null),
  until: dateSchema.nullable().default(null),
  rotaOrder: z.number().int().min(1).max(100).nullable().default(null),
  hiredFromMarket: z.boolean().nullable().default(null),
  fullTime: z.boolean().nullable().default(null),
  certificate: leveled('internal', z.string().trim().max(200)).nullable().default(null),
});
/** A sub-organisation that this one raised, by field; a source may name neither the field nor the organisation. */
export const subOrganisationInputSchema = z.strictObject({
  organisationId: idSchema.nullable().default(null),
  field: z.string().trim().min(1).max(200).nullable().default(null),
  note: noteSchema.nullable().default(null),
});
export const subOrganisationSchema = z.object({ id: idSchema, organisation: refSchema.nullable(), field: z.string().nullable(), note: z.string().nullable() });
export const bodyInputSchema = z.strictObject({ slot: z.enum(bodySlots), name: nameSchema, note: noteSchema.nullable().default(null) });
export const bodySchema = z.object({
  id: idSchema,
  slot: z.enum(bodySlots),
  name: nameSchema,
  note: z.string().nullable(),
  seats: z.array(seatSchema),
  /** Ids of the seats that preside now and next, where the seats have a rota. */
  rota: z.object({ current: idSchema.nullable(), next: idSchema.nullable() }),
});
export const clusterOrganisationSchema = z.object({
  id: idSchema,
  clusterId: idSchema,
  organisation: refSchema,
  role: z.enum(clusterOrganisationRoles),
  function: z.string().nullable(),
  functions: z.array(z.enum(promotionFunctions)),
  field: z.string().nullable(),
  legalForm: z.enum(legalForms),
  form: z.enum(organisationForms),
  leadKind: z.enum(leadKinds),
  thirdParty: z.enum(yesNoUnknown),
  nonProfit: z.enum(yesNoUnknown),
  purpose: z.string().nullable(),
  host: refSchema.nullable(),
  operator: refSchema.nullable(),
  alliance: refSchema.nullable(),
  supervisor: refSchema.nullable(),
  since: dateSchema.nullable(),
  until: dateSchema.nullable(),
  subOrganisations: z.array(subOrganisationSchema),
  bodies: z.array(bodySchema),
  /** Slots that no body fills yet. */
  emptySlots: z.array(z.enum(bodySlots)),
});
export type ClusterOrganisation = z.infer<typeof clusterOrganisationSchema>;
