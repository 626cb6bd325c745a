import { useMemo, useRef } from 'react';
import { saveFile, toCsv } from '#web/api/download.ts';
import { BubbleChart, type Bubble } from '#web/chart/BubbleChart.tsx';
import { saveSvg } from '#web/chart/save-svg.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { MapFrame } from '#web/map/MapFrame.tsx';
import type { Overview, Picture } from '../../words/specialisation.schema.ts';
import { useNumber } from './use-number.ts';
import type { SelectionState } from './use-selection.ts';

const most = 250;
type Point = Picture['points'][number];

/** Quotient across, growth up (size where there is no earlier table), size as area; filled where the cluster is strong. */
export function QuotientBubbles({ overview, selection, picture }: { overview: Overview; selection: SelectionState; picture: Picture }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const { number, percent, signedPercent } = useNumber();
  const drawing = useRef<SVGSVGElement>(null);
  const hasGrowth = overview.since !== null;
  const names = useMemo(() => new Map([...picture.regions, ...picture.industries].map((line) => [line.id, name(line.name) || line.code])), [picture, name]);
  const [oneRegion, oneIndustry] = [selection.read('region') !== undefined, selection.read('industry') !== undefined];
  const named = ({ region, industry }: Point) => (oneRegion ? names.get(industry) : oneIndustry ? names.get(region) : `${names.get(region)} · ${names.get(industry)}`) ?? '';
  const drawable = picture.points.filter((point) => (point.lq ?? 0) > 0 && (point.size ?? 0) > 0 && (!hasGrowth || point.growth !== null));
  const shown = drawable.toSorted((a, b) => (b.size ?? 0) - (a.size ?? 0)).slice(0, most);
  const bubbles = shown.map((point): Bubble => ({
    id: point.id,
    name: named(point),
    x: point.lq ?? 0,
    y: hasGrowth ? (point.growth ?? 0) : (point.size ?? 0),
    size: point.size ?? 0,
    on: point.strong === 'strong',
    text: text('observatory.specialisation.bubbleText', { name: `${names.get(point.region)} · ${names.get(point.industry)}`, lq: number(point.lq), size: number(point.size), growth: signedPercent(point.growth), strong: text(`observatory.specialisation.strong.${point.strong}`) }),
  }));
  const title = text(hasGrowth ? 'observatory.specialisation.bubbles' : 'observatory.specialisation.bubblesWithoutGrowth');
  const heads = [text('observatory.column.region.name'), text('observatory.column.industry.name'), text('observatory.specialisation.lq'), text('observatory.specialisation.measure.size'), text('observatory.column.growth'), text('observatory.specialisation.strongHead')];
  const value = (point: Point, written: number | null) => (point.mark === 'v' ? written : text(`observatory.specialisation.mark.${point.mark}`));
  const columns: Column<Point>[] = [
    { key: 'region', label: heads[0] ?? '', cell: (row) => names.get(row.region) },
    { key: 'industry', label: heads[1] ?? '', cell: (row) => names.get(row.industry) },
    { key: 'lq', label: heads[2] ?? '', number: true, cell: (row) => (row.lq === null ? value(row, null) : number(row.lq)) },
    { key: 'size', label: heads[3] ?? '', number: true, cell: (row) => (row.size === null ? value(row, null) : number(row.size)) },
    { key: 'growth', label: heads[4] ?? '', number: true, cell: (row) => signedPercent(row.growth) },
    { key: 'strong', label: heads[5] ?? '', cell: (row) => text(`observatory.specialisation.strong.${row.strong}`) },
  ];
  const source = overview.table.sourceTitle ?? name(overview.table.name);
  return (
    <MapFrame
      title={title}
      note={text('observatory.specialisation.bubbleNote', { shown: bubbles.length })}
      picture={
        <BubbleChart
          label={title}
          bubbles={bubbles}
          xLabel={text('observatory.specialisation.lq')}
          yLabel={hasGrowth ? text('observatory.column.growth') : text('observatory.specialisation.measure.size')}
          x="log"
          y={hasGrowth ? 'linear' : 'log'}
          xMark={1}
          {...(hasGrowth ? { yMark: 0 } : {})}
          xText={(at) => format.decimal(String(at))}
          yText={(at) => (hasGrowth ? percent(at) : format.count(at))}
          current={selection.read('cell') ?? null}
          onCurrent={(cell) => selection.set({ cell })}
          picture={drawing}
        />
      }
      table={<div className="scroller" tabIndex={0} role="group" aria-label={title}><DataTable caption={title} columns={columns} rows={picture.points.slice(0, most)} rowKey={(row) => row.id} density="compact" currentKey={selection.read('cell') ?? null} onRow={(row) => selection.set({ cell: row.id })} /></div>}
      summary={text(hasGrowth ? 'observatory.specialisation.bubbleSummary' : 'observatory.specialisation.bubbleSummaryWithoutGrowth', { shown: bubbles.length, all: picture.total, strong: picture.strong, without: picture.points.length - drawable.length })}
      exports={[
        { key: 'svg', label: 'SVG', save: () => { if (drawing.current) saveSvg(drawing.current, title, source); } },
        { key: 'csv', label: 'CSV', save: () => saveFile(`${title}.csv`, toCsv([heads, ...shown.map((row) => [names.get(row.region), names.get(row.industry), row.lq ?? value(row, null), row.size ?? value(row, null), row.growth, text(`observatory.specialisation.strong.${row.strong}`)])]), 'text/csv') },
      ]}
    />
  );
}
