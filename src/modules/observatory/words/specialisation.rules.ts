import { endDay, startDay, type Period } from '#kernel/quantity/period.ts';
import { readPeriod } from '#kernel/quantity/read-period.ts';
import { strongRuleDefault } from '#kernel/space/strong-clusters.ts';
import type { CrossTableSummary } from '#modules/indicator/words/cross-table.schema.ts';
import { definePermissions } from '#platform/auth/define-permissions.rules.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Thresholds } from './specialisation.schema.ts';

export const specialisationPermissions = definePermissions({
  /** The rule for strong clusters belongs to the whole space. */
  'strongRule.manage': { within: ['operator', 'nationalOfficer'] },
});

/** Of the US Cluster Mapping Project; no official text of ours states them, so they are the product's own until an edition says otherwise. */
export const productThresholds: Thresholds = strongRuleDefault;

type Scope = Pick<CrossTableSummary, 'id' | 'measure' | 'unit' | 'basis' | 'areaSystem' | 'industrySystem' | 'period'>;
export type Difference = 'sameTable' | 'otherMeasure' | 'sameMeasure' | 'otherUnit' | 'otherBasis' | 'otherAreas' | 'otherIndustries' | 'samePeriod' | 'otherPeriod' | 'laterPeriod' | 'unlikePeriods';

const sameLines = (one: Scope, other: Scope): Difference | null =>
  one.id === other.id ? 'sameTable' : one.areaSystem !== other.areaSystem ? 'otherAreas' : one.industrySystem !== other.industrySystem ? 'otherIndustries' : one.basis !== other.basis ? 'otherBasis' : null;

/** Why two tables are not two editions of one series; null where they are. */
export function differsInScope(one: Scope, other: Scope): Difference | null {
  return sameLines(one, other) ?? (one.measure !== other.measure ? 'otherMeasure' : one.unit !== other.unit ? 'otherUnit' : null);
}

/** A year beside a year, the first nine months beside the first nine. */
const isAlike = (one: Period, other: Period): boolean => one.kind === other.kind && (one.kind !== 'yearToDate' || (other.kind === 'yearToDate' && one.month === other.month));

/** Why a table may not be the earlier one of a growth. */
export function differsAsEarlier(now: Scope, earlier: Scope): Difference | null {
  const scope = differsInScope(now, earlier);
  if (scope) return scope;
  if (now.period === earlier.period) return 'samePeriod';
  const [late, early] = [readPeriod(now.period), readPeriod(earlier.period)];
  if (!late.ok || !early.ok || !isAlike(late.value, early.value)) return 'unlikePeriods';
  return endDay(early.value) < startDay(late.value) ? null : 'laterPeriod';
}

/** Why a table may not say how many establishments there are in the cells of another. */
export function differsAsFirms(employment: Scope, firms: Scope): Difference | null {
  return sameLines(employment, firms) ?? (employment.period !== firms.period ? 'otherPeriod' : employment.measure === firms.measure ? 'sameMeasure' : null);
}

const leftovers = /(^|[\s,;(])(n\.?f\.?d\.?|n\.?e\.?c\.? only|not further defined|inadequately described|not (stated|applicable|classified|elsewhere allocated)|unclassified|unknown|undefined|unallocated|total|all industries)\)?$|^(合计|总计|全部行业|未分类|未说明|未列明|不详|不适用|未归类)/i;

/** Whether the name of a column says that it holds what fits nowhere else, or everything: offered to be left out, never left out by itself. */
export const isLeftover = ({ code, name }: { code: string; name: Name }): boolean => [code, name.en, name.zh].some((words) => words !== undefined && leftovers.test(words.trim()));
