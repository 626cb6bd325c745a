import type { SensitivityRule } from '#kernel/sdc/primary.ts';
import type { CrossTableSummary } from '#modules/indicator/words/cross-table.schema.ts';
import { definePermissions } from '#platform/auth/define-permissions.rules.ts';
import { inForceOn } from './edition.rules.ts';
import { productDisclosureRule, type AppliedDisclosureRule, type DisclosureRule } from './disclosure.schema.ts';

export const disclosurePermissions = definePermissions({
  /** Who publishes tables; the rule, the causes and the hidden figures are for them alone. */
  'disclosure.manage': { within: ['operator', 'nationalOfficer'] },
});

/** The edition in force on a day, the last that has begun; else the product's own. */
export function disclosureRuleOn(editions: readonly DisclosureRule[], day: string): AppliedDisclosureRule {
  const edition = inForceOn(editions, day);
  if (!edition) return { ...productDisclosureRule, ruleId: null, validFrom: null, productDefault: true };
  const { minimumFrequency, dominanceCount, dominanceShare, p, range, id, validFrom } = edition;
  return { minimumFrequency, dominanceCount, dominanceShare, p, range, ruleId: id, validFrom, productDefault: false };
}

/** As the kernel applies it; without contributions dominance and p have nothing to judge. */
export const sensitivityOf = (rule: AppliedDisclosureRule): SensitivityRule => ({ minimumFrequency: rule.minimumFrequency, dominance: { n: rule.dominanceCount, k: rule.dominanceShare }, p: rule.p, range: rule.range });

/** Whether others see less of a table than its office: only then an edition of it makes sense. */
export const isProtected = ({ basis, visibility }: Pick<CrossTableSummary, 'basis' | 'visibility'>): boolean => basis === 'statisticalSurvey' || visibility === 'internal';

/** Tables that anybody can subtract from each other, whatever their vintage: one measure of one period over the same lines. */
export const seriesOf = (table: CrossTableSummary): string =>
  JSON.stringify([table.measure ?? table.name.zh ?? table.name.en, table.unit, table.period, table.areaSystem, table.industrySystem]);

export const mostCells = 12_000;
