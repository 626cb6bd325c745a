import type { RankInterval, ScoreboardResult, ScoredSubject } from '../../../words/scoreboard-run.schema.ts';

/** One subject of a result as the table of ranks shows it. */
export interface RankRow {
  subject: ScoredSubject;
  rank: number | null;
  score: number | null;
  interval: RankInterval | null;
  /** Rank in the result it is compared with; null where it has none or nothing is compared. */
  before: number | null;
  /** Scores of the groups right below the top. */
  parts: (number | null)[];
}

const topIndex = (result: ScoreboardResult): number => result.nodes.length - 1;

/** Indices of the nodes right below the top. */
export const partIndices = ({ nodes }: ScoreboardResult): number[] => nodes.flatMap((node, at) => (node.parent === nodes.at(-1)?.code ? [at] : []));

export function rankRows(result: ScoreboardResult, baseline?: ScoreboardResult | null): RankRow[] {
  const top = topIndex(result);
  const parts = partIndices(result);
  const before = new Map(baseline?.subjects.map((subject, at) => [subject.id, baseline.ranks[at]?.[topIndex(baseline)] ?? null]));
  return result.subjects
    .map((subject, at) => ({
      subject,
      rank: result.ranks[at]?.[top] ?? null,
      score: result.scores[at]?.[top] ?? null,
      interval: result.intervals?.[at] ?? null,
      before: before.get(subject.id) ?? null,
      parts: parts.map((node) => result.scores[at]?.[node] ?? null),
    }))
    .sort((one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity) || (one.subject.id < other.subject.id ? -1 : 1));
}

/** The longest run of neighbours in rank whose intervals overlap one another in a chain. */
export function longestOverlap(rows: readonly RankRow[]): { from: number; to: number } | null {
  let best: { from: number; to: number } | null = null;
  let start: RankRow | null = null;
  let reach = -Infinity;
  for (const row of rows) {
    const { rank, interval } = row;
    if (rank === null || interval?.low === null || interval?.high === null || !interval) continue;
    if (start === null || interval.low > reach) start = row;
    reach = Math.max(reach, interval.high);
    const from = start.rank as number;
    if (rank > from && (best === null || rank - from > best.to - best.from)) best = { from, to: rank };
  }
  return best;
}

/** How the ranks differ from those before: how many subjects moved, by how much on average, and who moved furthest. */
export function movementOf<Row extends Pick<RankRow, 'rank' | 'before'>>(rows: readonly Row[]): { compared: number; moved: number; mean: number; furthest: Row | null } {
  const both = rows.filter((row) => row.rank !== null && row.before !== null);
  const by = (row: Row): number => Math.abs((row.rank as number) - (row.before as number));
  const furthest = both.reduce<Row | null>((most, row) => (by(row) > (most ? by(most) : 0) ? row : most), null);
  return { compared: both.length, moved: both.filter((row) => by(row) > 0).length, mean: both.length === 0 ? 0 : both.reduce((sum, row) => sum + by(row), 0) / both.length, furthest };
}
