import { z } from 'zod';
import { visibilities } from '#platform/auth/permission.rules.ts';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { levels, leveledValues } from '#platform/level/level.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';

export const assetKinds = ['register', 'survey', 'statistics', 'records', 'model', 'product', 'other'] as const;
/** The five stages through which data gains value, in their order. */
export const assetStages = ['collect', 'process', 'circulate', 'operate', 'addValue'] as const;
export type AssetStage = (typeof assetStages)[number];
export const assetStates = ['active', 'retired', 'disposed'] as const;
export type AssetState = (typeof assetStates)[number];
/** At whose level a set is held: what province and city give together stays told apart. */
export const authorities = ['national', 'provincial', 'city', 'county', 'cluster', 'firm'] as const;
export const updateCycles = ['day', 'week', 'month', 'quarter', 'halfYear', 'year', 'once', 'unknown'] as const;
export type UpdateCycle = (typeof updateCycles)[number];
export const originKinds = ['derived', 'joined', 'part'] as const;
export const requestStates = ['open', 'granted', 'refused', 'withdrawn', 'ended'] as const;
export type RequestState = (typeof requestStates)[number];
export const accesses = ['read', 'process', 'publish'] as const;

const id = z.uuid();
const date = z.iso.date();
const refSchema = z.object({ id: z.string(), name: z.object({ zh: z.string().optional(), en: z.string().optional() }) });
const visibility = leveledValues({ open: 'public', internal: 'internal' }, z.enum(visibilities));
const territoryId = z.string().regex(/^(world|[a-z0-9-]{1,20}:[A-Za-z0-9-]{1,20})$/);
const words = (length: number) => z.string().trim().min(1).max(length);

const assetFields = {
  name: nameSchema,
  description: words(2000).nullable().default(null),
  kind: z.enum(assetKinds),
  /** The organisation that answers for the set. */
  ownerId: id,
  authority: z.enum(authorities),
  territoryId: territoryId.nullable().default(null),
  /** The source of the register that its rows came from; its batches tell when it was last brought up to date. */
  sourceId: id.nullable().default(null),
  level: z.enum(levels),
  licence: words(200).nullable().default(null),
  /** Where the set lies: an address, a system, a cabinet. */
  location: words(500).nullable().default(null),
  updateCycle: z.enum(updateCycles).default('unknown'),
  updatedOn: date.nullable().default(null),
  retainUntil: date.nullable().default(null),
  visibility: visibility.default('open'),
  origins: z.array(z.strictObject({ assetId: id, kind: z.enum(originKinds) })).max(50).default([]),
};
export const assetInputSchema = z.strictObject({ ...assetFields, stage: z.enum(assetStages).default('collect') });
export type AssetInput = z.infer<typeof assetInputSchema>;
/** The whole form again; the stage has its own step. */
export const assetEditSchema = z.strictObject(assetFields);
export type AssetEdit = z.infer<typeof assetEditSchema>;

export const assetSummarySchema = z.object({
  id,
  version: z.number().int().min(1),
  visibility,
  sample: z.boolean(),
  name: nameSchema,
  kind: z.enum(assetKinds),
  stage: z.enum(assetStages),
  state: z.enum(assetStates),
  owner: refSchema.nullable(),
  authority: z.enum(authorities),
  territory: refSchema.nullable(),
  level: z.enum(levels),
  updateCycle: z.enum(updateCycles),
  updatedOn: date.nullable(),
  /** The newest of what was told and what the batches of its source say. */
  freshOn: date.nullable(),
  /** Older than its cycle allows; null where the cycle or the last date is unknown. */
  stale: z.boolean().nullable(),
  retainUntil: date.nullable(),
  /** Grants in force. */
  grants: z.number().int().min(0),
  openRequests: z.number().int().min(0),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type AssetSummary = z.infer<typeof assetSummarySchema>;

const linkedSchema = z.object({ id: z.string(), name: refSchema.shape.name, kind: z.enum(originKinds) });
export const assetSchema = assetSummarySchema.extend({
  /** Territories with all above them, for rights on screen. */
  territoryIds: z.array(z.string()),
  description: z.string().nullable(),
  stateNote: z.string().nullable(),
  source: z.object({ id, title: z.string(), publisher: z.string().nullable() }).nullable(),
  licence: z.string().nullable(),
  location: z.string().nullable(),
  /** What it was made from, and what was made from it, as far as the reader may see them. */
  origins: z.array(linkedSchema),
  uses: z.array(linkedSchema),
  moves: z.array(z.object({ fromStage: z.enum(assetStages).nullable(), toStage: z.enum(assetStages), note: z.string().nullable(), movedByName: z.string(), movedAt: z.iso.datetime() })),
});
export type Asset = z.infer<typeof assetSchema>;

const flag = z.enum(['true', 'false']).optional();
export const assetFilterSchema = z.strictObject({
  q: z.string().trim().max(100).optional(),
  stage: z.enum(assetStages).optional(),
  kind: z.enum(assetKinds).optional(),
  authority: z.enum(authorities).optional(),
  state: z.enum(assetStates).optional(),
  ownerId: id.optional(),
  sourceId: id.optional(),
  stale: flag,
  /** Sets that nobody else was ever granted. */
  unshared: flag,
  /** To be renewed or disposed of: kept longer than planned. */
  overdue: flag,
});
export const assetSorts = ['name', '-name', 'freshOn', '-freshOn'] as const;
export const assetListQuery = assetFilterSchema.extend({ ...pageQuery, sort: z.enum(assetSorts).default('name') });

const count = z.number().int().min(0);
/** Sets by stage and by level of authority, and what needs somebody. */
export const assetTallySchema = z.object({
  stages: z.array(z.object({ stage: z.enum(assetStages), count })),
  authorities: z.array(z.object({ authority: z.enum(authorities), count })),
  active: count,
  stale: count,
  unshared: count,
  overdue: count,
  openRequests: count,
  lateRequests: count,
});
export type AssetTally = z.infer<typeof assetTallySchema>;

export const stageMoveSchema = z.strictObject({ toStage: z.enum(assetStages), note: words(1000).nullable().default(null) });
export const assetEndSchema = z.strictObject({ state: z.enum(['retired', 'disposed']), note: words(1000) });
export const assetRenewSchema = z.strictObject({ updatedOn: date.nullable().default(null), retainUntil: date.nullable().default(null) });

export const requestInputSchema = z.strictObject({ organisationId: id, access: z.enum(accesses), purpose: words(1000), wantedUntil: date.nullable().default(null) });
export const requestDecisionSchema = z.strictObject({ grant: z.boolean(), reason: words(1000), grantedUntil: date.nullable().default(null) });

export const dataRequestSchema = z.object({
  id,
  version: z.number().int().min(1),
  asset: refSchema,
  organisation: refSchema,
  askedByName: z.string(),
  /** Whether the reader asked it. */
  own: z.boolean(),
  /** Whether the reader may decide it. */
  mine: z.boolean(),
  access: z.enum(accesses),
  purpose: z.string(),
  wantedUntil: date.nullable(),
  state: z.enum(requestStates),
  /** Answered by then; null once it is decided. */
  dueAt: z.iso.datetime().nullable(),
  late: z.boolean(),
  decidedByName: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
  grantedUntil: date.nullable(),
  createdAt: z.iso.datetime(),
});
export type DataRequest = z.infer<typeof dataRequestSchema>;
export const requestListQuery = z.strictObject({ ...pageQuery, assetId: id.optional(), state: z.enum(requestStates).optional(), late: flag });
