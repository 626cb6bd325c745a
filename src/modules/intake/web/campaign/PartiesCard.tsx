import { useState } from 'react';
import { useList, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { ExportMenu } from '#web/kit/list/ExportMenu.tsx';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { ListFoot } from '#web/kit/list/ListFoot.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { one } from '#web/router/search.ts';
import { useSearch, useSetSearch } from '#web/router/use-search.ts';
import { listParties, remindParties } from '../../words/campaign.contract.ts';
import { canStepCampaign } from '../../words/campaign.rules.ts';
import { buckets, type Campaign } from '../../words/campaign.schema.ts';
import type { PartySummary } from '../../words/party.schema.ts';
import { bucketIcon, bucketTone } from './report-words.ts';

/** One by one: who has reported, who has not, and those to be reminded. */
export function PartiesCard({ campaign }: { campaign: Campaign }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const search = useSearch();
  const setSearch = useSetSearch();
  const bucket = buckets.find((value) => value === one(search['bucket']));
  const place = one(search['place']);
  const cluster = one(search['cluster']);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState<string | null>(null);
  const list = useList(listParties, { params: { campaignId: campaign.id }, query: { bucket, territoryId: place, clusterId: cluster } });
  const remind = useWrite(remindParties, { touches: ['campaign', 'party'], onDone: ({ reminded, alreadyToday, nobody }) => setTold(text('intake.campaign.reminded', { reminded, alreadyToday, nobody })) });
  const mayRemind = campaign.mayManage && canStepCampaign(campaign.state, 'remind').allowed;
  const columns: Column<PartySummary>[] = [
    { key: 'name', label: text('intake.receipt.party'), fixed: true, cell: (row) => <PageLink href={`/reports/${row.id}`}>{name(row.name)}</PageLink>, export: (row) => name(row.name) },
    { key: 'bucket', label: text('intake.column.bucket'), cell: (row) => <span className="row-tight"><Tag tone={bucketTone[row.bucket]} icon={bucketIcon[row.bucket]}>{text(row.state === 'accepted' ? 'intake.party.state.accepted' : `intake.bucket.${row.bucket}`)}</Tag>{row.isOnBehalf ? <span className="quiet">{text('intake.party.onBehalf')}</span> : null}</span>, export: (row) => text(`intake.bucket.${row.bucket}`) },
    { key: 'territory', label: text('intake.column.territory'), cell: (row) => name(row.territory?.name), export: (row) => name(row.territory?.name) },
    { key: 'code', label: text('intake.column.code'), optional: true, cell: (row) => row.code ?? '—', export: (row) => row.code },
    { key: 'number', label: text('intake.column.number'), number: true, deskOnly: true, cell: (row) => row.number || '—', export: (row) => row.number },
    { key: 'submittedAt', label: text('intake.receipt.submittedAt'), cell: (row) => (row.submittedAt ? <span className="nowrap">{format.date(row.submittedAt)}{row.isLate ? <Tag tone="critical">{text('intake.bucket.late')}</Tag> : null}</span> : '—'), export: (row) => row.submittedAt },
    { key: 'remindedOn', label: text('intake.column.remindedOn'), deskOnly: true, cell: (row) => (row.remindedOn ? format.date(row.remindedOn) : '—'), export: (row) => row.remindedOn },
  ];
  return (
    <Card
      title={text('intake.campaign.tab.parties')}
      note={list.total === null ? null : format.count(list.total)}
      flush
      actions={
        <>
          {told ? <span className="quiet small" role="status">{told}</span> : null}
          {place || cluster ? <Button size="small" icon="cross" onClick={() => setSearch({ place: undefined, cluster: undefined })}>{text('intake.parties.allPlaces')}</Button> : null}
          <FilterChip single label={text('intake.column.bucket')} options={buckets.map((value) => ({ value, label: text(`intake.bucket.${value}`) }))} chosen={bucket ? [bucket] : []} onChange={(values) => setSearch({ bucket: values[0] })} />
          {mayRemind && chosen.size > 0 ? <Button icon="bell" busy={remind.isPending} onClick={() => remind.mutate({ params: { campaignId: campaign.id }, body: { partyIds: [...chosen] } })}>{text('intake.campaign.remind', { count: chosen.size })}</Button> : null}
          <ExportMenu name="campaign-parties" columns={columns} list={list} />
        </>
      }
    >
      {list.error ? <ErrorState what={text('intake.campaign.tab.parties')} problem={list.error} retry={list.retry} /> : list.loading ? <LoadingSkeleton /> : list.items.length === 0 ? <EmptyState title={text('intake.parties.none')} /> : (
        <>
          <DataTable caption={text('intake.campaign.tab.parties')} columns={columns.filter((column) => !column.optional)} rows={list.items} rowKey={(row) => row.id} rowLabel={(row) => name(row.name)} rowHref={(row) => `/reports/${row.id}`} selection={mayRemind ? { keys: chosen, onChange: setChosen } : undefined} keys />
          <ListFoot list={list} />
        </>
      )}
    </Card>
  );
}
