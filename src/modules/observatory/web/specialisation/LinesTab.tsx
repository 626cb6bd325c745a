import type { ReactNode } from 'react';
import { listIndicatorsRoute } from '#modules/indicator/words/indicator.contract.ts';
import { useList, useRoute, type ListAnswer } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { Figure } from '#web/kit/figure/Figure.tsx';
import { ExportMenu } from '#web/kit/list/ExportMenu.tsx';
import { ListBody } from '#web/kit/list/ListBody.tsx';
import { ListFoot } from '#web/kit/list/ListFoot.tsx';
import { SearchField } from '#web/kit/list/SearchField.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { listSpecialisationIndustries, listSpecialisationRegions } from '../../words/specialisation.contract.ts';
import { industryMeasures, lineTrace, regionMeasures, type IndustryRow, type Line, type RegionRow } from '../../words/specialisation.schema.ts';
import type { ViewProps } from './view.ts';
import { Choice } from './Choice.tsx';
import { figureOf } from './use-number.ts';
import { sortedBy } from './use-selection.ts';

type SortOf<Names extends readonly string[]> = Names[number] | `-${Names[number]}`;
type Measure = (typeof regionMeasures)[number] | (typeof industryMeasures)[number];

/** How specialised each region is. */
export function RegionsTab({ overview, selection }: ViewProps) {
  const text = useText();
  const q = selection.read('q');
  const list = useList(listSpecialisationRegions, { params: { crossTableId: overview.table.id }, query: { ...selection.query, ...(q ? { q } : {}), sort: sortIn(regionMeasures, selection.read('sort')) as SortOf<typeof regionMeasures>, limit: 50 } });
  return <Lines side="region" title={text('observatory.specialisation.regionsTitle')} caption={text('observatory.specialisation.regionsCaption')} measures={regionMeasures} list={list as ListAnswer<RegionRow>} overview={overview} selection={selection} />;
}

/** How concentrated each industry is. */
export function IndustriesTab({ overview, selection }: ViewProps) {
  const text = useText();
  const name = useName();
  const q = selection.read('q');
  const list = useList(listSpecialisationIndustries, { params: { crossTableId: overview.table.id }, query: { ...selection.query, ...(q ? { q } : {}), sort: sortIn(industryMeasures, selection.read('sort')) as SortOf<typeof industryMeasures>, limit: 50 } });
  const sizes = useRoute(listIndicatorsRoute, { query: { limit: 200, held: 'true' } }, { staleTime: 60_000 });
  const offered = (sizes.data?.items ?? []).filter(({ unit, kind }) => unit !== null && unit === overview.table.unit && (kind === 'count' || kind === 'amount'));
  const chosen = selection.query.sizes;
  const measures = chosen ? industryMeasures : industryMeasures.filter((measure) => measure !== 'ellisonGlaeser' && measure !== 'firms');
  const choice = offered.length > 0 ? <Choice label={text('observatory.specialisation.sizes')} value={chosen ?? ''} none={text('observatory.specialisation.sizes.none')} options={offered.map((indicator) => ({ value: indicator.id, label: name(indicator.name) }))} onChange={(value) => selection.set({ sizes: value || undefined })} /> : null;
  return <Lines side="industry" above={choice} title={text('observatory.specialisation.industriesTitle')} caption={text(chosen ? 'observatory.specialisation.industriesCaption.firms' : 'observatory.specialisation.industriesCaption')} measures={measures} list={list as ListAnswer<IndustryRow>} overview={overview} selection={selection} />;
}

/** The sort of another tab's address is not this one's. */
const sortIn = (measures: readonly string[], asked: string | undefined): string => (asked !== undefined && measures.includes(asked.replace(/^-/, '')) ? asked : '-size');

function Lines<Row extends Line>({ side, above = null, title, caption, measures, list, overview, selection }: ViewProps & { side: 'region' | 'industry'; above?: ReactNode; title: string; caption: string; measures: readonly Measure[]; list: ListAnswer<Row> }) {
  const text = useText();
  const name = useName();
  const sortText = sortIn(measures, selection.read('sort'));
  const valueOf = (row: Row, measure: Measure): number | null => (row as unknown as Record<Measure, number | null>)[measure];
  const columns: Column<Row>[] = [
    { key: 'name', label: text(side === 'region' ? 'observatory.column.region.name' : 'observatory.column.industry.name'), fixed: true, cell: (row) => name(row.name) || row.code, export: (row) => name(row.name) || row.code },
    ...measures.map((measure): Column<Row> => ({
      key: measure,
      label: text(`observatory.specialisation.measure.${measure}`),
      number: true,
      sort: measure,
      cell: (row) => <Figure figure={figureOf(overview.table, row.name, valueOf(row, measure), { provider: lineTrace, params: { crossTableId: overview.table.id, side, line: row.id, measure, selection: selection.text } })} hideUnit />,
      export: (row) => valueOf(row, measure),
    })),
  ];
  const focus = (row: Row) => selection.set({ tab: undefined, sort: undefined, q: undefined, [side]: row.id, cell: undefined }, { push: true });
  return (
    <>
      {above ? <div className="selection-row">{above}</div> : null}
      <Card title={title} actions={<><SearchField label={text('observatory.specialisation.find')} value={selection.read('q') ?? ''} onChange={(words) => selection.set({ q: words || undefined })} /><ExportMenu name={side === 'region' ? 'specialisation-regions' : 'concentration-industries'} title={title} columns={columns} list={list} /></>} caption={caption} flush>
        <ListBody list={list} narrowed={selection.read('q') !== undefined} clear={() => selection.set({ q: undefined })} empty={<EmptyState title={text('observatory.specialisation.noCells')} />} what={title}>
          <div className={list.updating ? 'updating' : undefined} data-note={text('web.state.updating')}>
            <DataTable caption={title} columns={[{ ...(columns[0] as Column<Row>), cell: (row) => <button type="button" className="line-button" onClick={() => focus(row)}>{name(row.name) || row.code}</button> }, ...columns.slice(1)]} rows={list.items} rowKey={(row) => row.id} {...sortedBy(selection, sortText)} density="compact" keys />
          </div>
          <ListFoot list={list} />
        </ListBody>
      </Card>
    </>
  );
}
