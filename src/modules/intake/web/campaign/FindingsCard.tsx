import { useList } from '#web/api/use-route.ts';
import { BarList } from '#web/chart/BarList.tsx';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { ExportMenu } from '#web/kit/list/ExportMenu.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { getFindings } from '../../words/campaign.contract.ts';
import type { Campaign, Finding } from '../../words/campaign.schema.ts';
import { unitScales } from '../../words/form.schema.ts';
import { useUnit } from './report-words.ts';

/** How the questions were answered: a bar an answer, numbers with sum, mean and median, and the same as a table. */
export function FindingsCard({ campaign }: { campaign: Campaign }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const unit = useUnit();
  const list = useList(getFindings, { params: { campaignId: campaign.id } });
  const unitOf = (row: Finding): string => unit({ unit: row.unit, scale: unitScales.find((scale) => scale === row.scale) ?? '1' });
  const number = (value: string | null): string => (value === null ? '—' : format.decimal(value));
  const columns: Column<Finding>[] = [
    { key: 'label', label: text('intake.column.label'), fixed: true, cell: (row) => name(row.label), export: (row) => name(row.label) },
    { key: 'answer', label: text('intake.column.answer'), cell: (row) => name(row.answerLabel) || '—', export: (row) => name(row.answerLabel) },
    { key: 'answered', label: text('intake.column.answered'), number: true, cell: (row) => format.count(row.answered), export: (row) => row.answered },
    { key: 'share', label: text('intake.column.share'), number: true, cell: (row) => (row.share === null ? '—' : row.share), export: (row) => row.share },
    { key: 'withheld', label: text('intake.column.withheld'), number: true, cell: (row) => format.count(row.withheld), export: (row) => row.withheld },
    { key: 'sum', label: text('intake.column.sum'), number: true, cell: (row) => number(row.sum), export: (row) => row.sum },
    { key: 'mean', label: text('intake.column.mean'), number: true, cell: (row) => number(row.mean), export: (row) => row.mean },
    { key: 'median', label: text('intake.column.median'), number: true, cell: (row) => number(row.median), export: (row) => row.median },
    { key: 'unit', label: text('intake.column.unit'), cell: unitOf, export: unitOf },
  ];
  const questions = [...new Set(list.items.filter(({ answer }) => answer !== null).map(({ field }) => field))];
  if (list.error) return <ErrorState what={text('intake.campaign.tab.findings')} problem={list.error} retry={list.retry} />;
  if (list.loading) return <LoadingSkeleton />;
  if (campaign.counts.reported === 0) return <Card title={text('intake.campaign.tab.findings')}><EmptyState title={text('intake.findings.none')} /></Card>;
  return (
    <>
      {questions.map((field) => {
        const rows = list.items.filter((row) => row.field === field);
        const label = name(rows[0]?.label);
        return <Card key={field} title={label} caption={text('intake.findings.caption', { reported: campaign.counts.reported, total: campaign.counts.total, withheld: rows[0]?.withheld ?? 0 })}><BarList label={label} bars={rows.map((row) => ({ key: row.id, label: name(row.answerLabel), value: row.answered, text: row.share === null ? String(row.answered) : `${row.answered} · ${row.share}%` }))} /></Card>;
      })}
      <Card title={text('intake.findings.table')} flush actions={<ExportMenu name="campaign-findings" columns={columns} list={list} />}><DataTable caption={text('intake.findings.table')} columns={columns} rows={list.items} rowKey={(row) => row.id} /></Card>
    </>
  );
}
