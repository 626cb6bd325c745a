import { useName } from '#web/i18n/names.ts';
import type { ScoreboardResult } from '../../../words/scoreboard-run.schema.ts';
import type { Studio } from './use-studio.ts';

/** What nodes and subjects are called: as the tree says, else as the result, else as they were found by; their code where nothing does. */
export function useCalled({ content, names }: Studio, result: ScoreboardResult | null): { node: (code: string) => string; subject: (id: string) => string } {
  const name = useName();
  const own = new Map(content.nodes.map((node) => [node.code, node.name]));
  const nodes = new Map(result?.nodes.map((node) => [node.code, node.name]));
  const subjects = new Map(result?.subjects.map((subject) => [subject.id, subject.name]));
  return {
    node: (code) => name(own.get(code)) || name(nodes.get(code)) || names.get(code) || code,
    subject: (id) => name(subjects.get(id)) || names.get(id) || id,
  };
}
