export const healthStates = ['good', 'warning', 'bad', 'unknown'] as const;
export type HealthState = (typeof healthStates)[number];

const rank: Readonly<Record<HealthState, number>> = { good: 0, unknown: 1, warning: 2, bad: 3 };

/** A whole is as healthy as its worst part. */
export function worstState(states: readonly HealthState[]): HealthState {
  return states.reduce<HealthState>((worst, state) => (rank[state] > rank[worst] ? state : worst), 'good');
}

/** Where a measure stands between what is good and what is bad; the higher the worse. */
export function stateOf(value: number, warningFrom: number, badFrom: number): HealthState {
  if (!Number.isFinite(value)) return 'unknown';
  if (value >= badFrom) return 'bad';
  return value >= warningFrom ? 'warning' : 'good';
}
