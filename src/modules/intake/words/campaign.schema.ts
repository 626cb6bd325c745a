import { z } from 'zod';
import { deadlineRuleSchema, stepSchema } from '#platform/calendar/deadline.schema.ts';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';
import { holderShape, idSchema, legalBases, periodicities, refSchema, respondentKinds } from './form.schema.ts';

export const campaignStates = ['draft', 'open', 'closed', 'signedOff'] as const;
export type CampaignState = (typeof campaignStates)[number];
export const levelRanks = ['county', 'city', 'province', 'country', 'cluster'] as const;
export type LevelRank = (typeof levelRanks)[number];
/** Where a report stands for whoever waits for it. */
export const buckets = ['reported', 'missing', 'late', 'returned'] as const;
export type Bucket = (typeof buckets)[number];

/** The text form of kernel/quantity/period. */
export const periodSchema = z.string().min(1).max(40);

/** Who has to report. Every list that is not empty narrows; organisations named one by one are added. */
export const audienceSchema = z.strictObject({
  territoryIds: z.array(z.string().max(60)).max(200).default([]),
  clusterIds: z.array(idSchema).max(200).default([]),
  listIds: z.array(idSchema).max(50).default([]),
  titleKeys: z.array(z.string().max(40)).max(20).default([]),
  organisationTypes: z.array(z.string().max(40)).max(5).default([]),
  organisationIds: z.array(idSchema).max(5000).default([]),
  /** For forms that territories fill in: those of this rank inside the territories above. */
  rank: z.enum(['county', 'city', 'province']).default('city'),
});
export type Audience = z.output<typeof audienceSchema>;

/** From the firm upwards. Whoever holds the territory of this rank decides; without levels the campaign's holder does. */
export const levelSchema = z.strictObject({ rank: z.enum(levelRanks) });

export const campaignInputSchema = z.strictObject({
  name: nameSchema,
  ...holderShape,
  formId: idSchema,
  period: periodSchema,
  audience: audienceSchema.default({ territoryIds: [], clusterIds: [], listIds: [], titleKeys: [], organisationTypes: [], organisationIds: [], rank: 'city' }),
  levels: z.array(levelSchema).max(5).default([]),
  due: deadlineRuleSchema.default({ days: 15, roll: 'nextWorkingDay' }),
  /** Days before the due date on which whoever has not reported is reminded. */
  remindDays: z.array(z.number().int().min(0).max(60)).max(5).default([3, 1]),
  note: z.string().trim().max(4000).nullable().default(null),
});
export type CampaignInput = z.output<typeof campaignInputSchema>;
export const campaignChangeSchema = campaignInputSchema.omit({ territoryId: true, clusterId: true });

const count = z.number().int().min(0);
export const countsSchema = z.object({ total: count, reported: count, accepted: count, missing: count, late: count, returned: count });
export type Counts = z.output<typeof countsSchema>;

export const campaignSummarySchema = z.object({
  id: idSchema,
  version: z.number().int().min(1),
  sample: z.boolean(),
  name: nameSchema,
  period: z.string(),
  state: z.enum(campaignStates),
  form: refSchema,
  edition: z.number().int(),
  legalBasis: z.enum(legalBases),
  respondent: z.enum(respondentKinds),
  territory: refSchema.nullable(),
  cluster: refSchema.nullable(),
  dueAt: z.iso.datetime().nullable(),
  counts: countsSchema,
  isPublished: z.boolean(),
  createdAt: z.iso.datetime(),
  openedAt: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
  signedOffAt: z.iso.datetime().nullable(),
});
export type CampaignSummary = z.output<typeof campaignSummarySchema>;

export const campaignSchema = campaignSummarySchema.extend({
  periodicity: z.enum(periodicities),
  audience: audienceSchema,
  levels: z.array(levelSchema),
  due: deadlineRuleSchema,
  dueSteps: z.array(stepSchema),
  isDueProvisional: z.boolean(),
  remindDays: z.array(z.number().int()),
  note: z.string().nullable(),
  signedOffByName: z.string().nullable(),
  /** How many would have to report, while it is a draft. */
  audienceCount: count,
  /** The reader runs it, and does not only hold a level of it. */
  mayManage: z.boolean(),
});
export type Campaign = z.output<typeof campaignSchema>;

export const campaignListQuery = z.strictObject({
  ...pageQuery,
  q: z.string().trim().max(100).optional(),
  state: z.enum(campaignStates).optional(),
  formId: idSchema.optional(),
  period: z.string().max(40).optional(),
});

/** One line of the board: a territory with all below it, at the rank that was asked for. */
export const boardRowSchema = countsSchema.extend({ id: z.string(), name: nameSchema.nullable(), rank: z.string() });
export type BoardRow = z.output<typeof boardRowSchema>;
export const boardQuery = z.strictObject({
  /** Rows are the territories of this rank; the rank below the campaign's own while none is named. */
  rank: z.enum(['province', 'city', 'county', 'cluster']).optional(),
  territoryId: z.string().max(60).optional(),
});

/** How questions were answered: one line an answer. Text is counted, never shown. */
export const findingSchema = z.object({
  id: z.string(),
  field: z.string(),
  label: nameSchema,
  type: z.string(),
  answer: z.string().nullable(),
  answerLabel: nameSchema.nullable(),
  answered: count,
  share: z.number().nullable(),
  withheld: count,
  sum: z.string().nullable(),
  mean: z.string().nullable(),
  median: z.string().nullable(),
  unit: z.string().nullable(),
  scale: z.string().nullable(),
});
export type Finding = z.output<typeof findingSchema>;
