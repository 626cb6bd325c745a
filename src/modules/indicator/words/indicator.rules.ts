import { variablesOf } from '#kernel/expression/ast.ts';
import { checkKinds } from '#kernel/expression/check-kinds.ts';
import { parseExpression } from '#kernel/expression/parse.ts';
import { isMoneyUnit, unitConflict, unitOf } from '#kernel/quantity/unit.ts';
import type { Role } from '#platform/auth/permission.rules.ts';
import { canTransition, defineLifecycle } from '#platform/lifecycle/lifecycle.rules.ts';
import { indicatorPermissions } from '../indicator.rules.ts';
import { indicatorStates, type IndicatorKind, type IndicatorState } from './indicator.schema.ts';

const managers: readonly Role[] = indicatorPermissions['indicator.manage'].within;

/** A draft may still change its meaning; an active one is what reports name; a retired one keeps its values and takes no new ones. */
export const indicatorLifecycle = defineLifecycle<IndicatorState>({
  initial: 'draft',
  states: indicatorStates,
  transitions: [
    { verb: 'activate', from: ['draft', 'retired'], to: 'active', roles: managers, requires: ['definition', 'unit'] },
    { verb: 'retire', from: ['active'], to: 'retired', roles: managers },
    { verb: 'withdraw', from: ['active'], to: 'draft', roles: managers },
  ],
});
export const indicatorVerbs = ['activate', 'retire', 'withdraw'] as const;
export type IndicatorVerb = (typeof indicatorVerbs)[number];

/** What a step asks of the record. */
export function fulfilledBy(indicator: { definition: unknown; unit: string | null }): ReadonlySet<string> {
  return new Set([...(indicator.definition ? ['definition'] : []), ...(indicator.unit ? ['unit'] : [])]);
}

export function stepOf(indicator: { state: IndicatorState; definition: unknown; unit: string | null }, verb: IndicatorVerb): { to: IndicatorState } | { refusal: 'wrongState' | 'definitionMissing' | 'unitMissing' } {
  const verdict = canTransition(indicatorLifecycle, indicator.state, verb, managers, fulfilledBy(indicator));
  if (verdict.allowed) return { to: verdict.to };
  if (verdict.reason === 'requirementMissing') return { refusal: verdict.missing?.includes('definition') ? 'definitionMissing' : 'unitMissing' };
  return { refusal: 'wrongState' };
}

export type MeaningRefusal = 'amountNeedsCurrency' | 'shareNeedsRatio' | 'formulaUnreadable' | 'formulaOfItself' | 'formulaNotNumber';

/** Whether kind, unit and formula of an indicator agree with each other. */
export function meaningRefusal(indicator: { key: string; kind: IndicatorKind; unit: string | null; formula: string | null }): MeaningRefusal | null {
  const { key, kind, unit, formula } = indicator;
  if (kind === 'amount' && unit !== null && !isMoneyUnit(unit)) return 'amountNeedsCurrency';
  if (kind === 'share' && unit !== null && unitOf(unit)?.dimension !== 'ratio') return 'shareNeedsRatio';
  if (formula === null) return null;
  const parsed = parseExpression(formula);
  if (!parsed.ok) return 'formulaUnreadable';
  if (variablesOf(parsed.value).includes(key)) return 'formulaOfItself';
  const checked = checkKinds(parsed.value, () => 'number');
  return checked.problems.length > 0 || (checked.kind !== 'number' && checked.kind !== 'any') ? 'formulaNotNumber' : null;
}

/** Keys of the indicators that a formula names. */
export function termsOf(formula: string | null): string[] {
  const parsed = formula === null ? null : parseExpression(formula);
  return parsed?.ok ? variablesOf(parsed.value) : [];
}

/** Whether a value in `unit` can be of an indicator in `own`; a unit that nobody has said yet takes any. */
export function unitFitsIndicator(own: string | null, unit: string | null): boolean {
  return own === null || unit === null || own === unit || unitConflict(own, unit) === null;
}
