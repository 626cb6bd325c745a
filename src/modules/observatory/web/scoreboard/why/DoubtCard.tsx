import { useName } from '#web/i18n/names.ts';
import { textOr, useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import type { ScoreboardResult } from '../../../words/scoreboard-run.schema.ts';

/** Where a method had no value, and why. */
export function DoubtCard({ result }: { result: ScoreboardResult }) {
  const text = useText();
  const name = useName();
  const names = new Map([...result.nodes.map((node) => [node.code, name(node.name)] as const), ...result.subjects.map((subject) => [subject.id, name(subject.name)] as const)]);
  return (
    <Card title={text('observatory.scoreboard.doubt.title')} note={text('observatory.scoreboard.doubt.count', { count: result.doubts.length })}>
      <ul className="board-list">
        {result.doubts.slice(0, 50).map(({ step, code, why }) => (
          <li key={`${step} ${code} ${why}`}>
            <strong>{names.get(code) ?? code}</strong> <span className="quiet small">{textOr(`observatory.scoreboard.step.${step}`, step)}</span> {textOr(`observatory.scoreboard.doubt.${why}`, why)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
