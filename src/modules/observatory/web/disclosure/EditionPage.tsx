import { useList, useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { ExportMenu } from '#web/kit/list/ExportMenu.tsx';
import { ListBody } from '#web/kit/list/ListBody.tsx';
import { ListFoot } from '#web/kit/list/ListFoot.tsx';
import { PageHead } from '#web/kit/PageHead.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { usePageParams } from '#web/router/use-search.ts';
import { getTableEdition, listHiddenCells } from '../../words/disclosure.contract.ts';
import type { HiddenCell, TableEdition } from '../../words/disclosure.schema.ts';
import { RuleWords } from './RuleCard.tsx';
import { Tally } from './Tally.tsx';
import './disclosure.css';

export default function EditionPage() {
  const text = useText();
  const { tableEditionId } = usePageParams('tableEditionId');
  const query = useRoute(getTableEdition, { params: { tableEditionId } });
  return <Loaded query={query} what={text('observatory.recordKind.tableEdition')} lines={8}>{(edition) => <Portrait edition={edition} />}</Loaded>;
}

function Portrait({ edition }: { edition: TableEdition }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const { rule } = edition;
  return (
    <div className="stack">
      <PageHead
        title={`${name(edition.table.name)} · ${text('observatory.disclosure.edition', { number: format.count(edition.number) })}`}
        breadcrumb={[{ label: text('observatory.disclosure.title'), href: '/table-editions' }]}
        scope={`${format.period(edition.table.period)} · ${format.date(edition.publishedAt.slice(0, 10))}`}
        actions={edition.publishedTableId ? <ButtonLink href={`/cross-tables/${edition.publishedTableId}`}>{text('observatory.disclosure.asReaders')}</ButtonLink> : null}
      />
      <div className="columns">
        <Card title={text('observatory.disclosure.outcome')}><Tally tally={edition.tally} judgedBy={edition.judgedBy} /></Card>
        <Card title={text('observatory.disclosure.rule')} note={rule.productDefault ? <Tag tone="warning">{text('observatory.disclosure.productDefault')}</Tag> : null}><RuleWords rule={rule} /></Card>
      </div>
      <Hidden edition={edition} />
    </div>
  );
}

function Hidden({ edition }: { edition: TableEdition }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const list = useList(listHiddenCells, { params: { tableEditionId: edition.id }, query: { limit: 100 } });
  const line = (one: HiddenCell['region']): string => (one === null ? text('observatory.disclosure.total') : name(one.name) || one.code);
  const columns: Column<HiddenCell>[] = [
    { key: 'region', label: text('observatory.column.region.name'), fixed: true, cell: (row) => line(row.region), export: (row) => line(row.region) },
    { key: 'industry', label: text('observatory.column.industry.name'), cell: (row) => line(row.industry), export: (row) => line(row.industry) },
    { key: 'cause', label: text('observatory.column.cause'), cell: (row) => text(`observatory.disclosure.cause.${row.cause}`), export: (row) => text(`observatory.disclosure.cause.${row.cause}`) },
    { key: 'value', label: text('observatory.column.value'), number: true, cell: (row) => format.decimal(String(row.value)), export: (row) => row.value },
    { key: 'told', label: text('observatory.disclosure.told'), number: true, cell: (row) => (row.upper === null ? `≥ ${format.decimal(String(Math.floor(row.lower)))}` : `${format.decimal(String(Math.floor(row.lower)))} – ${format.decimal(String(Math.ceil(row.upper)))}`), export: (row) => `${row.lower} – ${row.upper ?? '∞'}` },
  ];
  const title = text('observatory.disclosure.hidden');
  return (
    <Card title={title} actions={<ExportMenu name="hidden-figures" title={title} columns={columns} list={list} />} caption={text('observatory.disclosure.hidden.caption')} flush>
      <ListBody list={list} narrowed={false} clear={() => undefined} empty={<EmptyState title={text('observatory.disclosure.nothingHidden')} />} what={title}>
        <div className="scroller"><DataTable caption={title} columns={columns} rows={list.items} rowKey={(row) => row.id} density="compact" /></div>
        <ListFoot list={list} />
      </ListBody>
    </Card>
  );
}
