/** What a formula is measured in, and whether it divides figures of two populations, before any figure is known. */
import { unitOf } from '../quantity/unit.ts';
import { childrenOf, type Ast } from './ast.ts';

/** Powers of dimensions: CNY a person is { money.CNY: 1, count.person: -1 }; a ratio is empty. `any` can't be told: a bare number, an unknown unit. */
export type Measure = ReadonlyMap<string, number> | 'any';

export interface UnitProblem {
  /** Offset of the sign that joins what does not go together. */
  at: number;
  left: string;
  right: string;
}

const plainDimensions = new Set(['ratio', 'points']);

/** Dimensions of a unit by its code; `any` for none. */
export function measureOf(unit: string | null): Measure {
  const dimension = unit === null ? undefined : unitOf(unit)?.dimension;
  if (dimension === undefined) return 'any';
  return new Map(plainDimensions.has(dimension) ? [] : [[dimension, 1]]);
}

export const sameMeasure = (left: Measure, right: Measure): boolean => left === 'any' || right === 'any' || measureText(left) === measureText(right);

/** `money.CNY/count.person`; `1` for a ratio. */
export function measureText(measure: Measure): string {
  if (measure === 'any') return '?';
  const parts = [...measure].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const side = (sign: number): string => parts.flatMap(([name, power]) => Array.from({ length: Math.max(0, power * sign) }, () => name)).join('·');
  return side(-1) === '' ? side(1) || '1' : `${side(1) || '1'}/${side(-1)}`;
}

function combined(left: Measure, right: Measure, sign: 1 | -1): Measure {
  if (left === 'any') return right === 'any' ? 'any' : sign === 1 ? right : 'any';
  if (right === 'any') return left;
  const powers = new Map(left);
  for (const [name, power] of right) {
    const sum = (powers.get(name) ?? 0) + sign * power;
    if (sum === 0) powers.delete(name);
    else powers.set(name, sum);
  }
  return powers;
}

/**
 * The measure of a formula whose names are measured as `ofName` says, with the places where unlike measures are added,
 * subtracted, compared or chosen between. A number in the text goes with everything: `x * 100`, `x / 12`.
 */
export function measureOfFormula(ast: Ast, ofName: (name: string) => Measure): { measure: Measure; problems: UnitProblem[] } {
  const problems: UnitProblem[] = [];
  const alike = (at: number, measures: readonly Measure[]): Measure => {
    const first = measures.find((one) => one !== 'any') ?? 'any';
    const other = measures.find((one) => !sameMeasure(first, one));
    if (other) problems.push({ at, left: measureText(first), right: measureText(other) });
    return first;
  };
  const visit = (part: Ast): Measure => {
    const below = childrenOf(part).map(visit);
    switch (part.node) {
      case 'name': return ofName(part.name);
      case 'unary': return below[0] ?? 'any';
      case 'binary': {
        const [left = 'any', right = 'any'] = below;
        if (part.operator === '*') return combined(left, right, 1);
        if (part.operator === '/') return combined(left, right, -1);
        if (part.operator === '^') return 'any';
        return alike(part.at, below);
      }
      case 'call':
        if (part.function === 'count' || part.function === 'has') return 'any';
        if (part.function === 'round' || part.function === 'abs') return below[0] ?? 'any';
        return alike(part.at, part.function === 'if' ? below.slice(1) : below);
      case 'list': return alike(part.at, below);
      default: return 'any';
    }
  };
  return { measure: visit(ast), problems };
}

/** The first division whose two sides are about populations that are told and not the same; null when there is none. */
export function ratioOfTwo(ast: Ast, populationOf: (name: string) => string | null): { at: number; above: string; below: string } | null {
  const told = (part: Ast): Set<string> => {
    const own = part.node === 'name' ? populationOf(part.name) : null;
    return new Set([...(own === null ? [] : [own]), ...childrenOf(part).flatMap((child) => [...told(child)])]);
  };
  const visit = (part: Ast): { at: number; above: string; below: string } | null => {
    if (part.node === 'binary' && part.operator === '/') {
      const [above, below] = [told(part.left), told(part.right)];
      const other = [...below].find((one) => !above.has(one));
      const first = [...above].find((one) => !below.has(one)) ?? [...above][0];
      if (first !== undefined && other !== undefined) return { at: part.at, above: first, below: other };
    }
    for (const child of childrenOf(part)) {
      const found = visit(child);
      if (found) return found;
    }
    return null;
  };
  return visit(ast);
}
