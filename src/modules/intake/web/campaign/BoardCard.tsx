import { useState } from 'react';
import { useList } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { ExportMenu } from '#web/kit/list/ExportMenu.tsx';
import { Segmented } from '#web/kit/Segmented.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { getBoard } from '../../words/campaign.contract.ts';
import { shareReported } from '../../words/campaign.rules.ts';
import { buckets, type BoardRow, type Campaign } from '../../words/campaign.schema.ts';

/** Reported, missing, late, returned by place: the bar and the numbers in one line, each leading to the parties behind it. */
export function BoardCard({ campaign }: { campaign: Campaign }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const [rank, setRank] = useState<'own' | 'province' | 'city' | 'county' | 'cluster'>('own');
  const list = useList(getBoard, { params: { campaignId: campaign.id }, query: rank === 'own' ? {} : { rank } });
  const placeName = (row: BoardRow): string => name(row.name) || text('intake.board.nowhere');
  const href = (row: BoardRow, bucket?: string): string => `/campaigns/${campaign.id}?tab=parties${row.id === 'none' ? '' : row.rank === 'cluster' ? `&cluster=${row.id}` : `&place=${encodeURIComponent(row.id)}`}${bucket ? `&bucket=${bucket}` : ''}`;
  const columns: Column<BoardRow>[] = [
    { key: 'name', label: text('intake.board.place'), fixed: true, cell: (row) => <PageLink href={href(row)}>{placeName(row)}</PageLink>, export: placeName },
    { key: 'bar', label: text('intake.board.bar'), width: '30%', deskOnly: true, cell: (row) => <BoardBar row={row} /> },
    { key: 'total', label: text('intake.column.total'), number: true, cell: (row) => format.count(row.total), export: (row) => row.total },
    ...buckets.map((bucket): Column<BoardRow> => ({ key: bucket, label: text(`intake.bucket.${bucket}`), number: true, cell: (row) => (row[bucket] > 0 ? <PageLink href={href(row, bucket)}>{format.count(row[bucket])}</PageLink> : <span className="quiet">0</span>), export: (row) => row[bucket] })),
    { key: 'share', label: text('intake.campaign.share'), number: true, cell: (row) => `${shareReported(row) ?? '—'}%`, export: (row) => shareReported(row) },
  ];
  const ranks = (['own', 'province', 'city', 'county', ...(campaign.respondent === 'clusterOrganisation' ? (['cluster'] as const) : [])] as const).map((value) => ({ value, label: text(`intake.rank.${value}`) }));
  return (
    <Card title={text('intake.campaign.tab.board')} flush actions={<><Segmented label={text('intake.board.by')} value={rank} options={ranks} onChange={setRank} /><ExportMenu name="campaign-board" columns={columns} list={list} /></>} caption={text('intake.board.caption', { total: campaign.counts.total })}>
      {list.error ? <ErrorState what={text('intake.campaign.tab.board')} problem={list.error} retry={list.retry} /> : list.loading ? <LoadingSkeleton /> : <DataTable caption={text('intake.campaign.tab.board')} columns={columns} rows={list.items} rowKey={(row) => row.id} keys />}
    </Card>
  );
}

/** Widths are shares of those who must report; the numbers stand beside it. */
function BoardBar({ row }: { row: BoardRow }) {
  return (
    <span className="board-bar" aria-hidden="true">
      {buckets.map((bucket) => (row[bucket] > 0 ? <span key={bucket} className={`board-${bucket}`} style={{ width: `${(row[bucket] * 100) / Math.max(1, row.total)}%` }} /> : null))}
    </span>
  );
}
