import { useList, useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { Figure } from '#web/kit/figure/Figure.tsx';
import { ExportMenu } from '#web/kit/list/ExportMenu.tsx';
import { ListBody } from '#web/kit/list/ListBody.tsx';
import { ListFoot } from '#web/kit/list/ListFoot.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { listRelatedIndustries, listSpecialisationRegions } from '../../words/specialisation.contract.ts';
import { lineTrace, quotientTrace, relatedMeasures, type RelatedRow } from '../../words/specialisation.schema.ts';
import { Choice } from './Choice.tsx';
import type { ViewProps } from './view.ts';
import { figureOf, markOf, useNumber } from './use-number.ts';
import { sortedBy } from './use-selection.ts';

type Sort = (typeof relatedMeasures)[number] | `-${(typeof relatedMeasures)[number]}`;

/** What could grow in a region next: industries that go with what it has. */
export function RelatedTab({ overview, selection }: ViewProps) {
  const text = useText();
  const name = useName();
  const regions = useRoute(listSpecialisationRegions, { params: { crossTableId: overview.table.id }, query: { ...selection.query, sort: '-size', limit: 200 } }, { keepPrevious: true });
  const region = selection.read('region');
  return (
    <Loaded query={regions} what={text('observatory.specialisation.related')} lines={6}>
      {({ items }) => (
        <>
          <div className="selection-row">
            <Choice label={text('observatory.specialisation.related.choose')} value={region ?? ''} none={text('observatory.specialisation.related.choose')} options={items.map((row) => ({ value: row.id, label: name(row.name) || row.code }))} onChange={(value) => selection.set({ region: value || undefined, sort: undefined })} />
          </div>
          {region ? <Related key={region} region={region} overview={overview} selection={selection} /> : <section className="card"><EmptyState title={text('observatory.specialisation.related.choose')}>{text('observatory.specialisation.related.choose.hint')}</EmptyState></section>}
        </>
      )}
    </Loaded>
  );
}

function Related({ region, overview, selection }: ViewProps & { region: string }) {
  const text = useText();
  const name = useName();
  const { number, percent } = useNumber();
  const asked = selection.read('sort') ?? '-density';
  const sortText = relatedMeasures.some((measure) => measure === asked.replace(/^-/, '')) ? asked : '-density';
  const list = useList(listRelatedIndustries, { params: { crossTableId: overview.table.id }, query: { ...selection.query, region, sort: sortText as Sort, limit: 50 } });
  const called = (line: { name: RelatedRow['name']; code: string }): string => name(line.name) || line.code;
  const quotient = (row: RelatedRow) => ({ provider: quotientTrace, params: { crossTableId: overview.table.id, region, industry: row.id, selection: selection.text } });
  const complexity = (row: RelatedRow) => ({ provider: lineTrace, params: { crossTableId: overview.table.id, side: 'industry', line: row.id, measure: 'pci', selection: selection.text } });
  const columns: Column<RelatedRow>[] = [
    { key: 'industry', label: text('observatory.column.industry.name'), fixed: true, cell: called, export: called },
    { key: 'density', label: text('observatory.specialisation.related.density'), number: true, sort: 'density', cell: (row) => percent(row.density), export: (row) => row.density },
    { key: 'pci', label: text('observatory.specialisation.measure.pci'), number: true, sort: 'pci', cell: (row) => <Figure figure={figureOf(overview.table, row.name, row.pci, complexity(row))} hideUnit />, export: (row) => row.pci },
    { key: 'gain', label: text('observatory.specialisation.related.gain'), number: true, sort: 'gain', cell: (row) => number(row.gain), export: (row) => row.gain },
    { key: 'lq', label: text('observatory.specialisation.lq'), number: true, sort: 'lq', cell: (row) => <Figure figure={figureOf(overview.table, row.name, row.lq, quotient(row), markOf[row.mark])} hideUnit />, export: (row) => row.lq },
    { key: 'near', label: text('observatory.specialisation.related.near'), cell: (row) => row.near.map((line) => `${called(line)} (${percent(line.proximity)})`).join(' · ') || '—', export: (row) => row.near.map((line) => `${called(line)} ${line.proximity.toFixed(3)}`).join('; ') },
    { key: 'regions', label: text('observatory.specialisation.related.regions'), number: true, cell: (row) => number(row.regions), export: (row) => row.regions, deskOnly: true },
  ];
  const title = text('observatory.specialisation.related');
  const first = sortText === '-density' ? list.items[0] : undefined;
  return (
    <Card title={title} note={first ? text('observatory.specialisation.related.summary', { first: called(first), share: percent(first.density) }) : null} actions={<ExportMenu name="related-industries" title={title} columns={columns} list={list} />} caption={text('observatory.specialisation.related.caption')} flush>
      <ListBody list={list} narrowed={false} clear={() => undefined} empty={<EmptyState title={text('observatory.specialisation.related.none')} />} what={title}>
        <div className={list.updating ? 'updating' : undefined} data-note={text('web.state.updating')}>
          <DataTable caption={title} columns={columns} rows={list.items} rowKey={(row) => row.id} {...sortedBy(selection, sortText)} density="compact" keys />
        </div>
        <ListFoot list={list} />
      </ListBody>
    </Card>
  );
}
