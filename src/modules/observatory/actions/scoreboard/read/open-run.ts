import type { RunSummary } from '../../../words/scoreboard-run.schema.ts';
import type { Computed } from '../compute/compute-result.ts';
import type { FrozenInput } from '../compute/frozen-input.ts';

/** A run with its texts read. */
export interface OpenRun {
  summary: RunSummary;
  input: FrozenInput;
  made: Computed;
}
