import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { useSetSearch } from '#web/router/use-search.ts';
import type { Batch } from '../words/import.schema.ts';

/** What became of the batch: what it created, changed and left, each opening its rows, and where to go from here. */
export function ResultCard({ batch }: { batch: Batch }) {
  const text = useText();
  const format = useFormat();
  const setSearch = useSetSearch();
  const { outcome, state } = batch;
  if (state === 'discarded') return <p className="card card-body">{text('intake.result.discarded')}</p>;
  if (!outcome) return null;
  if (state === 'undone') return <p className="card card-body">{text('intake.result.undone', { removed: outcome.removed ?? 0, kept: outcome.kept ?? 0 })}</p>;
  const placed = batch.target === 'organisation' ? batch.counts?.groups.find((group) => group.key === 'placed')?.count : undefined;
  const show = (effect: 'created' | 'changed' | 'left') => () => setSearch({ effect, group: undefined, reason: undefined, state: undefined, question: undefined });
  const figures: [string, number, (() => void) | null][] = [
    [text('intake.result.created'), outcome.created, show('created')],
    [text('intake.result.changed'), outcome.changed, show('changed')],
    [text('intake.result.left'), outcome.left, show('left')],
    ...(placed === undefined ? [] : ([[text('intake.result.placed'), placed, null]] satisfies [string, number, null][])),
    [text('intake.result.open'), batch.open, null],
  ];
  const filter = `batchId=${batch.id}`;
  return (
    <Card title={text('intake.result.title')} caption={text('intake.result.caption')}>
      <div className="stack">
        <dl className="strip">
          {figures.map(([label, value, open]) => (
            <div key={label} className="strip-cell">
              <dt className="figure-label">{label}</dt>
              <dd className="figure-value strong">{format.count(value)}</dd>
              {open && value > 0 ? <dd><Button kind="quiet" size="small" onClick={open}>{text('intake.result.rows')}</Button></dd> : null}
            </div>
          ))}
        </dl>
        {batch.target === 'organisation' ? (
          <p className="row row-wrap">
            <ButtonLink href={`/clusters/new?${filter}`} kind="primary" icon="cluster">{text('intake.result.cluster')}</ButtonLink>
            <ButtonLink href={`/organisations?${filter}`}>{text('intake.result.list')}</ButtonLink>
            <ButtonLink href={`/organisations?${filter}&show=map`} icon="map">{text('intake.result.map')}</ButtonLink>
          </p>
        ) : null}
      </div>
    </Card>
  );
}
