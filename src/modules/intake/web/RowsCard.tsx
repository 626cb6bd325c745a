import { useList } from '#web/api/use-route.ts';
import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { Chip } from '#web/kit/Chip.tsx';
import { ListBody } from '#web/kit/list/ListBody.tsx';
import { ListFoot } from '#web/kit/list/ListFoot.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { one } from '#web/router/search.ts';
import { useSearch, useSetSearch } from '#web/router/use-search.ts';
import { listImportRows } from '../intake.contract.ts';
import { rowStates } from '../words/import.schema.ts';
import type { Batch, BatchCounts, ImportRowView } from '../words/import.schema.ts';
import { RowStateTag } from './BatchStateTag.tsx';

/** The rows word for word with what was said about them; fifty at a time, filtered by state, group, remark or question. */
export function RowsCard({ batch, counts }: { batch: Batch; counts: BatchCounts }) {
  const text = useText();
  const bilingual = useBilingual();
  const search = useSearch();
  const setSearch = useSetSearch();
  const [group, reason, question] = [one(search['group']), one(search['reason']), one(search['question'])];
  const state = rowStates.find((known) => known === one(search['state']));
  const list = useList(listImportRows, { params: { batchId: batch.id }, query: { state, group, reason, question } });
  const clear = () => setSearch({ group: undefined, reason: undefined, question: undefined, state: undefined });
  const groupLabel = counts.groups.find((item) => item.key === group)?.label;
  const reasonLabel = counts.reasons.find((item) => item.reason === reason)?.label;
  const filter = bilingual(groupLabel ?? reasonLabel) || question;
  const shown = batch.mapping.flatMap((field, index) => (field === null || field === 'description' ? [] : [index])).slice(0, 7);
  const columns: Column<ImportRowView>[] = [
    { key: 'row', label: text('intake.rows.number'), number: true, cell: (row) => row.rowNumber, fixed: true },
    { key: 'state', label: text('intake.column.state'), cell: (row) => <RowStateTag state={row.state} /> },
    { key: 'remarks', label: text('intake.rows.remarks'), cell: (row) => <span className="small">{row.reasons.map(({ text: words }) => bilingual(words)).join(' ')}</span> },
    ...shown.map((index): Column<ImportRowView> => ({ key: `c${index}`, label: batch.columns[index]?.name ?? '', cell: (row) => <span className="small">{row.cells[index]}</span> })),
  ];
  return (
    <Card
      title={text('intake.rows.title')}
      actions={
        <span className="row row-wrap">
          {filter ? <Chip on onRemove={clear}>{text('intake.rows.filtered', { what: filter })}</Chip> : null}
          {rowStates.filter((known) => (counts.states[known] ?? 0) > 0).map((known) => (
            <Chip key={known} on={state === known} onClick={() => setSearch({ state: state === known ? undefined : known })}>{text(`intake.rowState.${known}`)}</Chip>
          ))}
        </span>
      }
      flush
    >
      <ListBody list={list} narrowed={Boolean(filter ?? state)} clear={clear} empty={<EmptyState title={text('intake.rows.none')} />} what={text('intake.rows.title')}>
        <DataTable caption={text('intake.rows.title')} columns={columns} rows={list.items} rowKey={(row) => row.id} rowHref={(row) => (row.recordId ? `/organisations/${row.recordId}` : null)} density="compact" keys />
        <ListFoot list={list} />
      </ListBody>
    </Card>
  );
}
