import { canonicalJson } from '#platform/audit/audit.ts';
import type { FileAnswer } from '#platform/http/route.contract.ts';
import { csvLine } from '#platform/http/export-list.ts';
import { shownName, type Name } from '#platform/i18n/name.schema.ts';
import { safeCell } from '#platform/http/safe-cell.rules.ts';
import { stageNames } from '../../../words/scoreboard-run.schema.ts';
import type { OpenRun } from './open-run.ts';

type Line = readonly (string | number | null)[];
const head = ['what', 'subjectId', 'subject', 'code', 'name', 'value', 'mark', 'unit', 'period', 'vintage', 'scopeNote', 'source', 'observationId'] as const;

/** Inputs, stages, scores, ranks, weights and intervals as one long table. */
function* linesOf({ input, made: { result, stages } }: OpenRun): Generator<Line> {
  yield head;
  const nameOf = (name: Name): string => shownName(name, 'en').text;
  for (const node of result.nodes) {
    yield ['weight', null, null, node.code, nameOf(node.name), node.weight];
    yield ['effectiveWeight', null, null, node.code, nameOf(node.name), node.effectiveWeight];
  }
  for (const [row, subject] of result.subjects.entries()) {
    const who = [subject.id, nameOf(subject.name)] as const;
    for (const [id, column] of Object.entries(input.columns)) {
      const origin = input.origins[column.origins[row] ?? -1];
      yield ['input', ...who, id, null, column.values[row] ?? null, column.marks[row] ?? null, origin?.unit ?? null, origin?.period ?? null, origin?.vintage ?? null, origin?.scopeNote ?? null, origin?.source ?? null, column.observationIds[row] ?? null];
    }
    for (const [at, node] of result.nodes.entries()) {
      const what = [node.code, nameOf(node.name)] as const;
      if (node.indicatorId !== null) for (const stage of stageNames) yield [stage, ...who, ...what, stages[stage][row]?.[at] ?? null];
      else yield ['score', ...who, ...what, result.scores[row]?.[at] ?? null];
      yield ['rank', ...who, ...what, result.ranks[row]?.[at] ?? null];
    }
    const interval = result.intervals?.[row];
    for (const key of ['mean', 'median', 'low', 'high'] as const) if (interval) yield [`rank.${key}`, ...who, null, null, interval[key]];
  }
}

/** Everything that it takes to compute the run again: the canonical texts with their hashes, or one long table. */
export function exportAs(run: OpenRun, format: 'json' | 'csv'): FileAnswer {
  const { summary, input, made } = run;
  const name = `scoreboard-run-${summary.number}-${summary.resultHash.slice(0, 8)}.${format}`;
  if (format === 'json') {
    const { inputHash, resultHash } = summary;
    // Bytes to keep, not an answer to read: nobody may write its lines anew.
    return { name, mediaType: 'application/octet-stream', bytes: new TextEncoder().encode(`${canonicalJson({ input, inputHash, made, resultHash })}\n`) };
  }
  const text = Array.from(linesOf(run), (line) => csvLine(head.map((_, at) => safeCell(String(line[at] ?? ''))))).join('');
  return { name, mediaType: 'text/csv; charset=utf-8', bytes: new TextEncoder().encode(`\uFEFF${text}`) };
}
