import { useList } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { PageLink } from '#web/router/PageLink.tsx';
import { useListState } from '#web/router/use-list-state.ts';
import { listOwnReports } from '../../words/party.contract.ts';
import type { OwnReport } from '../../words/party.schema.ts';
import { bucketTone, partyTone } from './report-words.ts';
import './campaign.css';

/** What waits for the reader's organisation, the most urgent first. */
export default function OwnReportsPage() {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const state = useListState({ filters: ['open'], defaultSort: 'due' });
  const open = (['true', 'false'] as const).find((value) => value === state.filters.open[0]);
  const list = useList(listOwnReports, { query: { open } });
  const columns: Column<OwnReport>[] = [
    { key: 'campaign', label: text('intake.column.campaign'), fixed: true, cell: (row) => <span className="row-tight"><PageLink href={`/reports/${row.id}`}>{name(row.campaign.name)}</PageLink>{row.campaign.sample ? <SampleTag /> : null}</span>, export: (row) => name(row.campaign.name) },
    { key: 'period', label: text('intake.column.period'), cell: (row) => format.period(row.campaign.period), export: (row) => row.campaign.period },
    { key: 'name', label: text('intake.receipt.party'), cell: (row) => name(row.name), export: (row) => name(row.name) },
    { key: 'due', label: text('intake.campaign.due'), cell: (row) => (row.dueAt ? <span className={row.bucket === 'late' ? 'critical nowrap' : 'nowrap'}>{format.date(row.dueAt)}</span> : '—'), export: (row) => row.dueAt },
    { key: 'state', label: text('intake.column.state'), cell: (row) => <span className="row-tight"><Tag tone={partyTone[row.state]}>{text(`intake.party.state.${row.state}`)}</Tag>{row.bucket === 'late' ? <Tag tone={bucketTone.late} icon="warning">{text('intake.bucket.late')}</Tag> : null}</span>, export: (row) => text(`intake.party.state.${row.state}`) },
    { key: 'basis', label: text('intake.form.legalBasis'), deskOnly: true, cell: (row) => text(`intake.form.legalBasis.${row.legalBasis}`), export: (row) => text(`intake.form.legalBasis.${row.legalBasis}`) },
  ];
  return (
    <ListPage
      name="my-reports"
      title={text('intake.ownReports')}
      scope={text('intake.ownReports.scope')}
      list={list}
      state={state}
      columns={columns}
      rowKey={(row) => row.id}
      rowHref={(row) => `/reports/${row.id}`}
      rowLabel={(row) => name(row.campaign.name)}
      filters={<FilterChip single label={text('intake.ownReports.filter')} options={[{ value: 'true', label: text('intake.ownReports.open') }, { value: 'false', label: text('intake.ownReports.done') }]} chosen={state.filters.open} onChange={(values) => state.setFilter('open', values)} />}
      actions={<ButtonLink href="/published-campaigns">{text('intake.publishedCampaigns')}</ButtonLink>}
      empty={<EmptyState title={text('intake.ownReports.empty')}>{text('intake.ownReports.empty.hint')}</EmptyState>}
    />
  );
}
