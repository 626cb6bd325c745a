import type { Ast } from '#kernel/expression/ast.ts';
import { ratioOfTwo } from '#kernel/expression/check-units.ts';
import { evaluateExpression } from '#kernel/expression/evaluate.ts';
import { unknown, type Value } from '#kernel/expression/value.ts';
import { convert } from '#kernel/quantity/unit.ts';
import type { Derived, TermValue } from './reading.schema.ts';

export const derivedMethod = { id: 'indicator.derived', version: '1' } as const;

/** A figure on its way into a formula. */
export interface Term extends TermValue {
  operator: string;
  /** Unit in which the formula counts it: that of its indicator. */
  counted: string | null;
  basis: string | null;
  /** Source and release, to tell two releases of one source apart. */
  sourceId: string | null;
  vintageId: string | null;
}

/**
 * What a formula gives for one subject and period. A term that is not told, not exact or in a unit that does not convert is
 * unknown, and so is what follows from it, unless the formula itself says what to do (`coalesce`, `has`); a ratio of two
 * scopes is refused. Decimal arithmetic; nothing is rounded here.
 */
export function derive(ast: Ast, terms: readonly Term[]): Derived {
  const values = new Map(terms.map((term) => [term.key, valueOfTerm(term)]));
  const bare: TermValue[] = terms.map(({ key, indicatorId, value, unit, period, missing, scope, vintageTitle, observationId }) => ({ key, indicatorId, value, unit, period, missing, scope, vintageTitle, observationId }));
  const none = (reason: NonNullable<Derived['reason']>, about: string[] = []): Derived => ({ value: null, reason, about, warnings: [], terms: bare });
  const scopes = new Map(terms.map(({ key, scope }) => [key, scope]));
  const two = ratioOfTwo(ast, (key) => scopes.get(key) ?? null);
  if (two) return none('scopesDiffer', [two.above, two.below]);
  const found = evaluateExpression(ast, (name) => values.get(name)?.value);
  if (!found.ok) return none('notANumber');
  if (found.value.kind === 'number') return { value: found.value.value, reason: null, about: [], warnings: warningsOf(terms), terms: bare };
  if (found.value.kind !== 'unknown') return none('notANumber');
  const first = [...values].find(([, { problem }]) => problem !== null);
  return first?.[1].problem ? none(first[1].problem, [first[0]]) : none(found.value.reason === 'divisionByZero' ? 'divisionByZero' : 'termMissing');
}

function valueOfTerm(term: Term): { value: Value; problem: Derived['reason'] } {
  const missing = { notStated: 'termMissing', notApplicable: 'termNotApplicable', suppressed: 'termSuppressed' } as const;
  if (term.value === null) return { value: unknown('notKnown'), problem: missing[term.missing ?? 'notStated'] };
  if (term.operator !== '=') return { value: unknown('notExact'), problem: 'termInexact' };
  if (term.counted === null || term.unit === null || term.counted === term.unit) return { value: { kind: 'number', value: term.value }, problem: null };
  const converted = convert(term.value, term.unit, term.counted);
  return converted.ok ? { value: { kind: 'number', value: converted.value }, problem: null } : { value: unknown('notReadable'), problem: 'unitsDiffer' };
}

function warningsOf(terms: readonly Term[]): Derived['warnings'] {
  const told = terms.filter(({ value }) => value !== null);
  const releases = new Map<string, Set<string>>();
  for (const { sourceId, vintageId } of told) if (sourceId !== null) releases.set(sourceId, (releases.get(sourceId) ?? new Set()).add(vintageId ?? ''));
  const scoped = told.filter(({ scope }) => scope !== null).length;
  return [
    ...([...releases.values()].some((found) => found.size > 1) ? (['vintagesDiffer'] as const) : []),
    ...(new Set(told.flatMap(({ basis }) => basis ?? [])).size > 1 ? (['basesDiffer'] as const) : []),
    ...(scoped > 0 && scoped < told.length ? (['scopeUnsaid'] as const) : []),
  ];
}
