import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Tag } from '#web/kit/Tag.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { PageLink } from '#web/router/PageLink.tsx';
import { shareReported } from '../../words/campaign.rules.ts';
import type { CampaignSummary } from '../../words/campaign.schema.ts';
import { campaignTone } from './report-words.ts';

/** The same columns for the office and for what is published; only the office has pages behind the names. */
export function useCampaignColumns(linked: boolean): Column<CampaignSummary>[] {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const share = ({ counts }: CampaignSummary): string => {
    const percent = shareReported(counts);
    return percent === null ? '—' : `${percent}%`;
  };
  return [
    { key: 'name', label: text('intake.column.campaign'), fixed: true, cell: (row) => <span className="row-tight">{linked ? <PageLink href={`/campaigns/${row.id}`}>{name(row.name)}</PageLink> : name(row.name)}{row.sample ? <SampleTag /> : null}</span>, export: (row) => name(row.name) },
    { key: 'period', label: text('intake.column.period'), cell: (row) => <span className="nowrap">{format.period(row.period)}</span>, export: (row) => row.period },
    { key: 'form', label: text('intake.column.form'), deskOnly: true, cell: (row) => name(row.form.name), export: (row) => name(row.form.name) },
    { key: 'holder', label: text('intake.campaign.holder'), deskOnly: true, cell: (row) => name(row.territory?.name ?? row.cluster?.name) || text('intake.holder.space'), export: (row) => name(row.territory?.name ?? row.cluster?.name) },
    { key: 'state', label: text('intake.column.state'), cell: (row) => <Tag tone={campaignTone[row.state]}>{text(`intake.campaign.state.${row.state}`)}</Tag>, export: (row) => text(`intake.campaign.state.${row.state}`) },
    { key: 'due', label: text('intake.campaign.due'), cell: (row) => <span className="nowrap">{row.dueAt ? format.date(row.dueAt) : '—'}</span>, export: (row) => row.dueAt },
    { key: 'total', label: text('intake.column.total'), number: true, cell: (row) => format.count(row.counts.total), export: (row) => row.counts.total },
    { key: 'reported', label: text('intake.column.reported'), number: true, cell: (row) => format.count(row.counts.reported), export: (row) => row.counts.reported },
    { key: 'late', label: text('intake.column.late'), number: true, cell: (row) => format.count(row.counts.late), export: (row) => row.counts.late },
    { key: 'share', label: text('intake.campaign.share'), number: true, cell: share, export: share },
  ];
}
