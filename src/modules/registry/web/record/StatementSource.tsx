import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import type { Statement } from '../../words/statement.schema.ts';

/** Who says so, what kind of source it is and when it was published, where that is known. */
export function StatementSource({ statement: { source } }: { statement: Statement }) {
  const text = useText();
  const format = useFormat();
  return (
    <span>
      {source.url ? <a href={source.url} target="_blank" rel="noreferrer noopener">{source.title}</a> : source.title}
      <span className="small quiet" style={{ display: 'block' }}>
        {[source.publisher, text(`registry.sourceKind.${source.kind}`), source.publishedOn ? format.date(source.publishedOn) : null].filter(Boolean).join(' · ')}
      </span>
    </span>
  );
}
