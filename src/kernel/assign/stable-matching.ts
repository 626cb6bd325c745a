export const stableMatchingMethod = { id: 'deferredAcceptance', version: '1' } as const;

/**
 * Deferred acceptance: proposers go down their lists, each reviewer keeps the best `slots` of those who asked so far
 * (one number for all, or one for each).
 * The outcome is stable (no two would both rather have each other) and the best stable one for every proposer.
 *
 * `proposerUtility[i][j]` is what reviewer j is worth to proposer i, `reviewerUtility[j][i]` what proposer i is worth to
 * reviewer j (matrices of proposers × reviewers and reviewers × proposers); `null` means never, and equal utilities go to
 * the lower index. Answers the reviewer of each proposer, −1 for none. Cost O(p·r·log r).
 *
 * Reference: Gale, Shapley 1962, American Mathematical Monthly 69:9–15.
 */
export function matchStably(proposerUtility: readonly (readonly (number | null)[])[], reviewerUtility: readonly (readonly (number | null)[])[], slots: number | readonly number[] = 1): number[] {
  const slotsOf = (reviewer: number): number => (typeof slots === 'number' ? slots : (slots[reviewer] ?? 0));
  const lists = proposerUtility.map((row) => row.map((_, at) => at).filter((at) => row[at] !== null).sort((a, b) => (row[b] as number) - (row[a] as number) || a - b));
  const asked = new Int32Array(lists.length);
  const held: number[][] = reviewerUtility.map(() => []);
  const matched = lists.map(() => -1);
  const free = lists.map((_, at) => at).reverse();
  for (let proposer = free.pop(); proposer !== undefined; proposer = free.pop()) {
    const reviewer = lists[proposer]?.[asked[proposer] as number];
    if (reviewer === undefined) continue;
    asked[proposer] = (asked[proposer] as number) + 1;
    const worth = reviewerUtility[reviewer] ?? [];
    const holding = held[reviewer] ?? [];
    if ((worth[proposer] ?? null) === null) {
      free.push(proposer);
      continue;
    }
    holding.push(proposer);
    holding.sort((a, b) => (worth[b] as number) - (worth[a] as number) || a - b);
    matched[proposer] = reviewer;
    const turnedAway = holding.length > slotsOf(reviewer) ? holding.pop() : undefined;
    if (turnedAway === undefined) continue;
    matched[turnedAway] = -1;
    free.push(turnedAway);
  }
  return matched;
}
