import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import type { Batch } from '../words/import.schema.ts';

/** What became of the batch, and where to go from here. */
export function ResultCard({ batch }: { batch: Batch }) {
  const text = useText();
  const format = useFormat();
  const { outcome, state } = batch;
  if (state === 'discarded') return <p className="card card-body">{text('intake.result.discarded')}</p>;
  if (!outcome) return null;
  if (state === 'undone') return <p className="card card-body">{text('intake.result.undone', { removed: outcome.removed ?? 0, kept: outcome.kept ?? 0 })}</p>;
  const placed = batch.counts?.groups.find((group) => group.key === 'placed')?.count ?? 0;
  const figures = [
    [text('intake.result.created'), outcome.created],
    [text('intake.result.placed'), placed],
    [text('intake.result.open'), batch.open],
    [text('intake.result.left'), outcome.left],
  ] as const;
  const filter = `batchId=${batch.id}`;
  return (
    <Card title={text('intake.result.title')}>
      <div className="stack">
        <dl className="strip">
          {figures.map(([label, value]) => (
            <div key={label} className="strip-cell">
              <dt className="figure-label">{label}</dt>
              <dd className="figure-value strong">{format.count(value)}</dd>
            </div>
          ))}
        </dl>
        <p className="row row-wrap">
          <ButtonLink href={`/clusters/new?${filter}`} kind="primary" icon="cluster">{text('intake.result.cluster')}</ButtonLink>
          <ButtonLink href={`/organisations?${filter}`}>{text('intake.result.list')}</ButtonLink>
          <ButtonLink href={`/organisations?${filter}&show=map`} icon="map">{text('intake.result.map')}</ButtonLink>
        </p>
      </div>
    </Card>
  );
}
