import { useState } from 'react';
import { saveFile, toCsv } from '#web/api/download.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Segmented } from '#web/kit/Segmented.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { readToken } from '#web/theme/read-token.ts';
import { MapFrame } from '#web/map/MapFrame.tsx';
import { PointCanvas } from '#web/map/PointCanvas.tsx';
import { useGo } from '#web/router/use-search.ts';
import type { DensityMap } from '../../words/map.schema.ts';
import { clusterColumns, ClusterTable } from './ClusterTable.tsx';
import { savePicture } from './save-picture.ts';
import { TradeLegend, tradeGroups } from './TradeLegend.tsx';
import type { MapState } from './use-cluster-map.ts';
import { useDistance } from './use-distance.ts';
import { useMapStory } from './use-map-story.ts';
import { tokenOf, useScene } from './use-scene.ts';

/** Points, boundaries drawn from them and administrative ones, with the table of density clusters as its twin. */
export function DensityPicture({ state, data }: { state: MapState; data: DensityMap }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const distance = useDistance();
  const go = useGo();
  const story = useMapStory(data);
  const [hidden, setHidden] = useState<ReadonlySet<number>>(new Set());
  const drawn = useScene(data, state, hidden);
  const title = text('observatory.map');
  const columns = clusterColumns({ text, name, format });
  const source = text('observatory.map.source', { count: data.total });
  const rows = () => [columns.map((column) => (column.unit ? `${column.label} (${column.unit})` : column.label)), ...data.clusters.map((row) => columns.map((column) => column.export?.(row) ?? null)), [], [text('web.trace.source'), source], [text('observatory.map.method'), story.method]];
  const captions = () => ({ title, note: [story.method, source, text('web.map.notice')].join(' · '), legend: state.value('colour') === 'density' ? [] : tradeGroups(data, text, name).map(({ group, label, count }) => ({ colour: readToken(tokenOf(group)), label: `${label} ${format.count(count)}` })) });
  const exports = drawn ? [
    { key: 'png', label: 'PNG', save: () => savePicture('png', drawn.scene, drawn.home, captions()) },
    { key: 'svg', label: 'SVG', save: () => savePicture('svg', drawn.scene, drawn.home, captions()) },
    { key: 'csv', label: 'CSV', save: () => saveFile(`${title}.csv`, toCsv(rows()), 'text/csv') },
  ] : [];
  const switchOf = (key: 'borders' | 'outlines' | 'places', label: string) => (
    <button type="button" className="legend-item" aria-pressed={state.value(key) !== 'off'} onClick={() => state.set({ [key]: state.value(key) === 'off' ? undefined : 'off' })}>
      <span className={`map-line map-line-${key}`} aria-hidden="true" /> {label}
    </button>
  );
  return (
    <MapFrame
      title={title}
      note={text('observatory.map.note', { sites: format.count(data.points.ids.length), clusters: format.count(data.clusters.length) })}
      tall
      exports={exports}
      summary={story.summary}
      legend={
        <div className="legend map-legend">
          <Segmented label={text('observatory.map.colour')} value={state.value('colour') === 'density' ? 'density' : 'trade'} onChange={(value) => state.set({ colour: value === 'trade' ? undefined : value })} options={[{ value: 'trade', label: text('observatory.map.colour.trade') }, { value: 'density', label: text('observatory.map.colour.density') }]} />
          {switchOf('outlines', text('observatory.map.outlines'))}
          {switchOf('borders', text('observatory.map.borders'))}
          {data.places.ids.length > 0 ? switchOf('places', text('observatory.map.places', { count: data.places.ids.length })) : null}
          {data.points.members.length > 0 ? <span className="legend-item"><span className="map-ring" aria-hidden="true" /> {text('observatory.map.member')}</span> : null}
          <TradeLegend data={data} byDensity={state.value('colour') === 'density'} hidden={hidden} onHide={setHidden} />
        </div>
      }
      picture={
        drawn ? (
          <PointCanvas
            scene={drawn.scene}
            places={drawn.places}
            extra={drawn.scene.squares}
            onExtra={(at) => go(`/places/${data.places.ids[at]}`)}
            home={drawn.home}
            label={title}
            onPoint={(at) => go(`/organisations/${data.points.organisationIds[at]}`)}
            onCurrent={(key) => state.set({ number: key === null ? undefined : String(key) })}
            onOpen={() => document.getElementById('map-sites')?.scrollIntoView()}
            tell={(key) => {
              const cluster = data.clusters.find(({ number }) => number === key);
              return cluster ? text('observatory.map.tell', { number: key, sites: cluster.sites, trade: name(cluster.trades[0]?.name) || '—', reach: distance(Math.sqrt(cluster.area * 1e6)) }) : '';
            }}
          />
        ) : <LoadingSkeleton height={560} lines={0} />
      }
      table={<ClusterTable data={data} columns={columns} current={state.current} onCurrent={(number) => state.set({ number: String(number) })} />}
    />
  );
}
