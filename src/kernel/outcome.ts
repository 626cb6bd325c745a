/**
 * Errors as values: a kernel function that may meet bad input answers with one of these and never throws.
 * `reason` is a code from a closed list of the topic; words for it are written by whoever shows it.
 */
export interface Refused<Reason extends string = string> {
  ok: false;
  reason: Reason;
  /** Offset in the text that was read, in UTF-16 units, when there is a text. */
  at?: number;
  params?: Record<string, string | number>;
}

export type Outcome<Value, Reason extends string = string> = { ok: true; value: Value } | Refused<Reason>;

export function accept<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function refuse<Reason extends string>(reason: Reason, details: Omit<Refused, 'ok' | 'reason'> = {}): Refused<Reason> {
  return { ok: false, reason, ...details };
}
