const removed = '[removed]';
const deepest = 6;
const mostItems = 50;
const longest = 4000;

/** Names of fields whose value is a secret, whatever it looks like. */
const secretName = /pass(?:word|phrase|wd)|secret|token|cookie|authorization|credential|api_?-?key|otp|seed|recovery|database_?url|connection_?string|dsn|private_?key/i;
/** What an error of the database says about rows and parameters: not needed to find the fault, and somebody's data. */
const rowFields = new Set(['detail', 'where', 'hint', 'internalQuery', 'query', 'parameters', 'values', 'params', 'body', 'payload']);
const keptOfErrors = ['code', 'severity', 'schema', 'table', 'column', 'constraint', 'dataType', 'routine', 'syscall', 'errno', 'address', 'port', 'statusCode', 'reason'] as const;

/** Each begins with something fixed and ends soon: what is logged may be chosen by somebody who wants it to take long. */
const patterns: readonly (readonly [pattern: RegExp, by: string])[] = [
  [/Failing row contains[^\n]*/gi, removed],
  [/\b(?:DETAIL|CONTEXT|HINT|PARAMETERS?|STATEMENT):[^\n]*/g, removed],
  [/\bKey \(([^()\n]{0,300})\)=\([^\n]{0,2000}?\)(?= |\.|$)/g, `Key ($1)=${removed}`],
  [/\bparameters?:? ?\$\d[^\n]*/gi, removed],
  [/:\/\/[^\s/@:]{0,100}:[^\s@]{0,300}@/g, `://${removed}@`],
  [/\botpauth:\/\/\S+/gi, removed],
  [/\b(Bearer|Basic)\s{1,3}[\w.~+/=-]{6,}/gi, `$1 ${removed}`],
  [/\bclk_[\w-]+/g, removed],
  [/((?:password|passphrase|passwd|secret|token|api_?-?key|cookie|session|otp|recovery_?-?code)[\w-]{0,20}"?\s{0,3}[=:]\s{0,3})(?:"[^"\n]*"|'[^'\n]*'|[^\s,;&}]+)/gi, `$1${removed}`],
  [/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[\w-]{16,}/gi, removed],
  [/(\/(?:invitations?|invite|reset|accept)\/)[\w.~-]{8,}/gi, `$1${removed}`],
];

/** Secrets are known by their look too: long runs of mixed signs, digests, seeds of one-time codes. Not a part of a path, nor an id. */
function withoutRuns(text: string): string {
  return text.replaceAll(/[\w/-]{16,}/g, (run) => {
    if (run.includes('/')) return run;
    const mixed = run.length >= 40 && /\d/.test(run) && /[a-z]/.test(run) && /[A-Z]/.test(run);
    const seed = /^[A-Z2-7]+$/.test(run) && /[2-7]/.test(run) && /[A-Z]/.test(run);
    return mixed || seed || /^[0-9a-f]{64}$/i.test(run) ? removed : run;
  });
}

/** `invalid input syntax for type uuid: "…"`, `value "…" is out of range`: what is quoted is what somebody entered. */
const saysValue = /invalid (?:input|byte|value)|out of range|too long|malformed|syntax for type|cannot cast/i;

/**
 * A copy fit for a log: secrets, rows of tables and values of parameters are taken out, what finds the fault (code,
 * constraint, table, stack) stays. Pure; twice gives the same as once.
 */
export function redacted(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactedText(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'function' || typeof value === 'symbol') return undefined;
  if (value === null || typeof value !== 'object') return value;
  if (depth >= deepest) return '[deeper]';
  if (value instanceof Error) return redactedError(value, depth);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Uint8Array) return `[${value.length} bytes]`;
  if (Array.isArray(value)) return [...value.slice(0, mostItems).map((part) => redacted(part, depth + 1)), ...(value.length > mostItems ? [`[${value.length - mostItems} more]`] : [])];
  const entries = value instanceof Map ? [...value].map(([key, part]): [string, unknown] => [String(key), part]) : Object.entries(value);
  return Object.fromEntries(entries.slice(0, mostItems).map(([name, part]) => [redactedText(name), isRemoved(name, part) ? removed : redacted(part, depth + 1)]));
}

/** A line of the log is an object and stays one. */
export function redactedLine(line: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return redacted(line) as Record<string, unknown>;
}

const isRemoved = (name: string, part: unknown): boolean => part !== null && part !== undefined && typeof part !== 'boolean' && (rowFields.has(name) || (secretName.test(name) && typeof part !== 'number'));

function redactedText(text: string): string {
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text;
  const bare = withoutRuns(patterns.reduce((found, [pattern, by]) => found.replace(pattern, by), short));
  return bare.split('\n').map((line) => (saysValue.test(line) ? line.replaceAll(/"[^"]*"/g, '"…"') : line)).join('\n');
}

function redactedError(error: Error, depth: number): Record<string, unknown> {
  const given = error as Error & Record<string, unknown>;
  const kept = keptOfErrors.filter((name) => ['string', 'number'].includes(typeof given[name])).map((name) => [name, redacted(given[name], depth + 1)]);
  return {
    name: error.name,
    message: redactedText(error.message),
    ...Object.fromEntries(kept),
    ...(error.stack ? { stack: redactedText(error.stack) } : {}),
    ...(error.cause === undefined ? {} : { cause: redacted(error.cause, depth + 1) }),
  };
}
