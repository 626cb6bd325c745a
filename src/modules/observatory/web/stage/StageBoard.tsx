import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { stages } from '../../words/stage.rules.ts';
import type { ClusterStageRow } from '../../words/stage.schema.ts';
import { useStageWords } from './use-stage-words.ts';

/** How many have no verdict; they are in the list and not in the picture. */
export function NotJudged({ rows }: { rows: readonly ClusterStageRow[] }) {
  const text = useText();
  const count = rows.filter(({ latest }) => latest === null).length;
  return count === 0 ? null : <p className="small legend-line"><PageLink href="/stages?stage=none">{text('observatory.stage.withoutVerdict', { count })}</PageLink></p>;
}

/** Clusters side by side in the stage that is shown for them now. */
export function StageBoard({ rows }: { rows: readonly ClusterStageRow[] }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const words = useStageWords();
  const columnOf = (row: ClusterStageRow) => (row.latest === null ? 'none' : (row.latest.shown.stage ?? 'undetermined'));
  return (
    <>
      <div className="stage-board">
        {[...stages, 'undetermined' as const].map((column) => {
          const held = rows.filter((row) => columnOf(row) === column);
          const title = column === 'undetermined' ? text('observatory.stage.undetermined') : text(`observatory.stage.name.${column}`);
          return (
            <section key={column} className={`stage-column stage-column-${column}`} aria-label={title}>
              <h3>{title} <span className="quiet">{format.count(held.length)}</span></h3>
              <ul>
                {held.map((row) => (
                  <li key={row.id}>
                    <PageLink href={`/clusters/${row.id}?tab=stage`}>{name(row.name)}</PageLink>
                    {row.latest?.shown.towards || row.latest?.emerging ? <span className="small quiet">{words({ ...row.latest.shown, emerging: row.latest.emerging })}</span> : null}
                    {row.latest && row.latest.dissents > 0 ? <span className="small row-tight"><Icon name="conflict" size={12} />{text('observatory.stage.dissents', { count: row.latest.dissents })}</span> : null}
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      <NotJudged rows={rows} />
    </>
  );
}
