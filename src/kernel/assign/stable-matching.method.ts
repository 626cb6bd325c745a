import { fault, type Fields } from '../method/fields.ts';
import type { Method } from '../method/method.ts';
import { rowsOf } from '../stats/matrix.ts';
import { matchStably } from './stable-matching.ts';

/** Places of each reviewer: one number for all, or one for each. */
function slotsOf(input: Fields, reviewers: number): number[] {
  if (!Array.isArray(input.raw('slots'))) return Array.from({ length: reviewers }, () => input.whole('slots', 1, 1));
  return [...input.numbers('slots', { length: reviewers })].map((slots) => (Number.isSafeInteger(slots) && slots >= 0 ? slots : fault('input.slots must hold whole numbers ≥ 0')));
}

export const stableMatching: Method = {
  id: 'stable-matching',
  version: '1',
  title: 'Stable matching of two sides by what each is worth to the other',
  operations: {
    'deferred-acceptance': {
      summary: 'The stable matching that is best for the proposers, one to one or many to one.',
      input: {
        proposerUtility: 'matrix proposers × reviewers: worth of each reviewer to a proposer; null means never',
        reviewerUtility: 'matrix reviewers × proposers: worth of each proposer to a reviewer; null means never',
        slots: 'places of each reviewer: a whole number, or a list with one for each; default 1',
      },
      output: '{ proposals } without slots, { matched } with them: the reviewer of each proposer from 1, null for none',
      source: 'Gale, Shapley 1962',
      compute: (input) => {
        const wishes = input.matrix('proposerUtility', { missing: true });
        const views = input.matrix('reviewerUtility', { missing: true, rows: wishes.columns, columns: wishes.rows });
        const rows = rowsOf(wishes);
        const ties = [...rows, ...rowsOf(views)].some((row) => row.some((worth, at) => worth !== null && row.indexOf(worth) !== at));
        const pairs = matchStably(rows, rowsOf(views), slotsOf(input, wishes.columns)).map((at) => (at < 0 ? null : at + 1));
        return { value: input.has('slots') ? { matched: pairs } : { proposals: pairs }, warnings: ties ? ['some worths are equal: the one that stands first is preferred, so another stable matching may be as good'] : [] };
      },
    },
  },
};
