import type { FieldProblem } from '#platform/result/result.rules.ts';

export interface ProblemBody {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  reason?: string;
  problems?: (FieldProblem & { message?: string })[];
  reference?: string;
}

/** What the server (or the network) answered instead of the thing asked for. Its words are already in the reader's language. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly reason: string;
  readonly title: string;
  readonly detail: string | null;
  readonly problems: readonly (FieldProblem & { message?: string })[];
  readonly reference: string | null;

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.title ?? body.reason ?? String(status));
    this.status = status;
    this.reason = body.reason ?? 'unexpected';
    this.title = body.title ?? '';
    this.detail = body.detail ?? null;
    this.problems = body.problems ?? [];
    this.reference = body.reference ?? null;
  }
}

export function isProblem(error: unknown, reason?: string): error is Problem {
  return error instanceof Problem && (reason === undefined || error.reason === reason);
}
