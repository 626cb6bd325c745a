import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { usePageParams } from '#web/router/use-search.ts';
import { useMay } from '#web/session/use-session.ts';
import { sourceKinds } from '#modules/registry/words/statement.schema.ts';
import { getSourceQuality } from '../../words/quality.contract.ts';
import type { SourceQuality } from '../../words/quality.schema.ts';
import { CompletenessCard } from './CompletenessCard.tsx';
import { ConflictsCard } from './ConflictsCard.tsx';
import { RejectsCard } from './RejectsCard.tsx';
import { SourceFiles } from './SourceFiles.tsx';
import '../intake.css';

export default function SourcePage() {
  const { sourceId } = usePageParams('sourceId');
  const text = useText();
  const query = useRoute(getSourceQuality, { params: { sourceId } });
  return <Loaded query={query} what={text('intake.source.one')}>{(quality) => <SourceView quality={quality} />}</Loaded>;
}

/** How far a source can be relied on: what its files filled, how old it is, what was left out, where others disagree. */
function SourceView({ quality }: { quality: SourceQuality }) {
  const text = useText();
  const format = useFormat();
  const mayImport = useMay('import.create');
  const { source, files, freshness, statements } = quality;
  const kind = sourceKinds.find((known) => known === source.kind) ?? 'other';
  const rejected = files && files.rows > 0 ? `${Math.round((files.left / files.rows) * 100)}%` : '—';
  const figures: [string, string, string][] = [
    [text('intake.quality.age'), freshness.days === null ? '—' : freshness.days === 0 ? text('intake.quality.today') : text('intake.quality.days', { count: freshness.days }), freshness.lastAppliedAt ? text('intake.quality.lastFile', { at: format.date(freshness.lastAppliedAt.slice(0, 10)) }) : text('intake.quality.noFile')],
    ...(files
      ? ([
          [text('intake.quality.rows'), format.count(files.rows), text('intake.quality.ofFiles', { count: files.applied })],
          [text('intake.quality.left'), rejected, text('intake.quality.leftRows', { count: files.left })],
          [text('intake.quality.unmatched'), format.count(files.unmatched), text('intake.quality.unmatchedNote')],
        ] satisfies [string, string, string][])
      : []),
    [text('intake.quality.statements'), format.count(statements.total), text('intake.quality.records', { count: statements.records })],
    [text('intake.quality.disputed'), format.count(statements.disputed), text('intake.quality.disputedNote')],
  ];
  return (
    <div className="stack">
      <PageHead
        title={source.title}
        breadcrumb={[{ label: text('intake.source.list'), href: '/sources' }]}
        tags={<Tag tone={kind === 'selfReported' ? 'warning' : 'neutral'}>{text(`registry.sourceKind.${kind}`)}</Tag>}
        scope={[source.publisher, source.publishedOn ? text('intake.source.published', { at: format.date(source.publishedOn) }) : null, text('intake.source.under', { licence: source.licence ?? text('web.figure.notStated') })].filter(Boolean).join(' · ')}
        actions={
          <>
            {source.url ? <a className="button button-plain button-normal" href={source.url} target="_blank" rel="noreferrer noopener">{text('intake.source.open')}</a> : null}
            {mayImport ? <ButtonLink kind="primary" icon="intake" href={`/imports?source=${source.id}`}>{text('intake.source.import')}</ButtonLink> : null}
          </>
        }
      />
      {source.note ? <p className="card card-body">{source.note}</p> : null}
      <dl className="strip" aria-label={text('intake.quality.title')}>
        {figures.map(([label, value, note]) => (
          <div key={label} className="strip-cell">
            <dt className="figure-label">{label}</dt>
            <dd className="figure-value strong">{value}</dd>
            <dd className="small quiet">{note}</dd>
          </div>
        ))}
      </dl>
      <div className="columns">
        <CompletenessCard quality={quality} />
        <RejectsCard quality={quality} />
      </div>
      <ConflictsCard statements={statements} />
      {files ? <SourceFiles sourceId={source.id} /> : null}
    </div>
  );
}
