import { serveThread } from '#platform/jobs/serve-thread.ts';
import { computeResult, type Computed } from './compute-result.ts';
import type { FrozenInput } from './frozen-input.ts';
import type { Part } from './parts.ts';

export interface ScoreboardWork {
  input: FrozenInput;
  parts: readonly Part[];
}

serveThread<ScoreboardWork, Computed>(({ input, parts }, progress) => computeResult(input, parts, progress));
