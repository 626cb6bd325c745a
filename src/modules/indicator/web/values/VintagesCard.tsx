import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { listIndicatorPeriods } from '../../words/reading.contract.ts';
import type { IndicatorPeriods } from '../../words/reading.schema.ts';

type Vintage = IndicatorPeriods['vintages'][number];

/** The releases that figures stand in; a date leads to the figures as they were known then. */
export function VintagesCard({ indicatorId }: { indicatorId: string }) {
  const text = useText();
  const format = useFormat();
  const query = useRoute(listIndicatorPeriods, { params: { indicatorId }, query: {} });
  const title = text('indicator.vintages');
  const columns: Column<Vintage>[] = [
    { key: 'title', label: text('indicator.column.vintage'), fixed: true, cell: (row) => row.title ?? <span className="quiet">{text('indicator.vintage.none')}</span> },
    { key: 'releasedOn', label: text('indicator.column.releasedOn'), cell: (row) => (row.releasedOn ? <PageLink href={`?tab=picture&asOf=${row.releasedOn}`}>{format.date(row.releasedOn)}</PageLink> : <span className="quiet">{text('web.figure.notStated')}</span>) },
    { key: 'values', label: text('indicator.values'), number: true, cell: (row) => format.count(row.values) },
  ];
  return (
    <Loaded query={query} what={title} lines={3}>
      {({ vintages }) => (vintages.length === 0 ? null : <Card title={title} flush><DataTable caption={title} columns={columns} rows={vintages} rowKey={(row) => row.id ?? ''} density="compact" /></Card>)}
    </Loaded>
  );
}
