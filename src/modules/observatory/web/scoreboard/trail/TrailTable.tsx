import { useState } from 'react';
import type { Figure as FigureValue } from '#platform/figure/figure.schema.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Figure } from '#web/kit/figure/Figure.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import type { InputMark, Trail } from '../../../words/scoreboard-run.schema.ts';
import { linesOf, toggled } from '../tree-lines.ts';
import { useUnitWord } from '../use-unit-word.ts';
import { useScore } from '../use-score.ts';

type TrailNode = Trail['nodes'][number];
type Input = NonNullable<TrailNode['input']>;

const markOf: Readonly<Record<InputMark, FigureValue['mark']>> = { value: 'reported', about: 'about', notStated: 'notStated', notApplicable: 'noData', suppressed: 'suppressed', noData: 'noData' };

const figureOf = (node: TrailNode, input: Input): FigureValue => ({
  key: node.code,
  label: { zh: node.name.zh ?? node.name.en ?? '', en: node.name.en ?? node.name.zh ?? '' },
  value: input.value,
  unit: input.unit ?? 'one',
  period: input.period,
  mark: markOf[input.mark],
  sample: false,
  source: input.source,
  trace: input.observationId ? { provider: 'indicator.observation', params: { observationId: input.observationId } } : null,
});

/** The tree of one subject: groups open to what is in them, indicators to the value and where it is from. */
export function TrailTable({ trail }: { trail: Trail }) {
  const text = useText();
  const root = trail.nodes.at(-1);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set(trail.nodes.filter((node) => trail.nodes.length > 24 && node.indicatorId === null && node.parent !== null && node.parent !== root?.code).map((node) => node.code)));
  const toggle = (code: string) => setClosed((before) => toggled(before, code));
  return (
    <div className="table-holder table-compact">
      <table className="table trail" role="table">
        <caption className="visually-hidden">{text('observatory.scoreboard.tab.trail')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {(['node', 'score', 'rank', 'weight', 'raw', 'used', 'source'] as const).map((key) => (
              <th key={key} scope="col" role="columnheader" className={key === 'node' || key === 'source' ? undefined : 'number'}>{text(`observatory.scoreboard.trail.${key}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {linesOf(trail.nodes, closed).map(({ node, depth }) => <TrailLine key={node.code} node={node} depth={depth} open={!closed.has(node.code)} toggle={() => toggle(node.code)} />)}
        </tbody>
      </table>
    </div>
  );
}

function TrailLine({ node, depth, open, toggle }: { node: TrailNode; depth: number; open: boolean; toggle: () => void }) {
  const text = useText();
  const name = useName();
  const score = useScore();
  const group = node.indicatorId === null;
  const label = name(node.name);
  const words = { score: text('observatory.scoreboard.trail.score'), rank: text('observatory.scoreboard.trail.rank'), weight: text('observatory.scoreboard.trail.weight') };
  return (
    <tr role="row" className={group ? 'trail-group' : undefined}>
      <td role="cell" style={{ paddingInlineStart: 12 + depth * 18 }}>
        {group ? (
          <button type="button" className="trail-toggle" aria-expanded={open} onClick={toggle}><Icon name={open ? 'down' : 'right'} size={14} /> {label}</button>
        ) : (
          <PageLink href={`/indicators/${node.indicatorId}`}>{label}</PageLink>
        )}
      </td>
      <td role="cell" className="number" data-label={words.score}>{score.score(node.score)}</td>
      <td role="cell" className="number" data-label={words.rank}>{score.rank(node.rank)}</td>
      <td role="cell" className="number" data-label={words.weight}>{score.share(node.effectiveWeight)}</td>
      <TrailInput node={node} />
    </tr>
  );
}

function TrailInput({ node }: { node: TrailNode }) {
  const text = useText();
  const format = useFormat();
  const unit = useUnitWord();
  const { input, denominator, stages } = node;
  if (!input) return <><td role="cell" /><td role="cell" /><td role="cell" /></>;
  const used = stages?.treated ?? null;
  return (
    <>
      <td role="cell" className="number" data-label={text('observatory.scoreboard.trail.raw')}>
        <Figure figure={figureOf(node, input)} hideUnit /> <span className="small quiet">{input.unit ? unit(input.unit) : ''}</span>
        {denominator ? <div className="small quiet">÷ <Figure figure={{ ...figureOf(node, denominator), key: `${node.code} denominator` }} hideUnit /> {denominator.unit ? unit(denominator.unit) : ''}</div> : null}
      </td>
      <td role="cell" className="number" data-label={text('observatory.scoreboard.trail.used')}>
        {used === null ? '—' : format.decimal(String(Number(used.toPrecision(6))))}
        <span className="row-tight trail-tags">
          {node.wasImputed ? <Tag tone="warning">{text('observatory.scoreboard.trail.imputed')}</Tag> : null}
          {node.wasTreated ? <Tag>{text('observatory.scoreboard.trail.treated')}</Tag> : null}
          {node.direction < 0 ? <Tag>{text('observatory.scoreboard.trail.lessIsBetter')}</Tag> : null}
        </span>
      </td>
      <td role="cell" data-label={text('observatory.scoreboard.trail.source')}>
        {input.source ?? <span className="quiet">{text('observatory.scoreboard.trail.noSource')}</span>}
        <div className="small quiet">{[input.period ? format.period(input.period) : null, input.vintage, input.scopeNote].filter(Boolean).join(' · ')}</div>
      </td>
    </>
  );
}
