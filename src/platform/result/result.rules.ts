/** Errors are values until the edge: an action answers ok, or fails with a reason from its room's closed list. */
export interface Ok<Value> {
  ok: true;
  value: Value;
}

export interface FieldProblem {
  /** Where: a path such as `body.name.zh`. */
  path: string;
  /** A reason code; the words come from the messages. */
  reason: string;
  params?: Record<string, string | number>;
}

export interface Failure<Reason extends string = string> {
  ok: false;
  reason: Reason;
  params?: Record<string, string | number> | undefined;
  problems?: FieldProblem[] | undefined;
  /** What was written stays although the answer is no: wrong tries are counted. */
  keeps?: true;
}

export type Result<Value, Reason extends string = string> = Ok<Value> | Failure<Reason>;

export function ok<Value>(value: Value): Ok<Value> {
  return { ok: true, value };
}

export function fail<Reason extends string>(
  reason: Reason,
  params?: Record<string, string | number>,
  problems?: FieldProblem[],
): Failure<Reason> {
  return { ok: false, reason, params, problems };
}

/** Refuses, and commits what was written on the way. */
export function failAndKeep<Reason extends string>(reason: Reason, params?: Record<string, string | number>): Failure<Reason> {
  return { ok: false, reason, params, keeps: true };
}
