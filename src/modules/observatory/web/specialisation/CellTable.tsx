import { useList } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { Chip } from '#web/kit/Chip.tsx';
import { Figure } from '#web/kit/figure/Figure.tsx';
import { FigureText } from '#web/kit/figure/FigureText.tsx';
import { ExportMenu } from '#web/kit/list/ExportMenu.tsx';
import { ListBody } from '#web/kit/list/ListBody.tsx';
import { ListFoot } from '#web/kit/list/ListFoot.tsx';
import { SearchField } from '#web/kit/list/SearchField.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { listSpecialisationCells } from '../../words/specialisation.contract.ts';
import { quotientTrace, type Cell } from '../../words/specialisation.schema.ts';
import { ClausePips } from './ClausePips.tsx';
import { NumberField } from './NumberField.tsx';
import type { ViewProps } from './view.ts';
import { figureOf, markOf, useNumber } from './use-number.ts';
import { sortedBy } from './use-selection.ts';

type CellSort = '-lq' | 'lq' | '-size' | 'size' | '-growth' | 'growth' | '-regionShare' | 'regionShare' | '-industryShare' | 'industryShare';

/** Every cell that the filters leave, ranked, each quotient open to what stands behind it. */
export function CellTable({ overview, selection }: ViewProps) {
  const text = useText();
  const name = useName();
  const { number, percent, signed, signedPercent } = useNumber();
  const [industry, region, q, strong, least] = ['industry', 'region', 'q', 'strong', 'least'].map((key) => selection.read(key));
  const sortText = selection.read('sort') ?? '-lq';
  const list = useList(listSpecialisationCells, {
    params: { crossTableId: overview.table.id },
    query: { ...selection.query, ...(industry ? { industry } : {}), ...(region ? { regions: region } : {}), ...(q ? { q } : {}), ...(strong ? { strong: 'true' as const } : {}), ...(least ? { sizeAtLeast: least } : {}), sort: sortText as CellSort, limit: 50 },
  });
  const trace = (row: Cell) => ({ provider: quotientTrace, params: { crossTableId: overview.table.id, region: row.region.id, industry: row.industry.id, selection: selection.text } });
  const marked = (row: Cell, value: number | null) => (row.mark === 'v' ? value : text(`observatory.specialisation.mark.${row.mark}`));
  const columns: Column<Cell>[] = [
    { key: 'region', label: text('observatory.column.region.name'), fixed: true, cell: (row) => name(row.region.name) || row.region.code, export: (row) => name(row.region.name) || row.region.code },
    { key: 'industry', label: text('observatory.column.industry.name'), cell: (row) => name(row.industry.name) || row.industry.code, export: (row) => name(row.industry.name) || row.industry.code },
    { key: 'size', label: text('observatory.specialisation.measure.size'), number: true, sort: 'size', cell: (row) => <FigureText figure={figureOf(overview.table, row.region.name, row.size, null, markOf[row.mark])} hideUnit />, export: (row) => marked(row, row.size) },
    { key: 'lq', label: text('observatory.specialisation.lq'), number: true, sort: 'lq', cell: (row) => <Figure figure={figureOf(overview.table, { zh: `${name(row.region.name)} · ${name(row.industry.name)}` }, row.lq, trace(row), markOf[row.mark])} hideUnit />, export: (row) => marked(row, row.lq) },
    { key: 'rank', label: text('observatory.column.rank'), number: true, cell: (row) => number(row.rank), export: (row) => row.rank, deskOnly: true },
    { key: 'regionShare', label: text('observatory.column.regionShare'), number: true, sort: 'regionShare', cell: (row) => percent(row.regionShare), export: (row) => row.regionShare, deskOnly: true },
    ...(overview.since
      ? [
          { key: 'growth', label: text('observatory.column.growth'), number: true, sort: 'growth', cell: (row: Cell) => <span title={signed(row.change)}>{signedPercent(row.growth)}</span>, export: (row: Cell) => row.growth },
          { key: 'change', label: text('observatory.column.change'), number: true, cell: (row: Cell) => signed(row.change), export: (row: Cell) => row.change, deskOnly: true },
        ]
      : []),
    { key: 'strong', label: text('observatory.specialisation.strongHead'), cell: (row) => <span className="strong-cell">{row.strong === 'strong' ? <Tag tone="positive" icon="check">{text('observatory.specialisation.strong.strong')}</Tag> : null}<ClausePips clauses={row.clauses} /></span>, export: (row) => text(`observatory.specialisation.strong.${row.strong}`) },
  ];
  const title = text('observatory.specialisation.ranked');
  const narrowed = Boolean(q ?? strong ?? least);
  return (
    <Card
      title={title}
      actions={
        <>
          <SearchField label={text('observatory.specialisation.find')} value={q ?? ''} onChange={(words) => selection.set({ q: words || undefined })} />
          <Chip on={strong === 'true'} onClick={() => selection.set({ strong: strong ? undefined : 'true' })}>{text('observatory.specialisation.strongOnly')}</Chip>
          <NumberField label={text('observatory.specialisation.least')} value={least ?? ''} onChange={(value) => selection.set({ least: value || undefined })} />
          <ExportMenu name="location-quotients" title={title} columns={columns} list={list} />
        </>
      }
      caption={text('observatory.specialisation.legend')}
      flush
    >
      <ListBody list={list} narrowed={narrowed} clear={() => selection.set({ q: undefined, strong: undefined, least: undefined })} empty={<EmptyState title={text('observatory.specialisation.noCells')} />} what={title}>
        <div className={list.updating ? 'updating' : undefined} data-note={text('web.state.updating')}>
          <DataTable caption={title} columns={columns} rows={list.items} rowKey={(row) => row.id} {...sortedBy(selection, sortText)} density="compact" currentKey={selection.read('cell') ?? null} onRow={(row) => selection.set({ cell: row.id })} keys />
        </div>
        <ListFoot list={list} />
      </ListBody>
    </Card>
  );
}
