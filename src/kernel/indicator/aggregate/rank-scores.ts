import { rankInto } from '../normalise/order.ts';
import type { Ties } from '../normalise/normalisation.ts';
import { workspaceOf, type Workspace } from '../workspace.ts';

export interface RankOptions {
  ties?: Ties | undefined;
  /** 'descending': the highest score is 1. */
  order?: 'descending' | 'ascending' | undefined;
  into?: Float64Array | undefined;
  space?: Workspace | undefined;
}

/** Ranks of scores, missing without a rank (NaN). Cost O(n log n). */
export function rankScores(scores: Float64Array, { ties = 'min', order = 'descending', into = new Float64Array(scores.length), space = workspaceOf(scores.length) }: RankOptions = {}): Float64Array {
  for (let at = 0; at < scores.length; at += 1) space.column[at] = order === 'descending' ? -(scores[at] as number) : (scores[at] as number);
  rankInto(space, ties);
  into.set(space.out);
  return into;
}
