import { variablesOf } from '#kernel/expression/ast.ts';
import { checkKinds } from '#kernel/expression/check-kinds.ts';
import { measureOf, measureOfFormula, measureText, ratioOfTwo, sameMeasure, type Measure } from '#kernel/expression/check-units.ts';
import { parseExpression } from '#kernel/expression/parse.ts';
import { termsOf } from './indicator.rules.ts';
import type { FormulaTried } from './reading.schema.ts';

/** Whether a name in a formula stands for a count of records. */
export const recordSource = (name: string): boolean => name.startsWith('records.');

/** What is known of a name that a formula uses. */
export interface Named {
  unit: string | null;
  population: string | null;
}
export interface FormulaAsked {
  key: string;
  formula: string;
  unit: string | null;
}
type Problem = FormulaTried['problems'][number];

/** Per head and per firm: a count below the line needs no unit of its own. */
function withoutCounts(measure: Measure): Measure {
  if (measure === 'any') return measure;
  return new Map([...measure].filter(([name, power]) => !(power < 0 && name.startsWith('count.'))));
}

/** Keys on a way from the formula back to its own key, in order; empty when there is none. */
function circleOf(key: string, formula: string, formulas: ReadonlyMap<string, string>): string[] {
  const seen = new Set<string>();
  const walk = (at: string, way: readonly string[]): string[] => {
    for (const name of termsOf(at === key ? formula : (formulas.get(at) ?? null))) {
      if (name === key) return [...way, key];
      if (seen.has(name)) continue;
      seen.add(name);
      const found = walk(name, [...way, name]);
      if (found.length > 0) return found;
    }
    return [];
  };
  return walk(key, [key]);
}

/** Everything that can be wrong with a formula before a figure is known. `named` is undefined for a name that is not there. */
export function problemsOf({ key, formula, unit }: FormulaAsked, named: (name: string) => Named | undefined, formulas: ReadonlyMap<string, string>): { problems: Problem[]; measure: string } {
  const parsed = parseExpression(formula);
  if (!parsed.ok) return { problems: [{ reason: 'formulaUnreadable', at: parsed.at ?? null, about: [] }], measure: '?' };
  const ast = parsed.value;
  const problems: Problem[] = [];
  const say = (reason: Problem['reason'], at: number | null, about: string[] = []): void => void problems.push({ reason, at, about });
  const names = variablesOf(ast);
  if (key !== '' && names.includes(key)) say('formulaOfItself', null);
  const checked = checkKinds(ast, () => 'number');
  if (checked.problems.length > 0 || (checked.kind !== 'number' && checked.kind !== 'any')) say('formulaNotNumber', checked.problems[0]?.at ?? null);
  const circle = key === '' || names.includes(key) ? [] : circleOf(key, formula, formulas);
  if (circle.length > 0) say('formulaCycle', null, circle);
  for (const name of names) if (named(name) === undefined) say('formulaTermUnknown', null, [name]);
  const { measure, problems: mixed } = measureOfFormula(ast, (name) => measureOf(named(name)?.unit ?? null));
  for (const { at, left, right } of mixed) say('formulaUnits', at, [left, right]);
  const own = measureOf(unit);
  // What a name without a unit is measured in can't be told, nor what follows from it.
  const told = names.every((name) => (named(name)?.unit ?? null) !== null);
  if (told && mixed.length === 0 && !sameMeasure(measure, own) && !sameMeasure(withoutCounts(measure), own)) say('formulaUnit', null, [measureText(measure), measureText(own)]);
  const two = ratioOfTwo(ast, (name) => named(name)?.population ?? null);
  if (two) say('formulaPopulations', two.at, [two.above, two.below]);
  return { problems, measure: told ? measureText(measure) : '?' };
}

/** Problems that a definition is refused for; an unknown name may be defined later. */
export const refusing = (problems: readonly Problem[]): Problem | undefined => problems.find(({ reason }) => reason === 'formulaCycle' || reason === 'formulaUnits' || reason === 'formulaUnit' || reason === 'formulaPopulations');
