import { useList, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { ListFoot } from '#web/kit/list/ListFoot.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { Tag } from '#web/kit/Tag.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { useGo } from '#web/router/use-search.ts';
import { useMay } from '#web/session/use-session.ts';
import type { Campaign } from '../../words/campaign.schema.ts';
import { listSummaries, makeSummary } from '../../words/summary.contract.ts';
import type { SummarySheet } from '../../words/summary.schema.ts';

/** Sheets for the level above: one button makes the next one out of what was reported so far. */
export function SummariesCard({ campaign }: { campaign: Campaign }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const go = useGo();
  const list = useList(listSummaries, { params: { campaignId: campaign.id } });
  const make = useWrite(makeSummary, { onDone: (sheet) => go(`/campaign-summaries/${sheet.id}`) });
  const button = useMay('party.decide') ? <Button icon="plus" busy={make.isPending} onClick={() => make.mutate({ params: { campaignId: campaign.id }, body: {} })}>{text('intake.summary.make')}</Button> : null;
  const columns: Column<SummarySheet>[] = [
    { key: 'name', label: text('intake.summary'), fixed: true, cell: (row) => <PageLink href={`/campaign-summaries/${row.id}`}>{text('intake.summary.number', { number: String(row.number), holder: name(row.holderName) })}</PageLink> },
    { key: 'state', label: text('intake.column.state'), cell: (row) => <Tag tone={row.state === 'accepted' ? 'positive' : row.state === 'returned' ? 'warning' : 'brand'}>{text(`intake.summary.state.${row.state}`)}</Tag> },
    { key: 'reported', label: text('intake.column.reported'), number: true, cell: (row) => format.count(row.content.reported) },
    { key: 'missing', label: text('intake.summary.missing'), number: true, cell: (row) => format.count(row.content.missingCount) },
    { key: 'created', label: text('intake.column.created'), cell: (row) => <span className="nowrap">{row.createdByName} · {format.date(row.createdAt)}</span> },
  ];
  return (
    <Card title={text('intake.campaign.tab.summaries')} flush actions={list.items.length > 0 ? button : null}>
      {make.error ? <p className="field-error" role="alert">{problemText(make.error, text)}</p> : null}
      {list.error ? <ErrorState what={text('intake.campaign.tab.summaries')} problem={list.error} retry={list.retry} /> : list.loading ? <LoadingSkeleton /> : list.items.length === 0 ? <EmptyState title={text('intake.summary.none')} action={button}>{text('intake.summary.none.hint')}</EmptyState> : <><DataTable caption={text('intake.campaign.tab.summaries')} columns={columns} rows={list.items} rowKey={(row) => row.id} rowHref={(row) => `/campaign-summaries/${row.id}`} /><ListFoot list={list} /></>}
    </Card>
  );
}
