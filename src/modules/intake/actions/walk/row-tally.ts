import type { RowVerdict } from '#platform/module/module.ts';
import type { RowTotals } from '../../store/verdict.store.ts';

/** Counts verdicts as they pass. */
export class RowTally {
  readonly #states = new Map<string, number>();
  readonly #groups = new Map<string, number>();
  readonly #reasons = new Map<string, number>();
  #open = 0;

  add(verdict: RowVerdict, decided: boolean): void {
    count(this.#states, verdict.state);
    count(this.#groups, verdict.group);
    for (const { reason } of verdict.reasons) count(this.#reasons, reason);
    if (verdict.state === 'choose' && !decided) this.#open += 1;
  }

  totals(): RowTotals {
    return { states: listed(this.#states) as RowTotals['states'], groups: listed(this.#groups), reasons: listed(this.#reasons), open: this.#open };
  }
}

const count = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
const listed = (counts: ReadonlyMap<string, number>): { key: string; count: number }[] => [...counts].map(([key, number]) => ({ key, count: number }));
