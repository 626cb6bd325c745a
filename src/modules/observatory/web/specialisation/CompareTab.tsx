import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { Chip } from '#web/kit/Chip.tsx';
import { Figure } from '#web/kit/figure/Figure.tsx';
import { Combobox } from '#web/kit/form/Combobox.tsx';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { ExportMenu } from '#web/kit/list/ExportMenu.tsx';
import { Segmented } from '#web/kit/Segmented.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { getSpecialisationPicture } from '../../words/specialisation.contract.ts';
import { quotientTrace, type Line, type Picture } from '../../words/specialisation.schema.ts';
import { useLineFinder } from './FocusBar.tsx';
import { localList } from './local-list.ts';
import type { ViewProps } from './view.ts';
import { figureOf, markOf, useNumber } from './use-number.ts';

const most = 10;
const shownOf = ['lq', 'size', 'growth'] as const;

/** Up to ten regions beside one another, industry by industry. */
export function CompareTab({ overview, selection }: ViewProps) {
  const text = useText();
  const find = useLineFinder({ overview, selection });
  const chosen = selection.read('regions')?.split(',').filter(Boolean) ?? [];
  const set = (regions: readonly string[]) => selection.set({ regions: regions.length > 0 ? regions.join(',') : undefined });
  const query = useRoute(getSpecialisationPicture, { params: { crossTableId: overview.table.id }, query: { ...selection.query, regions: chosen.join(',') } }, { enabled: chosen.length > 0, keepPrevious: true });
  return (
    <>
      <div className="selection-row">
        <span className="choice-field">
          <span className="small quiet">{text('observatory.specialisation.addRegion', { most: String(most) })}</span>
          <Combobox key={chosen.length} aria-label={text('observatory.specialisation.addRegion', { most: String(most) })} value={null} find={find.regions} onChange={(option) => (option && chosen.length < most && !chosen.includes(option.value) ? set([...chosen, option.value]) : undefined)} placeholder={text(chosen.length < most ? 'observatory.specialisation.findRegion' : 'observatory.specialisation.tenRegions')} />
        </span>
        {query.data && chosen.length > 0 ? query.data.regions.filter(({ id }) => chosen.includes(id)).map((region) => <Chip key={region.id} on onRemove={() => set(chosen.filter((id) => id !== region.id))}>{find.option(region).label}</Chip>) : null}
      </div>
      {chosen.length === 0 ? (
        <section className="card"><EmptyState title={text('observatory.specialisation.compareEmpty')}>{text('observatory.specialisation.compareEmpty.hint')}</EmptyState></section>
      ) : (
        <Loaded query={query} what={text('observatory.specialisation.tab.compare')} lines={8}>{(picture) => <Comparison picture={picture} chosen={chosen} overview={overview} selection={selection} />}</Loaded>
      )}
    </>
  );
}

function Comparison({ picture, chosen, overview, selection }: ViewProps & { picture: Picture; chosen: readonly string[] }) {
  const text = useText();
  const name = useName();
  const { signedPercent } = useNumber();
  const measures = overview.since ? shownOf : shownOf.slice(0, 2);
  const measure = measures.find((one) => one === selection.read('compare')) ?? 'lq';
  const cell = new Map(picture.points.map((point) => [point.id, point]));
  const at = (industry: Line, region: string) => cell.get(`${region}~${industry.id}`);
  const regions = chosen.flatMap((id) => picture.regions.find((region) => region.id === id) ?? []);
  const largest = (industry: Line) => Math.max(0, ...regions.map(({ id }) => at(industry, id)?.[measure] ?? 0));
  const rows = picture.industries.toSorted((a, b) => largest(b) - largest(a));
  const columns: Column<Line>[] = [
    { key: 'industry', label: text('observatory.column.industry.name'), fixed: true, cell: (row) => name(row.name) || row.code, export: (row) => name(row.name) || row.code },
    ...regions.map((region): Column<Line> => ({
      key: region.id,
      label: name(region.name) || region.code,
      number: true,
      cell: (row) => {
        const point = at(row, region.id);
        if (!point) return '—';
        if (measure === 'growth') return signedPercent(point.growth);
        const trace = { provider: quotientTrace, params: { crossTableId: overview.table.id, region: region.id, industry: row.id, selection: selection.text } };
        return (
          <span className={measure === 'lq' && (point.lq ?? 0) >= 1 ? 'compare-cell compare-above' : 'compare-cell'}>
            {measure === 'lq' && point.strong === 'strong' ? <Icon name="check" size={12} label={text('observatory.specialisation.strong.strong')} /> : null}
            <Figure figure={figureOf(overview.table, row.name, point[measure], trace, markOf[point.mark])} hideUnit />
          </span>
        );
      },
      export: (row) => {
        const point = at(row, region.id);
        return point && (point.mark === 'v' ? point[measure] : text(`observatory.specialisation.mark.${point.mark}`));
      },
    })),
  ];
  const title = text('observatory.specialisation.compareTitle');
  return (
    <Card
      title={title}
      actions={
        <>
          <Segmented label={text('observatory.specialisation.compareMeasure')} value={measure} options={measures.map((value) => ({ value, label: text(value === 'lq' ? 'observatory.specialisation.lq' : value === 'size' ? 'observatory.specialisation.measure.size' : 'observatory.column.growth') }))} onChange={(value) => selection.set({ compare: value === 'lq' ? undefined : value })} />
          <ExportMenu name="compare-regions" title={title} columns={columns} list={localList(rows)} />
        </>
      }
      caption={text('observatory.specialisation.compareCaption')}
      flush
    >
      <DataTable caption={title} columns={columns} rows={rows} rowKey={(row) => row.id} density="compact" keys />
    </Card>
  );
}
