import { useState } from 'react';
import { useWrite, type ListAnswer } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { ListFoot } from '#web/kit/list/ListFoot.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { withdrawDataRequest } from '../../words/asset.contract.ts';
import type { DataRequest, RequestState } from '../../words/asset.schema.ts';
import { assetPath } from './asset-words.tsx';
import { DecideRequest } from './DecideRequest.tsx';

const tones: Record<RequestState, 'warning' | 'positive' | 'neutral'> = { open: 'warning', granted: 'positive', refused: 'neutral', withdrawn: 'neutral', ended: 'neutral' };

export function useRequestColumns(within: boolean, decide: (request: DataRequest) => void): Column<DataRequest>[] {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const withdraw = useWrite(withdrawDataRequest, { touches: ['dataAsset'] });
  return [
    ...(within ? [] : [{ key: 'asset', label: text('intake.column.asset'), fixed: true, cell: (row: DataRequest) => <PageLink href={`${assetPath(row.asset.id)}?tab=requests`}>{name(row.asset.name)}</PageLink>, export: (row: DataRequest) => name(row.asset.name) }]),
    { key: 'organisation', label: text('intake.column.organisation'), cell: (row) => <>{name(row.organisation.name) || text('intake.asset.hidden')}<div className="quiet small">{row.askedByName}</div></>, export: (row) => name(row.organisation.name) },
    { key: 'access', label: text('intake.column.access'), cell: (row) => text(`intake.access.${row.access}`), export: (row) => text(`intake.access.${row.access}`) },
    { key: 'purpose', label: text('intake.column.purpose'), cell: (row) => row.purpose, export: (row) => row.purpose },
    { key: 'state', label: text('intake.column.state'), cell: (row) => <span className="row-tight nowrap"><Tag tone={tones[row.state]}>{text(`intake.requestState.${row.state}`)}</Tag>{row.late ? <Tag tone="critical" icon="clock">{text('intake.request.late')}</Tag> : null}</span>, export: (row) => text(`intake.requestState.${row.state}`) },
    { key: 'dueAt', label: text('intake.column.dueAt'), cell: (row) => (row.dueAt ? <span className="nowrap">{format.date(row.dueAt)}</span> : row.grantedUntil ? <span className="nowrap">{text('intake.request.until', { day: format.date(row.grantedUntil) })}</span> : '—'), export: (row) => row.dueAt ?? row.grantedUntil },
    { key: 'reason', label: text('intake.column.reason'), cell: (row) => (row.reason ? <>{row.reason}<div className="quiet small">{row.decidedByName}</div></> : '—'), export: (row) => row.reason },
    {
      key: 'deed', label: text('intake.column.deed'),
      cell: (row) =>
        row.mine && (row.state === 'open' || row.state === 'granted') ? <Button size="small" onClick={() => decide(row)}>{text(row.state === 'open' ? 'intake.request.decide' : 'intake.request.end')}</Button>
        : row.own && row.state === 'open' ? <Button size="small" busy={withdraw.isPending} onClick={() => withdraw.mutate({ params: { requestId: row.id } })}>{text('intake.request.withdraw')}</Button> : null,
    },
  ];
}

/** Requests of one set, or of all, with what may be done about each. */
export function RequestTable({ list, within }: { list: ListAnswer<DataRequest>; within: boolean }) {
  const text = useText();
  const [deciding, setDeciding] = useState<DataRequest | null>(null);
  const columns = useRequestColumns(within, setDeciding);
  if (list.error && list.items.length === 0) return <ErrorState what={text('intake.requests')} problem={list.error} retry={list.retry} />;
  if (list.loading) return <LoadingSkeleton />;
  if (list.items.length === 0) return <EmptyState title={text('intake.request.empty')}>{text('intake.request.empty.hint')}</EmptyState>;
  return (
    <>
      <DataTable caption={text('intake.requests')} columns={columns} rows={list.items} rowKey={(row) => row.id} />
      <ListFoot list={list} />
      {deciding ? <DecideRequest request={deciding} onClose={() => setDeciding(null)} /> : null}
    </>
  );
}
