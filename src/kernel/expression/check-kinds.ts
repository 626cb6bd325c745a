/** Finds, before any fact is known, the places where an expression mixes kinds. Feeds the editor of formulas. */
import { refuse, type Refused } from '../outcome.ts';
import { childrenOf, type Ast } from './ast.ts';
import { functionWords } from './functions.ts';
import type { ValueKind } from './value.ts';

/** `any` is a kind that cannot be told beforehand. */
export type KnownKind = Exclude<ValueKind, 'unknown'> | 'any';
export type KindRefusal = 'wrongKind' | 'unknownName';

function fits(found: KnownKind, expected: KnownKind): boolean {
  return found === 'any' || expected === 'any' || found === expected;
}

/**
 * Problems in reading order; empty when none is certain. `kindOf` tells the kind of a name, undefined for a name
 * that does not exist. An expression with no problem here can still meet a wrong kind where a name is `any`.
 */
export function checkKinds(ast: Ast, kindOf: (name: string) => KnownKind | undefined): { kind: KnownKind; problems: Refused<KindRefusal>[] } {
  const problems: Refused<KindRefusal>[] = [];
  const expect = (part: Ast, found: KnownKind, ...expected: KnownKind[]) => {
    if (!expected.some((kind) => fits(found, kind))) problems.push(refuse('wrongKind', { at: part.at, params: { expected: expected.join('|'), found } }));
  };
  const visit = (part: Ast): KnownKind => {
    const children = childrenOf(part);
    const kinds = children.map(visit);
    const each = (...expected: KnownKind[]) => children.forEach((child, index) => expect(child, kinds[index] ?? 'any', ...expected));
    switch (part.node) {
      case 'number': case 'text': case 'boolean': case 'date': case 'list': return part.node;
      case 'unknown': return 'any';
      case 'name': {
        const kind = kindOf(part.name);
        if (kind === undefined) problems.push(refuse('unknownName', { at: part.at, params: { name: part.name } }));
        return kind ?? 'any';
      }
      case 'unary': {
        const kind = part.operator === 'not' ? 'boolean' : 'number';
        each(kind);
        return kind;
      }
      case 'binary': {
        const [left = 'any', right = 'any'] = kinds;
        if (part.operator === 'and' || part.operator === 'or') each('boolean');
        else if (part.operator === 'in') expect(part.right, right, 'list');
        else if (['+', '-', '*', '/', '^'].includes(part.operator)) {
          each('number');
          return 'number';
        } else {
          expect(part.right, right, left);
          each('number', 'text', 'date', ...(part.operator === '=' || part.operator === '!=' ? (['boolean'] as const) : []));
        }
        return 'boolean';
      }
      case 'call': {
        const words = functionWords.get(part.function);
        if (part.function === 'if') {
          expect(children[0] ?? part, kinds[0] ?? 'any', 'boolean');
          return kinds[1] === kinds[2] ? (kinds[1] ?? 'any') : 'any';
        }
        if (words?.parameters === 'several') each('number', 'date', ...(part.function === 'between' ? (['text'] as const) : (['list'] as const)));
        else if (words && words.parameters !== 'any' && words.parameters !== 'unknown') each(words.parameters);
        if (part.function === 'contains') expect(children[0] ?? part, kinds[0] ?? 'any', 'list', 'text');
        return words && words.result !== 'unknown' ? words.result : 'any';
      }
    }
  };
  const kind = visit(ast);
  return { kind, problems: problems.sort((a, b) => (a.at ?? 0) - (b.at ?? 0)) };
}
