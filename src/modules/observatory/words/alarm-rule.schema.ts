import { z } from 'zod';
import { observedKinds } from '#modules/indicator/words/observation.schema.ts';
import { idSchema, noteSchema } from '#modules/registry/words/record.schema.ts';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';
import { severities } from './warning.rules.ts';

const title = z.strictObject({ zh: z.string().trim().min(1).max(120), en: z.string().trim().min(1).max(120) });
export const comparisonOperators = ['<', '<=', '>', '>='] as const;
const operator = z.enum(comparisonOperators);
const bound = z.string().trim().regex(/^-?\d{1,15}(\.\d{1,8})?$/);
export const changeBases = ['previousPeriod', 'yearEarlier'] as const;

export const alarmTestSchema = z.discriminatedUnion('kind', [
  /** The newest value against a bound. */
  z.strictObject({ kind: z.literal('threshold'), operator, bound }),
  /** Its change, in % or in the unit itself. */
  z.strictObject({ kind: z.literal('change'), against: z.enum(changeBases), measure: z.enum(['percent', 'absolute']), operator, bound }),
  /** Places lost or won among all subjects of the rule since the period before. */
  z.strictObject({ kind: z.literal('rank'), direction: z.enum(['falls', 'rises']), places: z.number().int().min(1).max(1000) }),
  /** Its part of the sum over all subjects of the rule, in %. */
  z.strictObject({ kind: z.literal('share'), operator, bound }),
  /** Mann–Kendall over the last values. */
  z.strictObject({ kind: z.literal('trend'), direction: z.enum(['falls', 'rises']), window: z.number().int().min(5).max(60), alpha: z.number().min(0.001).max(0.5) }),
]);
export type AlarmTest = z.infer<typeof alarmTestSchema>;
export const alarmTestKinds = ['threshold', 'change', 'rank', 'share', 'trend'] as const;

export const alarmContentSchema = z.strictObject({
  title,
  severity: z.enum(severities),
  /** Whom it watches: all of a kind, those of one territory, or some by name. */
  subjects: z.strictObject({ kind: z.enum(observedKinds), territoryId: z.string().trim().min(1).max(60).nullable().default(null), ids: z.array(z.string().trim().min(1).max(60)).max(200).default([]) }),
  combine: z.enum(['all', 'any']).default('all'),
  tests: z.array(alarmTestSchema).min(1).max(6),
});
export type AlarmContent = z.infer<typeof alarmContentSchema>;
export type WatchedKind = AlarmContent['subjects']['kind'];

const editionFields = { validFrom: z.iso.date(), /** The text it follows; without one it is our own. */ source: z.string().trim().min(1).max(300).nullable().default(null), note: noteSchema.min(1).max(1000), content: alarmContentSchema };
export const alarmEditionInputSchema = z.strictObject(editionFields);
export const alarmRuleInputSchema = z.strictObject({ indicatorId: idSchema, ...editionFields });

export const alarmEditionSchema = z.object({
  id: idSchema,
  number: z.number().int().min(1),
  validFrom: z.iso.date(),
  source: z.string().nullable(),
  note: z.string(),
  content: alarmContentSchema,
  productDefault: z.boolean(),
  createdByName: z.string(),
  createdAt: z.iso.datetime(),
  inForce: z.boolean(),
});
export type AlarmEdition = z.infer<typeof alarmEditionSchema>;

export const alarmRuleStates = ['active', 'paused'] as const;
export const alarmRuleSummarySchema = z.object({
  id: idSchema,
  state: z.enum(alarmRuleStates),
  indicator: z.object({ id: idSchema, name: nameSchema, unit: z.string().nullable() }),
  sample: z.boolean(),
  createdAt: z.iso.datetime(),
  /** The edition in force; before its first day the first one. */
  edition: alarmEditionSchema,
  /** Warnings of it that the reader may see and nobody has dealt with. */
  openWarnings: z.number().int().min(0),
  evaluatedAt: z.iso.datetime().nullable(),
});
export type AlarmRuleSummary = z.infer<typeof alarmRuleSummarySchema>;
export const alarmRuleSchema = alarmRuleSummarySchema.extend({
  editions: z.array(alarmEditionSchema),
  territory: nameSchema.nullable(),
  /** What the last evaluation found. */
  outcome: z.object({ subjects: z.number().int(), raised: z.number().int(), known: z.number().int(), unknown: z.number().int() }).nullable(),
  may: z.object({ manage: z.boolean() }),
});
export type AlarmRule = z.infer<typeof alarmRuleSchema>;
export const alarmRuleListQuery = z.strictObject({ ...pageQuery, state: z.enum(alarmRuleStates).optional(), indicatorId: z.uuid().optional() });
export const alarmRuleStateInput = z.strictObject({ state: z.enum(alarmRuleStates) });
