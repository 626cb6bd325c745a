import { useState, type ReactNode } from 'react';
import { useList } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { ExportMenu } from '#web/kit/list/ExportMenu.tsx';
import { ListBody } from '#web/kit/list/ListBody.tsx';
import { ListFoot } from '#web/kit/list/ListFoot.tsx';
import { PageHead } from '#web/kit/PageHead.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { Administration } from '#web/shell/Administration.tsx';
import { listTableEditions } from '../../words/disclosure.contract.ts';
import type { TableEdition } from '../../words/disclosure.schema.ts';
import { PublishDialog } from './PublishDialog.tsx';
import { RuleCard } from './RuleCard.tsx';
import './disclosure.css';

/** What was published of protected tables, and the rule by which. For the publishing office alone. */
export default function EditionListPage() {
  const text = useText();
  const [open, setOpen] = useState(false);
  const publish = <Button kind="primary" onClick={() => setOpen(true)}>{text('observatory.disclosure.publish')}</Button>;
  return (
    <Administration permission="disclosure.manage" title={text('observatory.disclosure.title')}>
      <PageHead title={text('observatory.disclosure.title')} scope={text('observatory.disclosure.scope')} actions={publish} />
      <RuleCard />
      <Editions publish={publish} />
      <PublishDialog open={open} close={() => setOpen(false)} />
    </Administration>
  );
}

function Editions({ publish }: { publish: ReactNode }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const list = useList(listTableEditions, { query: { limit: 50 } });
  const columns: Column<TableEdition>[] = [
    { key: 'table', label: text('observatory.column.table.name'), fixed: true, cell: (row) => <PageLink href={`/table-editions/${row.id}`}>{name(row.table.name)}</PageLink>, export: (row) => name(row.table.name) },
    { key: 'period', label: text('observatory.column.table.period'), cell: (row) => <span className="nowrap">{format.period(row.table.period)}</span>, export: (row) => row.table.period },
    { key: 'number', label: text('observatory.column.number'), number: true, cell: (row) => format.count(row.number), export: (row) => row.number },
    { key: 'open', label: text('observatory.column.tally.open'), number: true, cell: (row) => (row.tally.withheld ? <Tag tone="warning">{text('observatory.column.tally.withheld')}</Tag> : `${format.count(row.tally.open)} / ${format.count(row.tally.cells)}`), export: (row) => row.tally.open },
    { key: 'publishedAt', label: text('observatory.disclosure.publishedAt'), cell: (row) => <span className="nowrap">{format.date(row.publishedAt.slice(0, 10))}</span>, export: (row) => row.publishedAt },
  ];
  const title = text('observatory.disclosure.editions');
  return (
    <Card title={title} actions={<ExportMenu name="table-editions" title={title} columns={columns} list={list} />} flush>
      <ListBody list={list} narrowed={false} clear={() => undefined} empty={<EmptyState title={text('observatory.disclosure.none')} action={publish}>{text('observatory.disclosure.none.hint')}</EmptyState>} what={title}>
        <div className="scroller"><DataTable caption={title} columns={columns} rows={list.items} rowKey={(row) => row.id} density="compact" /></div>
        <ListFoot list={list} />
      </ListBody>
    </Card>
  );
}
