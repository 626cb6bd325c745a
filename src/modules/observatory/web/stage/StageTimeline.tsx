import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { PageLink } from '#web/router/PageLink.tsx';
import { stages } from '../../words/stage.rules.ts';
import type { ClusterStageRow } from '../../words/stage.schema.ts';
import { NotJudged } from './StageBoard.tsx';
import { useStageWords } from './use-stage-words.ts';

/** Clusters down, years across: the last verdict of each year. A year without one stays empty. */
export function StageTimeline({ rows }: { rows: readonly ClusterStageRow[] }) {
  const text = useText();
  const name = useName();
  const words = useStageWords();
  const years = [...new Set(rows.flatMap(({ history }) => history.map(({ on }) => on.slice(0, 4))))].toSorted();
  if (years.length === 0) return <p className="quiet">{text('observatory.stage.timeline.empty')}</p>;
  return (
    <div className="timeline-scroll" tabIndex={0} role="region" aria-label={text('observatory.stage.view.time')}>
      <table className="timeline">
        <caption className="visually-hidden">{text('observatory.stage.view.time')}</caption>
        <thead><tr><th scope="col">{text('observatory.stage.cluster')}</th>{years.map((year) => <th key={year} scope="col">{year}</th>)}</tr></thead>
        <tbody>
          {rows.filter(({ history }) => history.length > 0).map((row) => (
            <tr key={row.id}>
              <th scope="row"><PageLink href={`/clusters/${row.id}?tab=stage`}>{name(row.name)}</PageLink></th>
              {years.map((year) => {
                const held = row.history.findLast(({ on }) => on.startsWith(year));
                return <td key={year}>{held ? <span className={`life-cell life-cell-${held.stage ?? 'undetermined'}`} title={`${held.on} ${words(held)}`}>{held.stage === null ? text(held.emerging ? 'observatory.stage.short.emerging' : 'observatory.stage.short.undetermined') : [held.stage, held.towards].map((each) => (each ? text(`observatory.stage.short.${each}`) : '')).filter(Boolean).join('–')}{held.overridden ? '*' : ''}</span> : <span className="quiet">·</span>}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small quiet legend-line">{stages.map((stage) => `${text(`observatory.stage.short.${stage}`)} ${text(`observatory.stage.name.${stage}`)}`).join(' · ')} · {text('observatory.stage.legend')}</p>
      <NotJudged rows={rows} />
    </div>
  );
}
