import { z } from 'zod';
import { idSchema, noteSchema } from '#modules/registry/words/record.schema.ts';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';
import { stageDimensions, stages } from './stage.rules.ts';

const stage = z.enum(stages);
const outcome = z.enum(['pass', 'fail', 'unknown']);
const bilingual = z.object({ zh: z.string(), en: z.string() });
export const stageReasonsOfNone = ['open', 'noneFits', 'contradictory', 'noRule'] as const;

/** What is read of a cluster: the shown series of an indicator, or a count of its members. */
export const registryFacts = ['members', 'actorTypes', 'entryRate', 'exitRate', 'variety', 'relatedVariety'] as const;
export type RegistryFact = (typeof registryFacts)[number];
const factKey = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);
export const measureSchema = z.strictObject({
  key: factKey,
  dimension: z.enum(stageDimensions),
  title: z.strictObject({ zh: z.string().trim().min(1).max(100), en: z.string().trim().min(1).max(100) }),
  /** Key in the catalogue of indicators; null where it is counted in the register. */
  indicator: z.string().trim().min(1).max(80).nullable(),
  registry: z.enum(registryFacts).nullable(),
});
export type Measure = z.infer<typeof measureSchema>;

const clauseText = z.string().trim().min(1).max(200);
export const stageClauseSchema = z.strictObject({
  id: factKey,
  dimension: z.enum(stageDimensions),
  title: z.strictObject({ zh: clauseText, en: clauseText }),
  expression: z.string().trim().min(1).max(500),
  /** No pass without it. */
  required: z.boolean().default(false),
});
export type StageClause = z.infer<typeof stageClauseSchema>;

const adviceLine = z.strictObject({ zh: z.string().trim().min(1).max(500), en: z.string().trim().min(1).max(500), source: z.string().trim().min(1).max(300).nullable().default(null) });
export const stageRuleContentSchema = z.strictObject({
  /** The measure whose series tells of a cluster that is only emerging. */
  lead: factKey,
  /** How a series is read; see the lifecycle topic of the kernel. */
  reading: z.strictObject({
    least: z.number().int().min(5).max(40),
    window: z.number().int().min(5).max(40),
    alpha: z.number().min(0.001).max(0.5),
    seOfK: z.number().min(0.01).max(2),
    near: z.number().min(0).max(5),
  }),
  measures: z.array(measureSchema).min(1).max(40),
  stages: z.array(z.strictObject({ stage, atLeast: z.number().int().min(1).max(40), clauses: z.array(stageClauseSchema).min(1).max(40) })).min(1).max(stages.length),
  advice: z.array(z.strictObject({ stage, lines: z.array(adviceLine).max(12) })).max(stages.length).default([]),
});
export type StageRuleContent = z.infer<typeof stageRuleContentSchema>;

export const stageRuleInputSchema = z.strictObject({
  edition: z.string().trim().min(1).max(60),
  validFrom: z.iso.date(),
  /** The text it follows; an edition without one is marked as our own. */
  source: z.string().trim().min(1).max(300).nullable().default(null),
  note: noteSchema.min(1).max(1000),
  content: stageRuleContentSchema,
});
export const stageRuleSummarySchema = z.object({
  /** `default` is the edition that comes with the product. */
  id: z.string(),
  edition: z.string(),
  validFrom: z.iso.date(),
  validUntil: z.iso.date().nullable(),
  productDefault: z.boolean(),
  source: z.string().nullable(),
  note: z.string(),
  inForce: z.boolean(),
  createdByName: z.string().nullable(),
  createdAt: z.iso.datetime().nullable(),
});
export type StageRuleSummary = z.infer<typeof stageRuleSummarySchema>;
export const stageRuleSchema = stageRuleSummarySchema.extend({ content: stageRuleContentSchema });
export type StageRule = z.infer<typeof stageRuleSchema>;
export const stageRuleListQuery = z.strictObject({ ...pageQuery });

const number = z.number().nullable();
/** What one series or count says, with all that it was read from. */
export const measureEvidenceSchema = z.object({
  key: z.string(),
  dimension: z.enum(stageDimensions),
  title: bilingual,
  indicator: z.object({ id: idSchema, key: z.string(), name: nameSchema }).nullable(),
  registry: z.enum(registryFacts).nullable(),
  unit: z.string().nullable(),
  value: z.string().nullable(),
  period: z.string().nullable(),
  sources: z.array(z.string()),
  sample: z.boolean(),
  series: z.array(z.object({ period: z.string(), value: z.string() })),
  /** Null for a count and for a series that is not there. */
  hint: z
    .object({
      stage: z.enum(['initial', 'growth', 'maturity', 'decline', 'undetermined']),
      towards: z.enum(['initial', 'growth', 'maturity']).nullable(),
      emerging: z.boolean(),
      reason: z.enum(['tooFew', 'falls', 'noTrend', 'noCeiling', 'beforeTakeoff', 'betweenTurns', 'afterMaturity']),
      model: z.enum(['logistic', 'gompertz', 'exponential', 'linear']).nullable(),
      ceiling: number,
      ceilingError: number,
      saturation: number,
      takeoff: number,
      maturity: number,
      slope: number,
      chance: number,
      growth: number,
    })
    .nullable(),
  /** Why there is nothing, and what was left out. */
  notes: z.array(z.enum(['noIndicator', 'noValues', 'otherUnits', 'otherPeriods', 'notExact', 'beforeBreak', 'spliced', 'sinceMissing', 'noMembers'])),
  /** It rests on rows that not every reader of the cluster may see. */
  restricted: z.boolean(),
  /** Left out of this answer for that reason. */
  withheld: z.boolean(),
});
export type MeasureEvidence = z.infer<typeof measureEvidenceSchema>;

const clauseVerdictSchema = z.object({
  id: z.string(),
  dimension: z.enum(stageDimensions),
  title: bilingual,
  expression: z.string(),
  required: z.boolean(),
  outcome,
  inputs: z.array(z.object({ name: z.string(), value: z.unknown(), source: z.string().nullable(), asOf: z.string().nullable() })),
  distance: z.object({ actual: z.string().nullable(), operator: z.string(), threshold: z.string(), missing: z.string().nullable(), margin: z.string().nullable() }).nullable(),
  reason: z.string().nullable(),
});
export type ClauseVerdict = z.infer<typeof clauseVerdictSchema>;
export const stageEvidenceSchema = z.object({
  measures: z.array(measureEvidenceSchema),
  stages: z.array(z.object({ stage, outcome, atLeast: z.number().int(), clauses: z.array(clauseVerdictSchema) })),
});
export type StageEvidence = z.infer<typeof stageEvidenceSchema>;

export const opinionKinds = ['override', 'dissent'] as const;
const judged = { stage: stage.nullable(), towards: stage.nullable() };
export const opinionInputSchema = z
  .strictObject({ kind: z.enum(opinionKinds), stage, towards: stage.nullable().default(null), reason: noteSchema.min(1).max(2000) })
  .refine((given) => given.towards !== given.stage, { message: 'sameStage', path: ['towards'] });
export const withdrawalInputSchema = z.strictObject({ reason: z.string().trim().min(1).max(1000) });
export const opinionSchema = z.object({
  id: idSchema,
  kind: z.enum(opinionKinds),
  stage,
  towards: stage.nullable(),
  reason: z.string(),
  judgedByName: z.string(),
  judgedAt: z.iso.datetime(),
  /** Of the actor who asks. */
  own: z.boolean(),
  /** An override that a later one replaced stands as dissent. */
  inForce: z.boolean(),
  withdrawnAt: z.iso.datetime().nullable(),
  withdrawnByName: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
});
export type Opinion = z.infer<typeof opinionSchema>;

const verdictShape = {
  id: idSchema,
  on: z.iso.date(),
  /** What the rules say. */
  ...judged,
  reason: z.enum(stageReasonsOfNone).nullable(),
  emerging: z.boolean(),
  ruleId: z.string(),
  edition: z.string(),
  productDefault: z.boolean(),
  computedAt: z.iso.datetime(),
  computedByName: z.string(),
  sample: z.boolean(),
};
export const verdictSummarySchema = z.object({ ...verdictShape, shown: z.object({ ...judged, overridden: z.boolean() }), dissents: z.number().int() });
export type VerdictSummary = z.infer<typeof verdictSummarySchema>;
export const stageVerdictSchema = verdictSummarySchema.extend({ evidence: stageEvidenceSchema, opinions: z.array(opinionSchema), advice: z.array(z.object({ stage, lines: z.array(z.object({ zh: z.string(), en: z.string(), source: z.string().nullable() })) })) });
export type StageVerdict = z.infer<typeof stageVerdictSchema>;

export const clusterStageSchema = z.object({ latest: stageVerdictSchema.nullable(), history: z.array(verdictSummarySchema), rule: stageRuleSummarySchema.nullable(), /** What the one who asks may do here. */ may: z.object({ compute: z.boolean(), judge: z.boolean() }) });
export type ClusterStage = z.infer<typeof clusterStageSchema>;
export const computeInputSchema = z.strictObject({ on: z.iso.date().optional() });

export const stageListQuery = z.strictObject({
  ...pageQuery,
  q: z.string().trim().max(100).optional(),
  territoryId: z.string().max(60).optional(),
  stage: z.enum([...stages, 'undetermined', 'none']).optional(),
  disputed: z.enum(['true', 'false']).optional(),
  sort: z.enum(['name', '-name', 'on', '-on']).default('-on'),
});
export const clusterStageRowSchema = z.object({
  /** Of the cluster. */
  id: idSchema,
  name: nameSchema,
  sample: z.boolean(),
  latest: verdictSummarySchema.nullable(),
  history: z.array(z.object({ on: z.iso.date(), ...judged, emerging: z.boolean(), overridden: z.boolean() })),
});
export type ClusterStageRow = z.infer<typeof clusterStageRowSchema>;
