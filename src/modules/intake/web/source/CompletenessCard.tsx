import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import type { SourceQuality } from '../../words/quality.schema.ts';

/** How many rows fill each field, over the files that carry it. */
export function CompletenessCard({ quality: { completeness } }: { quality: SourceQuality }) {
  const text = useText();
  const bilingual = useBilingual();
  const format = useFormat();
  const several = new Set(completeness.map(({ target }) => target)).size > 1;
  return (
    <Card title={text('intake.quality.completeness')} caption={completeness.length > 0 ? text('intake.quality.completenessNote') : undefined} flush>
      {completeness.length === 0 ? (
        <EmptyState title={text('intake.quality.noRows')} />
      ) : (
        <DataTable
          caption={text('intake.quality.completeness')}
          density="compact"
          columns={[
            { key: 'field', label: text('intake.mapping.field'), fixed: true, cell: (row) => <>{bilingual(row.label)}{row.required ? <span className="small quiet"> {text('intake.field.required')}</span> : null}{several ? <span className="small quiet"> {bilingual(row.targetLabel)}</span> : null}</> },
            {
              key: 'share',
              label: text('intake.mapping.filled'),
              number: true,
              cell: (row) => (
                <span className="mapping-share">
                  <span className="mapping-bar" aria-hidden="true"><span style={{ width: `${(row.filled / Math.max(1, row.rows)) * 100}%` }} /></span>
                  {`${Math.round((row.filled / Math.max(1, row.rows)) * 100)}%`}
                </span>
              ),
            },
            { key: 'rows', label: text('intake.quality.filledRows'), number: true, cell: (row) => `${format.count(row.filled)} / ${format.count(row.rows)}` },
          ]}
          rows={completeness}
          rowKey={(row) => `${row.target} ${row.field}`}
        />
      )}
    </Card>
  );
}
