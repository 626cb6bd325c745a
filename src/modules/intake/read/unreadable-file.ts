import { fail, type Failure } from '#platform/result/result.rules.ts';
import type { FileReason } from '../words/read.schema.ts';

/** What stops a walk over rows that has begun: the reason as `openTable` would have given it. */
export class UnreadableFile extends Error {
  readonly reason: FileReason;
  readonly params: Record<string, string | number> | undefined;

  constructor(reason: FileReason, params?: Record<string, string | number>) {
    super(`the file cannot be read: ${reason}`);
    this.name = 'UnreadableFile';
    this.reason = reason;
    this.params = params;
  }

  get failure(): Failure<FileReason> {
    return fail(this.reason, this.params);
  }
}
