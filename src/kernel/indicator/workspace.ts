/**
 * Buffers that the methods of this topic write to while they work, one set per worker. Hand the same one to every call of a
 * loop and nothing is allocated inside it; a call without one makes its own.
 */
export interface Workspace {
  rows: number;
  /** The column at hand, as it came in. */
  column: Float64Array;
  /** The column at hand, as it goes out. */
  out: Float64Array;
  /** Sorted values, NaN last. */
  sorted: Float64Array;
}

/** Buffers for matrices of `rows` rows. */
export const workspaceOf = (rows: number): Workspace => ({ rows, column: new Float64Array(rows), out: new Float64Array(rows), sorted: new Float64Array(rows) });

/** Why a number could not be made: it is then NaN, and the reason stands here instead of a crash. */
export interface Doubt {
  /** Index of the column (or of the row, where a method works by rows). */
  at: number;
  why: DoubtReason;
}

export type DoubtReason = 'constant' | 'empty' | 'zeroDivisor' | 'targetNotAboveMinimum' | 'goalpostsEqual' | 'referenceMissing' | 'notPositive' | 'groupEmpty' | 'tooFew' | 'outOfDomain';

export const doubtWords: Readonly<Record<DoubtReason, string>> = {
  constant: 'all values are equal, so nothing tells the units apart: left missing',
  empty: 'no value at all: left missing',
  zeroDivisor: 'the divisor is zero: left missing',
  targetNotAboveMinimum: 'the target does not lie above the smallest value: left missing',
  goalpostsEqual: 'both goalposts are equal: left missing',
  referenceMissing: 'the reference unit has no value: left missing',
  notPositive: 'a value is zero or negative where the method needs positive ones: left missing',
  groupEmpty: 'no unit of the same group has a value: left missing',
  tooFew: 'too few values for the method: left as it is',
  outOfDomain: 'the transformation has no value there: left missing',
};

/** Sentences for the warnings of an answer; `name` says which column or row is meant. */
export const doubtSentences = (doubts: readonly Doubt[], name: (at: number) => string): string[] => doubts.map(({ at, why }) => `${name(at)}: ${doubtWords[why]}`);
