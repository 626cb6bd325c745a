import type { FieldProblem } from '#platform/result/result.rules.ts';

const deepest = 32;

/** A body that cannot be taken as JSON; says where and why. */
export class UnreadableBody extends Error {
  readonly statusCode = 400;
  readonly problem: FieldProblem;
  constructor(reason: string, path = 'body') {
    super(reason);
    this.problem = { path, reason };
  }
}

/**
 * Stricter than JSON.parse: broken UTF-8 is refused instead of being replaced, and so is a name given twice (reader and
 * sender may disagree which one counts), nesting beyond any real input, and `__proto__`. Nothing at all is no body.
 */
export function readJsonBody(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return undefined;
  const text = decode(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UnreadableBody('notReadable');
  }
  checkNames(text);
  return value;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableBody('notReadable');
  }
}

/** Walks a text that is known to be JSON; JSON.parse itself keeps no trace of names that came twice. */
function checkNames(text: string): void {
  const open: (Set<string> | null)[] = [];
  let quoted = '';
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') {
      const end = endOfString(text, at);
      quoted = text.slice(at, end);
      at = end - 1;
    } else if (sign === '{' || sign === '[') {
      if (open.push(sign === '{' ? new Set() : null) > deepest) throw new UnreadableBody('nestedTooDeep');
    } else if (sign === '}' || sign === ']') open.pop();
    else if (sign === ':') addName(open.at(-1) ?? new Set(), JSON.parse(quoted) as string);
  }
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function addName(names: Set<string>, name: string): void {
  if (name === '__proto__') throw new UnreadableBody('unknownField', 'body.__proto__');
  if (names.has(name)) throw new UnreadableBody('givenTwice', `body.${name.slice(0, 60)}`);
  names.add(name);
}
