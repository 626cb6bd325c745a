/** Text of an expression to tokens. Names may be in any script and have dots: `firm.年产值`. */
import { accept, refuse, type Outcome } from '../outcome.ts';
import { parseDay } from '../quantity/calendar.ts';
import { parseDecimal, type Decimal } from '../quantity/decimal.ts';
import { limits } from './ast.ts';

export type Token =
  | { kind: 'number'; value: Decimal; at: number }
  | { kind: 'text'; value: string; at: number }
  | { kind: 'date'; value: string; at: number }
  | { kind: 'name'; value: string; at: number }
  | { kind: 'sign'; value: string; at: number }
  | { kind: 'end'; value: ''; at: number };

export type TokenRefusal = 'tooLong' | 'unknownCharacter' | 'textNotClosed' | 'badEscape' | 'badNumber' | 'badDate';

const sameSign: ReadonlyMap<string, string> = new Map([['==', '='], ['≠', '!='], ['≤', '<='], ['≥', '>='], ['−', '-'], ['×', '*'], ['÷', '/'], ['（', '('], ['）', ')'], ['，', ',']]);
const escapes: ReadonlyMap<string, string> = new Map([['n', '\n'], ['t', '\t'], ['\\', '\\'], ["'", "'"], ['"', '"']]);
const space = /\s+/y;
const number = /\d+(?:\.\d+)?/y;
const name = /[\p{L}_][\p{L}\p{M}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{M}\p{N}_]*)*/uy;
const date = /@\d{4}-\d{2}-\d{2}/y;
const sign = /==|!=|<=|>=|[=<>≠≤≥+\-−*×/÷^()[\],（），]/y;

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function readQuoted(text: string, start: number): Outcome<{ value: string; end: number }, TokenRefusal> {
  const quote = text[start];
  let value = '';
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === quote) return accept({ value, end: at + 1 });
    if (character !== '\\') value += character;
    else {
      at += 1;
      const escaped = escapes.get(text[at] ?? '');
      if (escaped === undefined) return refuse('badEscape', { at: at - 1 });
      value += escaped;
    }
  }
  return refuse('textNotClosed', { at: start });
}

function readToken(text: string, at: number): Outcome<{ token: Token; end: number }, TokenRefusal> {
  const character = text[at] ?? '';
  if (character === "'" || character === '"') {
    const quoted = readQuoted(text, at);
    return quoted.ok ? accept({ token: { kind: 'text', value: quoted.value.value, at }, end: quoted.value.end }) : quoted;
  }
  if (character === '@') {
    const found = match(date, text, at);
    if (found === null || !parseDay(found.slice(1))) return refuse('badDate', { at });
    return accept({ token: { kind: 'date', value: found.slice(1), at }, end: at + found.length });
  }
  const digits = match(number, text, at);
  if (digits !== null) {
    const value = digits.length <= limits.digits ? parseDecimal(digits) : null;
    const end = at + digits.length;
    if (value === null || match(name, text, end) !== null || text[end] === '.') return refuse('badNumber', { at });
    return accept({ token: { kind: 'number', value, at }, end });
  }
  const word = match(name, text, at);
  if (word !== null) return accept({ token: { kind: 'name', value: word, at }, end: at + word.length });
  const found = match(sign, text, at);
  if (found === null) return refuse('unknownCharacter', { at, params: { character } });
  return accept({ token: { kind: 'sign', value: sameSign.get(found) ?? found, at }, end: at + found.length });
}

/** All tokens with an `end` last; refuses at the first character that starts none. */
export function tokenize(text: string): Outcome<Token[], TokenRefusal> {
  if (text.length > limits.length) return refuse('tooLong', { at: limits.length, params: { maximum: limits.length } });
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    at += match(space, text, at)?.length ?? 0;
    if (at >= text.length) return accept([...tokens, { kind: 'end', value: '', at: text.length }]);
    const read = readToken(text, at);
    if (!read.ok) return read;
    tokens.push(read.value.token);
    at = read.value.end;
  }
}
