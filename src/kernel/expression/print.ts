/** Tree to canonical text: one space around operators, single quotes, only the brackets that are needed. */
import { atomBinding, bindingOf, comparisonBinding, minusBinding, notBinding, powerBinding, type Ast } from './ast.ts';

const escaped: ReadonlyMap<string, string> = new Map([['\\', '\\\\'], ["'", "\\'"], ['\n', '\\n'], ['\t', '\\t']]);

function quoted(text: string): string {
  return `'${text.replace(/[\\'\n\t]/g, (character) => escaped.get(character) ?? character)}'`;
}

function bindingOfAst(ast: Ast): number {
  if (ast.node === 'binary') return bindingOf[ast.operator];
  if (ast.node === 'unary') return ast.operator === 'not' ? notBinding : minusBinding;
  return atomBinding;
}

function inBrackets(ast: Ast, least: number): string {
  const text = printExpression(ast);
  return bindingOfAst(ast) < least ? `(${text})` : text;
}

function printBinary(ast: Extract<Ast, { node: 'binary' }>): string {
  const binding = bindingOf[ast.operator];
  const chains = binding !== comparisonBinding && binding !== powerBinding;
  const left = inBrackets(ast.left, chains ? binding : binding + 1);
  const right = inBrackets(ast.right, binding === powerBinding ? minusBinding : binding + 1);
  return `${left} ${ast.operator} ${right}`;
}

/** `parseExpression` reads the text back to the same tree (offsets aside), for every tree it can produce. */
export function printExpression(ast: Ast): string {
  switch (ast.node) {
    case 'number': return ast.value;
    case 'text': return quoted(ast.value);
    case 'boolean': return String(ast.value);
    case 'date': return `@${ast.value}`;
    case 'unknown': return 'unknown';
    case 'name': return ast.name;
    case 'list': return `[${ast.items.map(printExpression).join(', ')}]`;
    case 'call': return `${ast.function}(${ast.arguments.map(printExpression).join(', ')})`;
    case 'unary': return ast.operator === 'not' ? `not ${inBrackets(ast.operand, notBinding)}` : `-${inBrackets(ast.operand, minusBinding)}`;
    case 'binary': return printBinary(ast);
  }
}
