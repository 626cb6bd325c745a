import { z } from 'zod';
import { bodySlots, clusterLevels, clusterScopes, clusterStates, leadKinds, legalForms, organisationForms, promotionFunctions, yesNoUnknown } from './cluster.schema.ts';
import { sectors } from './organisation.schema.ts';
import { refSchema } from './record.schema.ts';

const count = z.number().int().min(0);
const answers = z.object({ yes: count, no: count, notStated: count });

/** What the 1+N organisations of a cluster cover together, where they overlap and what nobody does. */
export const clusterStructureSchema = z.object({
  organisations: count,
  functions: z.array(z.object({ function: z.enum(promotionFunctions), by: z.array(refSchema) })),
  /** Fields that an organisation or one of its sub-organisations answers for. */
  fields: z.array(z.object({ field: z.string(), by: z.array(refSchema), subOrganisations: count })),
  /** Organisations for which neither function nor field is stated. */
  undivided: z.array(refSchema),
  subOrganisations: z.object({ total: count, named: count, withoutField: count }),
  emptySlots: z.array(z.object({ organisation: refSchema, slots: z.array(z.enum(bodySlots)) })),
  seats: z.object({
    total: count,
    bySector: z.array(z.object({ sector: z.enum(sectors).nullable(), count })),
    missingSectors: z.array(z.enum(sectors)),
    byCountry: z.array(z.object({ country: z.string().nullable(), count })),
  }),
  /** Posts that run the organisations: how many are full-time, hired from the market, certified. */
  posts: z.object({ total: count, fullTime: answers, hiredFromMarket: answers, certified: count }),
  alliances: z.object({ items: z.array(refSchema), verdict: z.enum(['none', 'inRange', 'tooMany']) }),
  /** Members in the territories of each scope; one that lies in two counts in the inner one. */
  rings: z.array(z.object({ ring: z.enum([...clusterScopes, 'outside', 'unknown']), territories: count, members: count, clusterOrganisations: count, places: count })),
});
export type ClusterStructure = z.infer<typeof clusterStructureSchema>;
export type Ring = ClusterStructure['rings'][number];

/** Everything that an organisation is to clusters besides a member. */
export const clusterRoles = ['main', 'other', 'host', 'operator', 'alliance', 'supervisor', 'subOrganisation', 'seat'] as const;
export const clusterRoleSchema = z.object({
  id: z.string(),
  role: z.enum(clusterRoles),
  cluster: refSchema,
  /** The cluster organisation that the role is held at; null where it is the organisation itself or not for this reader. */
  at: refSchema.nullable(),
  body: z.object({ slot: z.enum(bodySlots), name: refSchema.shape.name }).nullable(),
  post: z.string().nullable(),
  since: z.string().nullable(),
  until: z.string().nullable(),
});
export type ClusterRole = z.infer<typeof clusterRoleSchema>;

const counted = { count };
const region = refSchema.extend(counted);
/** Counts of visible clusters under one filter. A cluster of several territories or lists counts in each of them. */
export const clusterFacetsSchema = z.object({
  total: count,
  withoutOrganisation: count,
  byState: z.array(z.object({ state: z.enum(clusterStates), count })),
  byLevel: z.array(z.object({ level: z.enum(clusterLevels).nullable(), count })),
  /** By where a cluster stands; scopes it radiates or extends to do not count. */
  byRegion: z.array(region),
  severalRegions: count,
  withoutRegion: count,
  byProvince: z.array(region),
  severalProvinces: count,
  byIndustry: z.array(region),
  withoutIndustry: count,
  byList: z.array(region),
  /** How many clusters stand on both of two lists. */
  listPairs: z.array(z.object({ one: refSchema, other: refSchema, both: count })),
  /** By the organisations in office: a cluster with two kinds counts in each. */
  byLegalForm: z.array(z.object({ legalForm: z.enum(legalForms), count })),
  byForm: z.array(z.object({ form: z.enum(organisationForms), count })),
  byLeadKind: z.array(z.object({ leadKind: z.enum(leadKinds), count })),
  byThirdParty: z.array(z.object({ thirdParty: z.enum(yesNoUnknown), count })),
  byNonProfit: z.array(z.object({ nonProfit: z.enum(yesNoUnknown), count })),
  byEmptySlot: z.array(z.object({ slot: z.enum(bodySlots), count })),
});
export type ClusterFacets = z.infer<typeof clusterFacetsSchema>;
