import type { Benchmark } from '../../../words/scoreboard-run.schema.ts';
import { rounded } from '../compute/rounded.ts';
import type { OpenRun } from './open-run.ts';

type Cell = number | null;
const less = (one: Cell, other: Cell): Cell => (one === null || other === null ? null : rounded(one - other));

function meanOf(cells: readonly Cell[]): Cell {
  const there = cells.filter((cell) => cell !== null);
  return there.length === 0 ? null : rounded(there.reduce((sum, cell) => sum + cell, 0) / there.length);
}

/** One subject against peers, node by node; those marked as peers where none are told. */
export function benchmarkOf({ made: { result, stages } }: OpenRun, subjectId: string, peerIds: readonly string[] | null): Benchmark {
  const wanted = peerIds ?? result.subjects.filter(({ peer }) => peer).map(({ id }) => id);
  const own = result.subjects.findIndex(({ id }) => id === subjectId);
  const peers = [...result.subjects.keys()].filter((row) => row !== own && wanted.includes(result.subjects[row]?.id ?? ''));
  const subjectAt = (row: number) => result.subjects[row] as Benchmark['subject'];
  const rows = result.nodes.map((node, at): Benchmark['rows'][number] => {
    const score = (row: number): Cell => result.scores[row]?.[at] ?? null;
    const value = (row: number): Cell => (node.indicatorId === null ? null : (stages.denominated[row]?.[at] ?? null));
    const mark = (row: number) => result.marks[row]?.[at] ?? 'noData';
    const ofPeers = peers.map(score);
    const best = peers.reduce<number | null>((top, row) => (score(row) !== null && (top === null || (score(row) as number) > (score(top) ?? -Infinity)) ? row : top), null);
    const [mean, highest] = [meanOf(ofPeers), best === null ? null : score(best)];
    return {
      node, own: score(own), ofPeers, peerMean: mean, peerBest: highest, bestPeerId: best === null ? null : subjectAt(best).id, gapToMean: less(score(own), mean), gapToBest: less(score(own), highest),
      ownValue: value(own), peerValues: peers.map(value), ownMark: node.indicatorId === null ? null : mark(own), peerMarks: node.indicatorId === null ? [] : peers.map(mark),
    };
  });
  return { subject: subjectAt(own), peers: peers.map(subjectAt), rows };
}
