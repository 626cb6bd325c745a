/** The tree of an expression: plain JSON. `at` is the offset of the part in the text it was read from. */
import type { Decimal } from '../quantity/decimal.ts';

export const comparisonOperators = ['=', '!=', '<', '<=', '>', '>=', 'in'] as const;
export type ComparisonOperator = (typeof comparisonOperators)[number];
export type BinaryOperator = 'or' | 'and' | ComparisonOperator | '+' | '-' | '*' | '/' | '^';

export type Ast =
  | { node: 'number'; value: Decimal; at: number }
  | { node: 'text'; value: string; at: number }
  | { node: 'boolean'; value: boolean; at: number }
  | { node: 'date'; value: string; at: number }
  | { node: 'unknown'; at: number }
  | { node: 'list'; items: Ast[]; at: number }
  | { node: 'name'; name: string; at: number }
  | { node: 'unary'; operator: '-' | 'not'; operand: Ast; at: number }
  | { node: 'binary'; operator: BinaryOperator; left: Ast; right: Ast; at: number }
  | { node: 'call'; function: string; arguments: Ast[]; at: number };

/** How tightly an operator binds; comparisons do not chain, `^` groups to the right, all others to the left. */
export const bindingOf: Readonly<Record<BinaryOperator, number>> = {
  or: 1, and: 2, '=': 4, '!=': 4, '<': 4, '<=': 4, '>': 4, '>=': 4, in: 4, '+': 5, '-': 5, '*': 6, '/': 6, '^': 8,
};
export const notBinding = 3;
export const comparisonBinding = 4;
export const minusBinding = 7;
export const powerBinding = 8;
export const atomBinding = 9;

export const limits = {
  /** Characters of a text. */
  length: 4000,
  /** Brackets, calls and signs inside one another. */
  depth: 100,
  /** Parts of a tree. */
  nodes: 1000,
  /** Digits of any number on the way. */
  digits: 400,
  /** Parts evaluated and list items walked over. */
  steps: 100_000,
} as const;

export function childrenOf(ast: Ast): readonly Ast[] {
  switch (ast.node) {
    case 'list': return ast.items;
    case 'call': return ast.arguments;
    case 'unary': return [ast.operand];
    case 'binary': return [ast.left, ast.right];
    default: return [];
  }
}

/** Names an expression reads, each once, in order of first appearance. */
export function variablesOf(ast: Ast): string[] {
  const found = new Set<string>();
  const visit = (part: Ast): void => {
    if (part.node === 'name') found.add(part.name);
    childrenOf(part).forEach(visit);
  };
  visit(ast);
  return [...found];
}
