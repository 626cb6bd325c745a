import type { Stages, Trail } from '../../../words/scoreboard-run.schema.ts';
import type { FrozenInput } from '../compute/frozen-input.ts';
import type { OpenRun } from './open-run.ts';

type TrailNode = Trail['nodes'][number];

function inputAt({ columns, origins }: FrozenInput, indicatorId: string | null, row: number): TrailNode['input'] {
  const column = indicatorId === null ? undefined : columns[indicatorId];
  if (!column) return null;
  const origin = origins[column.origins[row] ?? -1];
  return {
    value: column.values[row] ?? null, mark: column.marks[row] ?? 'noData', unit: origin?.unit ?? null, period: origin?.period ?? null, vintage: origin?.vintage ?? null,
    scopeNote: origin?.scopeNote ?? null, source: origin?.source ?? null, observationId: column.observationIds[row] ?? null,
  };
}

const stagesAt = (stages: Stages, row: number, column: number): NonNullable<TrailNode['stages']> => {
  const at = (name: keyof Stages): number | null => stages[name][row]?.[column] ?? null;
  return { raw: at('raw'), denominated: at('denominated'), imputed: at('imputed'), treated: at('treated'), normalised: at('normalised') };
};

/** One subject from its score down to the values as their sources state them; null where the run has no such subject. */
export function trailOf({ input, made: { result, stages } }: OpenRun, subjectId: string): Trail | null {
  const row = result.subjects.findIndex(({ id }) => id === subjectId);
  const subject = result.subjects[row];
  if (!subject) return null;
  const frozen = new Map(input.nodes.map((node) => [node.code, node]));
  const cell = (from: (number | null)[][], at: number): number | null => from[row]?.[at] ?? null;
  const nodes = result.nodes.map((node, at): TrailNode => {
    const isIndicator = node.indicatorId !== null;
    const own = isIndicator ? stagesAt(stages, row, at) : null;
    return {
      ...node, score: cell(result.scores, at), rank: cell(result.ranks, at),
      input: inputAt(input, node.indicatorId, row), denominator: inputAt(input, frozen.get(node.code)?.denominatorId ?? null, row), stages: own,
      wasImputed: own !== null && own.denominated === null && own.imputed !== null, wasTreated: own !== null && own.imputed !== own.treated,
    };
  });
  const top = result.nodes.length - 1;
  return { subject, rank: cell(result.ranks, top), score: cell(result.scores, top), interval: result.intervals?.[row] ?? null, nodes };
}
