import { z } from 'zod';
import { productRule } from '#kernel/sdc/primary.ts';
import { idSchema } from '#modules/registry/words/record.schema.ts';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';

/** Rules may be stricter than the product's own, never laxer. */
const ruleShape = {
  /** Fewest contributors of a figure. */
  minimumFrequency: z.number().int().min(3).max(1000),
  /** So many of the largest … */
  dominanceCount: z.literal(2),
  /** … must not make up more than so many percent. */
  dominanceShare: z.number().min(1).max(85),
  /** Nobody may be able to tell the largest contribution within so many percent. */
  p: z.number().min(10).max(100),
  /** Least room on either side of a hidden figure, percent of it. */
  range: z.number().min(10).max(100),
};
export const disclosureRuleSchema = z.object({ ...ruleShape, id: idSchema, version: z.number().int().min(1), validFrom: z.iso.date(), note: z.string().nullable(), createdAt: z.iso.datetime() });
export type DisclosureRule = z.infer<typeof disclosureRuleSchema>;
export const disclosureRuleInput = z.strictObject({ ...ruleShape, validFrom: z.iso.date(), note: z.string().trim().min(1).max(1000) });
export type DisclosureRuleInput = z.output<typeof disclosureRuleInput>;

/** The product's own rule, in force as long as no edition of the space is. */
export const productDisclosureRule = { minimumFrequency: productRule.minimumFrequency ?? 3, dominanceCount: 2, dominanceShare: productRule.dominance?.k ?? 85, p: productRule.p ?? 10, range: productRule.range } as const;
export const appliedDisclosureRuleSchema = z.object({ ...ruleShape, ruleId: idSchema.nullable(), validFrom: z.iso.date().nullable(), productDefault: z.boolean() });
export type AppliedDisclosureRule = z.infer<typeof appliedDisclosureRuleSchema>;

/** Why a figure is hidden: one of the rules, for another figure's sake, because an earlier edition hides it, or because nothing could be published. */
export const disclosureCauses = ['frequency', 'dominance', 'p', 'other', 'earlier', 'withheld'] as const;
export type DisclosureCause = (typeof disclosureCauses)[number];
export const judgedRules = ['frequency', 'dominance', 'p'] as const;

const count = z.number().int().min(0);
const tableRef = z.object({ id: idSchema, name: nameSchema, period: z.string() });
export const editionTallySchema = z.object({
  /** Figures and totals of the table. */
  cells: count,
  open: count,
  hidden: z.record(z.enum(disclosureCauses), count),
  /** That fall under the rule now, but were out before with the same figure. */
  alreadyOut: count,
  withheld: z.boolean(),
});
export type EditionTally = z.infer<typeof editionTallySchema>;
export const editionPreviewSchema = z.object({ table: tableRef, number: z.number().int().min(1), rule: appliedDisclosureRuleSchema, judgedBy: z.array(z.enum(judgedRules)), tally: editionTallySchema });
export type EditionPreview = z.infer<typeof editionPreviewSchema>;
export const tableEditionSchema = z.object({ ...editionPreviewSchema.shape, id: idSchema, version: z.number().int().min(1), publishedTableId: idSchema.nullable(), publishedAt: z.iso.datetime() });
export type TableEdition = z.infer<typeof tableEditionSchema>;

/** A line of a table; null stands for the total. */
const line = z.object({ code: z.string(), name: nameSchema }).nullable();
export const hiddenCellSchema = z.object({ id: z.string(), region: line, industry: line, cause: z.enum(disclosureCauses), value: z.number(), /** What can be told of it from this edition; null: nothing bounds it. */ lower: z.number(), upper: z.number().nullable() });
export type HiddenCell = z.infer<typeof hiddenCellSchema>;

export const editionInputSchema = z.strictObject({
  crossTableId: idSchema,
  /** Table of the same lines that counts the contributors; the table itself where its figures are counts. */
  countsId: idSchema,
  /** Tables of the largest and the second largest contribution; without them dominance and p cannot be judged. */
  largestId: idSchema.nullable().default(null),
  secondId: idSchema.nullable().default(null),
});
export type EditionInput = z.output<typeof editionInputSchema>;
export const editionListQuery = z.strictObject({ ...pageQuery, crossTableId: idSchema.optional() });
export const hiddenCellQuery = z.strictObject({ ...pageQuery });
