/**
 * Text to tree, by operator precedence (Pratt, Top Down Operator Precedence, 1973).
 *
 * expression := `or` < `and` < `not` < comparison (= != < <= > >= in, not in; no chains) < + − < * / < minus sign < ^
 * atom := number | 'text' | @2023-03-07 | true | false | unknown | name.with.dots | [list] | function(…) | (expression)
 */
import { accept, refuse, type Outcome, type Refused } from '../outcome.ts';
import { bindingOf, comparisonBinding, limits, minusBinding, notBinding, powerBinding, type Ast, type BinaryOperator } from './ast.ts';
import { functionWords } from './functions.ts';
import { tokenize, type Token, type TokenRefusal } from './tokenize.ts';

export type SyntaxRefusal = TokenRefusal | 'empty' | 'unexpected' | 'missing' | 'chainedComparison' | 'unknownFunction' | 'wrongArity' | 'tooDeep' | 'tooManyParts';

type Part = Outcome<Ast, SyntaxRefusal>;
const reserved: ReadonlySet<string> = new Set(['and', 'or', 'not', 'in', 'true', 'false', 'unknown', 'null']);

class Reader {
  private index = 0;
  private nodes = 0;
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.index + ahead, this.tokens.length - 1)] as Token;
  }

  take(): Token {
    const token = this.peek();
    this.index += 1;
    return token;
  }

  isNext(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return (token.kind === 'sign' || token.kind === 'name') && token.value === text;
  }

  unexpected(token: Token): Refused<SyntaxRefusal> {
    return token.kind === 'end' ? refuse('missing', { at: token.at }) : refuse('unexpected', { at: token.at, params: { found: token.value.slice(0, 40) } });
  }

  made(ast: Ast): Part {
    this.nodes += 1;
    return this.nodes > limits.nodes ? refuse('tooManyParts', { at: ast.at, params: { maximum: limits.nodes } }) : accept(ast);
  }
}

/** The next infix operator with the tokens it takes; null when the expression ends here. */
function infixAt(reader: Reader): { operator: BinaryOperator; tokens: number; negated: boolean } | null {
  const token = reader.peek();
  if (reader.isNext('not') && reader.isNext('in', 1)) return { operator: 'in', tokens: 2, negated: true };
  if (token.kind !== 'sign' && token.kind !== 'name') return null;
  return Object.hasOwn(bindingOf, token.value) ? { operator: token.value as BinaryOperator, tokens: 1, negated: false } : null;
}

function readItems(reader: Reader, close: string, depth: number): Outcome<Ast[], SyntaxRefusal> {
  const items: Ast[] = [];
  if (reader.isNext(close)) {
    reader.take();
    return accept(items);
  }
  for (;;) {
    const item = readExpression(reader, 0, depth);
    if (!item.ok) return item;
    items.push(item.value);
    const token = reader.take();
    if (token.kind === 'sign' && token.value === close) return accept(items);
    if (token.kind !== 'sign' || token.value !== ',') return reader.unexpected(token);
  }
}

function readCall(reader: Reader, token: Token, depth: number): Part {
  const words = functionWords.get(token.value);
  if (!words) return refuse('unknownFunction', { at: token.at, params: { name: token.value.slice(0, 40) } });
  reader.take();
  const items = readItems(reader, ')', depth);
  if (!items.ok) return items;
  if (items.value.length < words.least || items.value.length > words.most) {
    return refuse('wrongArity', { at: token.at, params: { name: token.value, least: words.least, most: words.most, found: items.value.length } });
  }
  return reader.made({ node: 'call', function: token.value, arguments: items.value, at: token.at });
}

function readName(reader: Reader, token: Token, depth: number): Part {
  const { value, at } = token;
  if (value === 'true' || value === 'false') return reader.made({ node: 'boolean', value: value === 'true', at });
  if (value === 'unknown' || value === 'null') return reader.made({ node: 'unknown', at });
  if (reserved.has(value)) return reader.unexpected(token);
  return reader.isNext('(') ? readCall(reader, token, depth) : reader.made({ node: 'name', name: value, at });
}

function readPrefix(reader: Reader, least: number, depth: number): Part {
  const token = reader.take();
  const { at } = token;
  switch (token.kind) {
    case 'number': return reader.made({ node: 'number', value: token.value, at });
    case 'text': return reader.made({ node: 'text', value: token.value, at });
    case 'date': return reader.made({ node: 'date', value: token.value, at });
    case 'end': return reader.unexpected(token);
    case 'name': {
      if (token.value !== 'not') return readName(reader, token, depth);
      if (least > notBinding) return reader.unexpected(token);
      const operand = readExpression(reader, notBinding, depth);
      return operand.ok ? reader.made({ node: 'unary', operator: 'not', operand: operand.value, at }) : operand;
    }
    case 'sign': {
      if (token.value === '-') {
        const operand = readExpression(reader, minusBinding, depth);
        return operand.ok ? reader.made({ node: 'unary', operator: '-', operand: operand.value, at }) : operand;
      }
      if (token.value === '[') {
        const items = readItems(reader, ']', depth);
        return items.ok ? reader.made({ node: 'list', items: items.value, at }) : items;
      }
      if (token.value !== '(') return reader.unexpected(token);
      const inner = readExpression(reader, 0, depth);
      if (!inner.ok) return inner;
      const close = reader.take();
      return close.kind === 'sign' && close.value === ')' ? inner : reader.unexpected(close);
    }
  }
}

/** Reads as long as operators bind at least as tightly as `least`. */
function readExpression(reader: Reader, least: number, depth: number): Part {
  if (depth >= limits.depth) return refuse('tooDeep', { at: reader.peek().at, params: { maximum: limits.depth } });
  const first = readPrefix(reader, least, depth + 1);
  if (!first.ok) return first;
  let left = first.value;
  let compared = false;
  for (let infix = infixAt(reader); infix; infix = infixAt(reader)) {
    const { operator, tokens, negated } = infix;
    const binding = bindingOf[operator];
    if (binding < least) break;
    const { at } = reader.peek();
    if (binding === comparisonBinding && compared) return refuse('chainedComparison', { at });
    for (let taken = 0; taken < tokens; taken += 1) reader.take();
    const right = readExpression(reader, binding === powerBinding ? powerBinding : binding + 1, depth + 1);
    if (!right.ok) return right;
    const whole = reader.made({ node: 'binary', operator, left, right: right.value, at });
    if (!whole.ok) return whole;
    left = negated ? { node: 'unary', operator: 'not', operand: whole.value, at } : whole.value;
    compared = binding === comparisonBinding;
  }
  return accept(left);
}

/** Reads a whole expression; errors carry the offset where reading stopped. Never throws. */
export function parseExpression(text: string): Part {
  const tokens = tokenize(text);
  if (!tokens.ok) return tokens;
  const reader = new Reader(tokens.value);
  if (reader.peek().kind === 'end') return refuse('empty', { at: 0 });
  const ast = readExpression(reader, 0, 0);
  if (!ast.ok) return ast;
  return reader.peek().kind === 'end' ? ast : reader.unexpected(reader.peek());
}
