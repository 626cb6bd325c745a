/**
 * Cuts a migration into its statements, so that each is sent alone. Semicolons inside quotes, dollar quotes and
 * comments do not end a statement. Bodies written as `begin atomic … end` are not understood: use dollar quotes.
 */
export function splitStatements(text: string): string[] {
  const statements: string[] = [];
  let start = 0;
  let hasContent = false;
  let at = 0;
  while (at < text.length) {
    const next = skipToken(text, at);
    const isComment = text.startsWith('--', at) || text.startsWith('/*', at);
    if (text[at] === ';') {
      if (hasContent) statements.push(text.slice(start, at).trim());
      start = next;
      hasContent = false;
    } else if (!isComment && /\S/.test(text[at] ?? '')) {
      hasContent = true;
    }
    at = next;
  }
  if (hasContent) statements.push(text.slice(start).trim());
  return statements;
}

/** The position after the token that begins here: a comment, a quoted part, or one character. */
function skipToken(text: string, at: number): number {
  if (text.startsWith('--', at)) return after(text, '\n', at);
  if (text.startsWith('/*', at)) return skipBlockComment(text, at);
  const character = text[at];
  if (character === "'") return skipQuoted(text, at, "'", isEscapeString(text, at));
  if (character === '"') return skipQuoted(text, at, '"', false);
  if (character === '$' && !/[\p{L}\p{N}_$]/u.test(text[at - 1] ?? '')) {
    const tag = /^\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/u.exec(text.slice(at, at + 80))?.[0];
    if (tag) return after(text, tag, at + tag.length);
  }
  return at + 1;
}

function after(text: string, end: string, from: number): number {
  const found = text.indexOf(end, from);
  return found < 0 ? text.length : found + end.length;
}

function skipBlockComment(text: string, at: number): number {
  let depth = 0;
  for (let position = at; position < text.length; ) {
    if (text.startsWith('/*', position)) {
      depth += 1;
      position += 2;
    } else if (text.startsWith('*/', position)) {
      depth -= 1;
      position += 2;
      if (depth === 0) return position;
    } else {
      position += 1;
    }
  }
  return text.length;
}

function skipQuoted(text: string, at: number, quote: string, backslash: boolean): number {
  for (let position = at + 1; position < text.length; position += 1) {
    if (backslash && text[position] === '\\') position += 1;
    else if (text[position] === quote) {
      if (text[position + 1] !== quote) return position + 1;
      position += 1;
    }
  }
  return text.length;
}

/** In E'…' a backslash escapes the next character; in '…' it does not. */
function isEscapeString(text: string, at: number): boolean {
  return /[eE]/.test(text[at - 1] ?? '') && !/[\p{L}\p{N}_$]/u.test(text[at - 2] ?? '');
}
