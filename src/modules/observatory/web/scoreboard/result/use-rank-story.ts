import { useText } from '#web/i18n/use-text.ts';
import { useScore } from '../use-score.ts';
import { longestOverlap, type RankRow } from './rank-rows.ts';

/** What the picture of ranks says, in sentences: how to read it, what overlaps, who has no rank. */
export function useRankStory(rows: readonly RankRow[]): string {
  const text = useText();
  const score = useScore();
  const ranked = rows.filter((row) => row.rank !== null);
  const overlap = longestOverlap(ranked);
  const compared = rows.some((row) => row.before !== null);
  return [
    rows.some((row) => row.interval) ? text('observatory.scoreboard.story.read') : text('observatory.scoreboard.story.noIntervals'),
    compared ? text('observatory.scoreboard.story.ring') : null,
    overlap ? text('observatory.scoreboard.story.overlap', { from: score.rank(overlap.from), to: score.rank(overlap.to) }) : null,
    ranked.length < rows.length ? text('observatory.scoreboard.story.unranked', { count: rows.length - ranked.length }) : null,
  ].filter(Boolean).join(' ');
}
