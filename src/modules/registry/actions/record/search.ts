import type { Action } from '#platform/module/module.ts';
import { ok } from '#platform/result/result.rules.ts';
import { queryOf } from '#platform/text/folding.ts';
import type { search as route } from '../../words/record.contract.ts';

/** Asks every room that offers records to search, and keeps the answers apart by kind; the best kind comes first. */
export const search: Action<typeof route> = async (context, { query }) => {
  const asked = queryOf(query.q);
  if (asked.folded === '') return ok({ groups: [] });
  const sources = context.contributions.searchSources.filter((source) => query.kind === undefined || source.kind === query.kind);
  const groups = [];
  for (const source of sources) {
    const found = await source.search(context, asked, query.limit + 1);
    const hits = found.slice(0, query.limit).map(({ rank: _, ...hit }) => hit);
    if (hits.length > 0) groups.push({ kind: source.kind, hits, more: found.length > query.limit, best: found[0]?.rank ?? 0 });
  }
  groups.sort((one, other) => other.best - one.best);
  return ok({ groups: groups.map(({ best: _, ...group }) => group) });
};
