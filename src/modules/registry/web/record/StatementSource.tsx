import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { PageLink } from '#web/router/PageLink.tsx';
import type { Statement } from '../../words/statement.schema.ts';

/** Who says so, what kind of source it is and when it was published, where that is known; its name leads to its quality report. */
export function StatementSource({ statement: { source } }: { statement: Statement }) {
  const text = useText();
  const format = useFormat();
  return (
    <span>
      <PageLink href={`/sources/${source.id}`}>{source.title}</PageLink>
      <span className="small quiet" style={{ display: 'block' }}>
        {[source.publisher, text(`registry.sourceKind.${source.kind}`), source.publishedOn ? format.date(source.publishedOn) : null].filter(Boolean).join(' · ')}
        {source.url ? <> · <a href={source.url} target="_blank" rel="noreferrer noopener">{text('registry.source.url')}</a></> : null}
      </span>
    </span>
  );
}
