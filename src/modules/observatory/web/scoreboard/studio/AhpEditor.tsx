import { useState } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Tag } from '#web/kit/Tag.tsx';
import type { ScoreboardResult } from '../../../words/scoreboard-run.schema.ts';
import { useScore } from '../use-score.ts';
import { childrenOf, isGroup } from './tree-edits.ts';
import { useCalled } from './use-called.ts';
import type { Studio } from './use-studio.ts';

const steps = [9, 7, 5, 3, 2, 1, 1 / 2, 1 / 3, 1 / 5, 1 / 7, 1 / 9];
const nearest = (value: number): number => steps.reduce((best, step) => (Math.abs(Math.log(step / value)) < Math.abs(Math.log(best / value)) ? step : best), 1);

/** Saaty's pairs of one group: how many times more one matters than the other, and whether the answers agree. */
export function AhpEditor({ studio, result }: { studio: Studio; result: ScoreboardResult | null }) {
  const text = useText();
  const score = useScore();
  const called = useCalled(studio, result);
  const { nodes, choices } = studio.content;
  const groups = nodes.filter((node) => isGroup(node) && childrenOf(nodes, node.code).length >= 2 && childrenOf(nodes, node.code).length <= 9);
  const [asked, setAsked] = useState<string | null>(null);
  const group = groups.find((node) => node.code === asked) ?? groups[0];
  if (!group) return <p className="small quiet">{text('observatory.scoreboard.ahp.noGroup')}</p>;
  const children = childrenOf(nodes, group.code);
  const held = choices.weighting.comparisons.find((one) => one.parent === group.code)?.matrix;
  const matrix = held?.length === children.length ? held : children.map(() => children.map(() => 1));
  const set = (row: number, column: number, value: number) => {
    const next = matrix.map((line, at) => line.map((one, to) => (at === row && to === column ? value : at === column && to === row ? 1 / value : one)));
    studio.setChoices({ weighting: { ...choices.weighting, comparisons: [...choices.weighting.comparisons.filter((one) => one.parent !== group.code), { parent: group.code, matrix: next }] } });
  };
  const word = (step: number): string => (step === 1 ? text('observatory.scoreboard.ahp.equal') : step > 1 ? text('observatory.scoreboard.ahp.more', { times: String(step) }) : text('observatory.scoreboard.ahp.less', { times: String(Math.round(1 / step)) }));
  const consistency = result?.consistency.find((one) => one.parent === group.code);
  return (
    <div className="ahp">
      <label className="setting small">
        <span>{text('observatory.scoreboard.correlation.group')}</span>
        <select className="input input-small" value={group.code} onChange={(event) => setAsked(event.target.value)}>{groups.map((node) => <option key={node.code} value={node.code}>{called.node(node.code)}</option>)}</select>
      </label>
      {children.flatMap((one, row) =>
        children.slice(row + 1).map((other, at) => {
          const column = row + 1 + at;
          return (
            <label key={`${one.code} ${other.code}`} className="ahp-pair small">
              <span>{called.node(one.code)}</span>
              <select className="input input-small" value={String(nearest(matrix[row]?.[column] ?? 1))} onChange={(event) => set(row, column, Number(event.target.value))}>{steps.map((step) => <option key={step} value={String(step)}>{word(step)}</option>)}</select>
              <span>{called.node(other.code)}</span>
            </label>
          );
        }),
      )}
      {consistency && consistency.cr !== null ? <p className="small">{text('observatory.scoreboard.ahp.ratio', { ratio: score.decimals(consistency.cr, 3) })} {consistency.cr < 0.1 ? <Tag tone="positive" icon="check">{text('observatory.scoreboard.ahp.consistent')}</Tag> : <Tag tone="warning" icon="warning">{text('observatory.scoreboard.ahp.inconsistent')}</Tag>}</p> : null}
    </div>
  );
}
