import { useState } from 'react';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import type { ScoreboardResult } from '../../../words/scoreboard-run.schema.ts';
import { useScore } from '../use-score.ts';

/** Depth of colour by size, side of the scale by sign; the number stands in every cell. */
const classOf = (value: number | null): string => (value === null ? 'correlation-none' : `correlation-${value < 0 ? 'minus' : 'plus'}-${Math.min(3, Math.floor(Math.abs(value) * 4))}`);

/** How the members of one group go together and with the whole: a table that is its own picture. */
export function CorrelationCard({ result }: { result: ScoreboardResult }) {
  const text = useText();
  const name = useName();
  const score = useScore();
  const groups = result.nodes.filter((node) => node.indicatorId === null);
  const [chosen, setChosen] = useState(groups.at(-1)?.code ?? '');
  if (result.correlations.length === 0) return null;
  const top = result.nodes.length - 1;
  const members = result.nodes.flatMap((node, at) => (node.parent === chosen ? [at] : []));
  const own = result.nodes.findIndex((node) => node.code === chosen);
  const columns = [...members, ...new Set([own, top])];
  const negative = members.filter((at) => (result.correlations[at]?.[top] ?? 0) < 0);
  const called = (at: number): string => name(result.nodes[at]?.name);
  return (
    <Card
      title={text('observatory.scoreboard.correlation.title')}
      flush
      actions={
        <label className="row small">
          {text('observatory.scoreboard.correlation.group')}
          <select className="input input-small" value={chosen} onChange={(event) => setChosen(event.target.value)}>
            {groups.toReversed().map((node) => <option key={node.code} value={node.code}>{name(node.name)}</option>)}
          </select>
        </label>
      }
      caption={negative.length > 0 ? text('observatory.scoreboard.correlation.against', { names: negative.map(called).join(text('web.listComma')) }) : text('observatory.scoreboard.correlation.caption')}
    >
      <div className="table-holder table-compact table-wide correlation-holder" tabIndex={0} role="group" aria-label={text('observatory.scoreboard.correlation.title')}>
        <table className="table correlation">
          <caption className="visually-hidden">{text('observatory.scoreboard.correlation.title')}</caption>
          <thead>
            <tr>
              <th scope="col"><span className="visually-hidden">{text('observatory.scoreboard.without.indicator')}</span></th>
              {columns.map((at) => <th key={at} scope="col" className="number">{called(at)}</th>)}
            </tr>
          </thead>
          <tbody>
            {members.map((row) => (
              <tr key={row}>
                <th scope="row">{called(row)}</th>
                {columns.map((column) => {
                  const value = result.correlations[row]?.[column] ?? null;
                  return <td key={column} className={`number ${row === column ? '' : classOf(value)}`}>{row === column ? '1' : score.signed(value)}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
