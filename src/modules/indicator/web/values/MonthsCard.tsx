import { monthsFromYearToDate, type MonthFromYearToDate } from '#kernel/quantity/year-to-date.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import type { SeriesStep } from '../../words/series.rules.ts';
import { rounded } from '../picture/read-figure.ts';
import { useUnitWord } from '../use-unit-word.ts';

/** Months that were never published, by a subtraction that stands beside each: shown and never stored. */
export function MonthsCard({ label, steps, unit, decimals }: { label: string; steps: readonly SeriesStep[]; unit: string | null; decimals: number | null }) {
  const text = useText();
  const format = useFormat();
  const unitWord = useUnitWord();
  const usable = steps.filter(({ value }) => value.unit === unit);
  const held = new Map(usable.map(({ value }) => [value.period, value.operator === '=' ? value.value : null]));
  const rows = monthsFromYearToDate([...held].map(([period, value]) => ({ period, value }))).toReversed();
  const number = (value: string | null) => (value === null ? text('web.figure.notStated') : format.decimal(rounded(value, decimals)));
  const columns: Column<MonthFromYearToDate>[] = [
    { key: 'period', label: text('indicator.field.period'), fixed: true, cell: (row) => <span className="nowrap">{format.period(row.period)}</span> },
    { key: 'value', label: text('indicator.months.value'), unit: unitWord(unit), number: true, cell: (row) => <span className="row-tight indicator-number">{row.negative ? <Tag tone="warning" icon="conflict" title={text('indicator.months.negative.hint')}>{text('indicator.months.negative')}</Tag> : null}<span className="nowrap">{number(row.value)}</span></span> },
    {
      key: 'from', label: text('indicator.months.from'),
      cell: ({ from: [later = '', earlier] }) => <span className="quiet">{earlier === undefined ? text('indicator.months.first', { period: format.period(later) }) : text('indicator.months.minus', { later: number(held.get(later) ?? null), earlier: number(held.get(earlier) ?? null), from: format.period(later), to: format.period(earlier) })}</span>,
    },
  ];
  return (
    <Card title={text('indicator.months')} caption={text('indicator.months.caption')} flush>
      <DataTable caption={`${text('indicator.months')}: ${label}`} columns={columns} rows={rows} rowKey={(row) => row.period} density="compact" />
    </Card>
  );
}
