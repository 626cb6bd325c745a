import { isCurrency } from '#kernel/quantity/currency.ts';
import type { Figure } from '#platform/figure/figure.schema.ts';

const most = 6;

/** Money first and revenue before all, then shares, then members, then whatever else sources give; what has no value last. */
function rankOf(figure: Figure): number {
  if (figure.value === null) return 6;
  if (figure.key.endsWith('.revenue')) return 0;
  if (isCurrency(figure.unit)) return 1;
  if (figure.key === 'registry.memberCount') return 2;
  if (figure.unit === 'percent') return 3;
  return figure.trace?.provider === 'registry.statement' ? 4 : 5;
}

/** Nothing registered yet is unknown, not zero: such a count is left out. */
const isUnregistered = (figure: Figure): boolean => figure.mark === 'computed' && figure.value === '0';

/** The six figures that stand under a cluster's title. */
export function stripFigures(figures: readonly Figure[]): Figure[] {
  return figures.filter((figure) => !isUnregistered(figure)).toSorted((one, other) => rankOf(one) - rankOf(other)).slice(0, most);
}
