import { useState } from 'react';
import { useList } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { useListState } from '#web/router/use-list-state.ts';
import { listDataRequests } from '../../words/asset.contract.ts';
import { requestStates, type DataRequest } from '../../words/asset.schema.ts';
import { DecideRequest } from './DecideRequest.tsx';
import { useRequestColumns } from './RequestTable.tsx';

/** Who asked for which data, what waits for an answer, and which answers are late. */
export default function RequestListPage() {
  const text = useText();
  const state = useListState({ filters: ['state', 'late'], defaultSort: '-createdAt' });
  const chosen = requestStates.find((each) => each === state.filters.state[0]);
  const late = state.filters.late[0] as 'true' | undefined;
  const list = useList(listDataRequests, { query: { ...(chosen ? { state: chosen } : {}), ...(late ? { late } : {}) } });
  const [deciding, setDeciding] = useState<DataRequest | null>(null);
  return (
    <>
      <ListPage
        name="data-requests"
        title={text('intake.requests')}
        breadcrumb={[{ label: text('intake.assets'), href: '/data-assets' }]}
        scope={text('intake.requests.scope')}
        list={list}
        state={state}
        columns={useRequestColumns(false, setDeciding)}
        rowKey={(row) => row.id}
        views={[
          { key: 'all', label: text('intake.asset.view.all') },
          { key: 'open', label: text('intake.requestState.open'), filters: { state: ['open'] } },
          { key: 'late', label: text('intake.request.late'), filters: { late: ['true'] } },
        ]}
        filters={<FilterChip single label={text('intake.column.state')} options={requestStates.map((value) => ({ value, label: text(`intake.requestState.${value}`) }))} chosen={state.filters.state} onChange={(values) => state.setFilter('state', values)} />}
        empty={<EmptyState title={text('intake.request.empty')}>{text('intake.request.empty.hint')}</EmptyState>}
      />
      {deciding ? <DecideRequest request={deciding} onClose={() => setDeciding(null)} /> : null}
    </>
  );
}
