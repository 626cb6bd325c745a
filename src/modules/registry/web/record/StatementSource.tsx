import { useText } from '#web/i18n/use-text.ts';
import type { Statement } from '../../words/statement.schema.ts';

export function StatementSource({ statement: { source } }: { statement: Statement }) {
  const text = useText();
  return (
    <span>
      {source.url ? <a href={source.url} target="_blank" rel="noreferrer noopener">{source.title}</a> : source.title}
      <span className="small quiet" style={{ display: 'block' }}>{[source.publisher, text(`registry.sourceKind.${source.kind}`)].filter(Boolean).join(' · ')}</span>
    </span>
  );
}
