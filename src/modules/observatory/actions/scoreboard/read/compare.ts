import type { RunComparison } from '../../../words/scoreboard-run.schema.ts';
import type { OpenRun } from './open-run.ts';

type Leaves = Map<string, string>;

/** Leaves of a content by their paths; nodes and subjects by their codes, so that a moved line is no change. */
function leavesOf(value: unknown, path: string, into: Leaves): Leaves {
  if (Array.isArray(value)) {
    for (const [at, one] of value.entries()) leavesOf(one, `${path}.${keyOf(one, at)}`, into);
  } else if (value !== null && typeof value === 'object') {
    for (const [key, one] of Object.entries(value)) leavesOf(one, path === '' ? key : `${path}.${key}`, into);
  } else into.set(path, JSON.stringify(value ?? null));
  return into;
}

function keyOf(one: unknown, at: number): string {
  const named = one as { code?: unknown; id?: unknown } | null;
  return String((typeof named === 'object' && (named?.code ?? named?.id)) || at);
}

/** Score and rank of each subject by its id. */
function placesOf({ made: { result } }: OpenRun) {
  const rows = new Map(result.subjects.map(({ id }, row) => [id, row]));
  const top = result.nodes.length - 1;
  return (id: string) => {
    const row = rows.get(id) ?? -1;
    return { name: result.subjects[row]?.name, score: result.scores[row]?.[top] ?? null, rank: result.ranks[row]?.[top] ?? null, interval: result.intervals?.[row] ?? null };
  };
}

/** What changed from one run to another: content, scores and ranks. */
export function compareTwo(from: OpenRun, to: OpenRun): RunComparison {
  const [before, after] = [leavesOf(from.input.content, '', new Map()), leavesOf(to.input.content, '', new Map())];
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  const changes = paths.filter((path) => before.get(path) !== after.get(path)).map((path) => ({ path, from: before.get(path) ?? null, to: after.get(path) ?? null }));
  const [left, right] = [placesOf(from), placesOf(to)];
  const ids = [...new Set([...to.made.result.subjects, ...from.made.result.subjects].map(({ id }) => id))];
  const subjects = ids.map((id) => {
    const [one, other] = [left(id), right(id)];
    return { id, name: other.name ?? one.name ?? {}, fromScore: one.score, toScore: other.score, fromRank: one.rank, toRank: other.rank, fromInterval: one.interval, toInterval: other.interval };
  });
  const sameInputs = JSON.stringify([from.input.columns, from.input.origins]) === JSON.stringify([to.input.columns, to.input.origins]);
  return { from: from.summary, to: to.summary, changes: changes.slice(0, 1000), subjects, sameInputs };
}
