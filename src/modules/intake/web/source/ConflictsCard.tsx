import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import type { SourceQuality } from '../../words/quality.schema.ts';

/** Where another source says something else about the same thing and period. */
export function ConflictsCard({ statements }: { statements: SourceQuality['statements'] }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const { conflicts, disputed, total } = statements;
  return (
    <Card title={text('intake.quality.conflicts')} note={total > 0 ? text('intake.quality.conflictsNote', { disputed, count: total }) : undefined} flush>
      {conflicts.length === 0 ? (
        <EmptyState title={text(total === 0 ? 'intake.quality.noStatements' : 'intake.quality.noConflicts')} />
      ) : (
        <DataTable
          caption={text('intake.quality.conflicts')}
          density="compact"
          columns={[
            { key: 'record', label: text('intake.quality.record'), fixed: true, cell: (row) => <PageLink href={`/${row.subjectKind}s/${row.subjectId}?tab=statements`}>{name(row.name)}</PageLink> },
            { key: 'attribute', label: text('registry.statement.attribute'), cell: (row) => name(row.attribute) },
            { key: 'period', label: text('registry.statement.period'), cell: (row) => (row.period === null ? '—' : format.period(row.period)) },
            { key: 'shown', label: text('intake.quality.shown'), cell: (row) => <Tag tone={row.shown ? 'positive' : 'neutral'}>{text(row.shown ? 'intake.quality.shownThis' : 'intake.quality.shownOther')}</Tag> },
          ]}
          rows={conflicts}
          rowKey={(row) => `${row.subjectId} ${name(row.attribute)} ${row.period ?? ''}`}
          foot={disputed > conflicts.length ? text('intake.quality.moreConflicts', { count: disputed - conflicts.length }) : undefined}
        />
      )}
    </Card>
  );
}
