import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import type { Statement } from '../../words/statement.schema.ts';
import { StatementSource } from './StatementSource.tsx';
import { StatementValue } from './StatementValue.tsx';

/** Statements that nothing stands beside: one table, attribute by attribute, newest period first. */
export function SingleClaims({ statements }: { statements: readonly Statement[] }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  if (statements.length === 0) return null;
  const order = [...new Set(statements.map((each) => each.attribute.key))];
  const rows = statements.toSorted((one, other) => order.indexOf(one.attribute.key) - order.indexOf(other.attribute.key) || (other.period ?? '').localeCompare(one.period ?? ''));
  const columns: Column<Statement>[] = [
    { key: 'attribute', label: text('registry.statement.attribute'), cell: (row) => <span title={name(row.attribute.definition) || undefined}>{name(row.attribute.name)}</span> },
    { key: 'period', label: text('registry.statement.period'), cell: (row) => (row.period ? <span className="nowrap">{format.period(row.period)}</span> : <span className="quiet nowrap">{text('web.figure.notStated')}</span>) },
    { key: 'value', label: text('web.statement.value'), number: true, cell: (row) => <strong><StatementValue statement={row} /></strong> },
    { key: 'scope', label: text('web.statement.scope'), cell: (row) => [row.scopeNote, row.value !== null ? row.text : null].filter(Boolean).join(text('registry.comma')) || <span className="quiet">—</span> },
    { key: 'source', label: text('web.statement.source'), cell: (row) => <><StatementSource statement={row} />{row.source.kind === 'selfReported' ? <Tag tone="warning">{text('web.statement.selfReported')}</Tag> : null}</> },
    { key: 'entered', label: text('web.statement.entered'), cell: (row) => <span className="muted">{row.enteredBy ?? text('registry.statement.byProduct')}{row.quote ? <span className="small quiet" style={{ display: 'block' }}>{text('registry.statement.quote', { quote: row.quote })}</span> : null}</span>, deskOnly: true },
  ];
  return (
    <Card title={text('registry.statement.single')} note={text('registry.statement.single.note')} flush>
      <DataTable caption={text('registry.statement.single')} columns={columns} rows={rows} rowKey={(row) => row.id} density="compact" />
    </Card>
  );
}
