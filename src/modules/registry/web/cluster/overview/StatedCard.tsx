import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { StatementValue } from '../../record/StatementValue.tsx';
import type { Claims } from '../../record/use-statements.ts';

const most = 8;

/** The latest period of each attribute, in the order the attributes come. */
function latestOf(groups: readonly Claims[]): Claims[] {
  const latest = new Map<string, Claims>();
  for (const group of groups) {
    const key = group.shown?.attribute.key;
    if (!key) continue;
    const before = latest.get(key);
    if (!before || (group.shown?.period ?? '') > (before.shown?.period ?? '')) latest.set(key, group);
  }
  return [...latest.values()];
}

/** What sources say, one line an attribute: the value shown, its period, who says so. */
export function StatedCard({ groups }: { groups: readonly Claims[] }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const latest = latestOf(groups);
  const rows = latest.slice(0, most);
  const columns: Column<Claims>[] = [
    { key: 'attribute', label: text('registry.statement.attribute'), cell: (row) => name(row.shown?.attribute.name) },
    { key: 'value', label: text('web.statement.value'), number: true, cell: (row) => (row.shown ? <StatementValue statement={row.shown} /> : null) },
    { key: 'period', label: text('registry.cluster.period'), cell: (row) => (row.shown?.period ? <span className="nowrap">{format.period(row.shown.period)}</span> : <span className="quiet">{text('web.figure.notStated')}</span>) },
    { key: 'source', label: text('web.statement.source'), cell: (row) => <span className="muted">{row.shown?.source.publisher ?? row.shown?.source.title}</span>, deskOnly: true },
  ];
  return (
    <Card title={text('registry.cluster.stated')} flush actions={latest.length < groups.length || latest.length > most ? <PageLink className="small" href="?tab=statements">{text('registry.cluster.stated.all', { count: groups.length })}</PageLink> : null}>
      {rows.length > 0 ? <DataTable caption={text('registry.cluster.stated')} columns={columns} rows={rows} rowKey={(row) => row.key} density="compact" /> : <EmptyState title={text('registry.statement.empty')} />}
    </Card>
  );
}
