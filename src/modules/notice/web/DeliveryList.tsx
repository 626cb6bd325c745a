import type { z } from 'zod';
import { useList, useRoute, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { textOr, useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { noticeKindText } from '#web/kit/notice/notice-words.ts';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { Tag, type Tone } from '#web/kit/Tag.tsx';
import { useListState } from '#web/router/use-list-state.ts';
import { useMay } from '#web/session/use-session.ts';
import { Administration } from '#web/shell/Administration.tsx';
import { listChannels, listDeliveries, retryDelivery } from '../notice.contract.ts';
import { deliveryStates, type Delivery, type deliveryListQuery } from '../notice.schema.ts';

const tones: Readonly<Record<Delivery['state'], Tone>> = { waiting: 'neutral', sending: 'brand', sent: 'positive', failed: 'critical', dropped: 'neutral' };
type Asked = z.input<typeof deliveryListQuery>;

function useColumns(): Column<Delivery>[] {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const mayRetry = useMay('delivery.retry');
  const retry = useWrite(retryDelivery);
  const what = (row: Delivery) => (row.kind ? noticeKindText(row.kind) : text(`notice.purpose.${row.purpose}`));
  const reason = (row: Delivery) => (row.reason ? textOr(`notice.failure.${row.reason}`, row.reason) : '');
  const to = (row: Delivery) => (row.personName ? name(row.personName) : text('notice.delivery.group'));
  return [
    { key: 'what', label: text('notice.delivery.what'), fixed: true, cell: (row) => <span className="cell-lines"><span className="strong">{what(row)}</span><span>{text('notice.delivery.items', { count: row.itemCount })}</span></span>, export: what },
    { key: 'to', label: text('notice.delivery.to'), cell: to, export: to },
    { key: 'channel', label: text('notice.channel'), cell: (row) => name(row.channelName), export: (row) => name(row.channelName) },
    { key: 'createdAt', label: text('notice.delivery.createdAt'), sort: 'createdAt', cell: (row) => <time className="nowrap" dateTime={row.createdAt}>{format.moment(row.createdAt)}</time>, export: (row) => row.createdAt },
    {
      key: 'state', label: text('notice.delivery.state'), export: (row) => text(`notice.delivery.${row.state}`),
      cell: (row) => <span className="cell-lines"><span><Tag tone={tones[row.state]}>{text(`notice.delivery.${row.state}`)}</Tag></span>{row.reason ? <span>{reason(row)}</span> : null}{row.state === 'waiting' && row.tries > 0 ? <span className="small quiet">{text('notice.delivery.next', { at: format.moment(row.nextTryAt) })}</span> : null}</span>,
    },
    { key: 'tries', label: text('notice.delivery.tries'), number: true, cell: (row) => format.count(row.tries), export: (row) => row.tries },
    { key: 'reason', label: text('notice.delivery.reason'), optional: true, cell: reason, export: reason },
    { key: 'sentAt', label: text('notice.delivery.sentAt'), optional: true, cell: (row) => (row.sentAt ? format.moment(row.sentAt) : '—'), export: (row) => row.sentAt },
    { key: 'retry', label: text('notice.delivery.deed'), cell: (row) => (mayRetry && (row.state === 'failed' || (row.state === 'waiting' && row.tries > 0)) ? <Button size="small" icon="refresh" onClick={() => retry.mutate({ params: { deliveryId: row.id } })}>{text('notice.delivery.retry')}</Button> : null) },
  ];
}

function Deliveries() {
  const text = useText();
  const name = useName();
  const columns = useColumns();
  const state = useListState({ filters: ['state', 'channelId'], defaultSort: '-createdAt' });
  const channels = useRoute(listChannels, {});
  const list = useList(listDeliveries, { query: { state: state.filters.state[0] as Asked['state'], channelId: state.filters.channelId[0], sort: state.sortText as Asked['sort'] } });
  return (
    <ListPage
      name="deliveries"
      title={text('notice.deliveries')}
      scope={text('notice.deliveries.scope')}
      list={list}
      state={state}
      columns={columns}
      rowKey={(row) => row.id}
      filters={
        <>
          <FilterChip single label={text('notice.delivery.state')} options={deliveryStates.map((value) => ({ value, label: text(`notice.delivery.${value}`) }))} chosen={state.filters.state} onChange={(values) => state.setFilter('state', values)} />
          <FilterChip single label={text('notice.channel')} options={(channels.data?.items ?? []).map((channel) => ({ value: channel.id, label: name(channel.name) }))} chosen={state.filters.channelId} onChange={(values) => state.setFilter('channelId', values)} />
        </>
      }
      empty={<EmptyState title={text('notice.deliveries.empty')}>{text('notice.deliveries.emptyHint')}</EmptyState>}
    />
  );
}

export default function DeliveryList() {
  const text = useText();
  return <Administration permission="delivery.read" title={text('notice.deliveries')}><Deliveries /></Administration>;
}
