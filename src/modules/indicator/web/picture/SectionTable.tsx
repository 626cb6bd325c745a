import type { ListAnswer } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { Figure } from '#web/kit/figure/Figure.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { ExportMenu } from '#web/kit/list/ExportMenu.tsx';
import { ListFoot } from '#web/kit/list/ListFoot.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import type { Indicator } from '../../words/indicator.schema.ts';
import type { ReadValue } from '../../words/reading.schema.ts';
import { readFigure, rounded } from './read-figure.ts';

/** Every subject with its figure of the period, the greatest first; each figure opens where it comes from. */
export function SectionTable({ indicator, list, period, asOf, unit }: { indicator: Indicator; list: ListAnswer<ReadValue>; period: string; asOf: string | undefined; unit: string }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const label = { zh: indicator.name.zh ?? indicator.name.en ?? '', en: indicator.name.en ?? indicator.name.zh ?? '' };
  const places = new Map(list.items.filter(({ value }) => value !== null).map(({ id }, at) => [id, at + 1]));
  const shown = (row: ReadValue) => ({ ...readFigure(row, { indicatorId: indicator.id, label, asOf }), value: row.value === null ? null : rounded(row.value, indicator.decimals) });
  const columns: Column<ReadValue>[] = [
    { key: 'place', label: '#', number: true, width: 48, cell: (row) => <span className="quiet">{places.get(row.id) ?? '—'}</span>, deskOnly: true },
    { key: 'subject', label: text('indicator.subject'), fixed: true, cell: (row) => <PageLink href={`?tab=series&subject=${row.subjectKind}:${row.subject.id}`}>{name(row.subject.name) || row.subjectCode || row.subject.id}</PageLink>, export: (row) => name(row.subject.name) || row.subjectCode },
    { key: 'code', label: text('indicator.column.code'), cell: (row) => row.subjectCode ?? '', export: (row) => row.subjectCode, deskOnly: true },
    {
      key: 'value', label: text('indicator.value'), unit, number: true, export: (row) => row.value,
      cell: (row) => <span className="row-tight">{row.derived?.reason ? <span className="quiet small">{text(`indicator.derived.${row.derived.reason}`)}</span> : null}<Figure figure={shown(row)} hideUnit={row.unit === indicator.unit} /></span>,
    },
    { key: 'missing', label: text('indicator.column.missing'), optional: true, cell: (row) => (row.missing ? text(`indicator.missing.${row.missing}`) : ''), export: (row) => row.missing },
    {
      key: 'source', label: text('indicator.field.source'), deskOnly: true, export: (row) => row.sourceTitle ?? (row.derived ? indicator.formula : null),
      cell: (row) => (row.observationId ? [row.sourceTitle, row.vintageTitle].filter(Boolean).join(' · ') || <span className="quiet">—</span> : <Tag title={indicator.formula ?? ''}>{text('indicator.computed')}</Tag>),
    },
    { key: 'scope', label: text('indicator.field.population'), deskOnly: true, cell: (row) => row.scopeNote ?? '', export: (row) => row.scopeNote },
  ];
  const title = text('indicator.section.table', { period: format.period(period) });
  return (
    <Card title={title} note={list.total === null ? null : format.count(list.total)} actions={<ExportMenu name={`indicator-${indicator.key}-${period}`} title={title} columns={columns} list={list} />} flush>
      <DataTable caption={title} columns={columns.filter((column) => !column.optional && (column.key !== 'code' || list.items.some(({ subjectCode }) => subjectCode !== null)) && (column.key !== 'scope' || list.items.some(({ scopeNote }) => scopeNote !== null)))} rows={list.items} rowKey={(row) => row.id} density="compact" />
      <ListFoot list={list} />
    </Card>
  );
}
