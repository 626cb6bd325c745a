import { useRoute, useList } from '#web/api/use-route.ts';
import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { useListState } from '#web/router/use-list-state.ts';
import { useMay } from '#web/session/use-session.ts';
import { listImportBatches } from '../intake.contract.ts';
import { batchStates } from '../words/import.schema.ts';
import { listImportTargets } from '../words/mapping.contract.ts';
import { StartImport } from './start/StartImport.tsx';
import { useBatchColumns } from './use-batch-columns.tsx';

export default function ImportListPage() {
  const text = useText();
  const bilingual = useBilingual();
  const mayImport = useMay('import.create');
  const state = useListState({ filters: ['state', 'target'], defaultSort: '-createdAt' });
  const chosen = batchStates.find((known) => known === state.filters.state[0]);
  const target = state.filters.target[0];
  const list = useList(listImportBatches, { query: { state: chosen, target } });
  const targets = useRoute(listImportTargets, {}, { staleTime: 300_000, enabled: mayImport }).data?.items ?? [];
  const columns = useBatchColumns();
  return (
    <ListPage
      name="imports"
      title={text('intake.nav')}
      list={list}
      state={state}
      columns={columns}
      rowKey={(row) => row.id}
      rowHref={(row) => `/imports/${row.id}`}
      rowLabel={(row) => row.fileName}
      filters={
        <>
          <FilterChip single label={text('intake.column.state')} chosen={state.filters.state} options={batchStates.map((value) => ({ value, label: text(`intake.state.${value}`) }))} onChange={(values) => state.setFilter('state', values)} />
          <FilterChip single label={text('intake.column.target')} chosen={state.filters.target} options={targets.map(({ id, label }) => ({ value: id, label: bilingual(label) }))} onChange={(values) => state.setFilter('target', values)} />
        </>
      }
      above={list.error?.status === 403 || !mayImport ? null : <StartImport />}
      empty={<EmptyState title={text('intake.empty')}>{text('intake.empty.hint')}</EmptyState>}
    />
  );
}
