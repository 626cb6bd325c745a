import { useEffect, useRef } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { IconButton } from '#web/kit/Button.tsx';
import { echartsTheme } from '#web/theme/echarts-theme.ts';
import { useScheme } from '#web/theme/scheme.ts';
import { startMap } from './draw-map.ts';
import type { EChartsType } from './draw-map.ts';
import { mapOption } from './map-option.ts';
import type { MapPicture } from './map-option.ts';
import { neighbourOf } from './neighbour.ts';

export interface MapCanvasProps {
  picture: MapPicture;
  label: string;
  current: string | null;
  onCurrent: (id: string | null) => void;
  onOpen?: ((id: string) => void) | undefined;
  onPoint?: ((id: string) => void) | undefined;
  /** What to say of a region: name and value. */
  tell: (id: string) => string;
}

/** The drawn picture with a keyboard path over it: Tab enters, arrows move between regions, Enter opens. */
export default function MapCanvas({ picture, label, current, onCurrent, onOpen, onPoint, tell }: MapCanvasProps) {
  const text = useText();
  const scheme = useScheme();
  const holder = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const latest = useRef({ picture, onCurrent, onOpen, onPoint });
  latest.current = { picture, onCurrent, onOpen, onPoint };
  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    const drawn = startMap(element, picture.mapName, picture.features, echartsTheme(element));
    chart.current = drawn;
    drawn.on('click', (event) => {
      const { features } = latest.current.picture;
      if (event.componentType === 'geo') {
        const id = features.find((feature) => feature.properties.name === event.name)?.id ?? null;
        latest.current.onCurrent(id);
        if (id && event.event?.event instanceof MouseEvent && event.event.event.detail === 2) latest.current.onOpen?.(id);
      } else if (event.data && typeof event.data === 'object' && 'id' in event.data) latest.current.onPoint?.(String(event.data.id));
    });
    const watcher = new ResizeObserver(() => drawn.resize());
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, [picture.mapName, picture.features, scheme]);
  useEffect(() => {
    if (holder.current) chart.current?.setOption(mapOption(picture, holder.current), { notMerge: false, replaceMerge: ['series'] });
  }, [picture, scheme]);
  useEffect(() => {
    const name = picture.features.find((feature) => feature.id === current)?.properties.name;
    chart.current?.dispatchAction(name ? { type: 'geoSelect', name } : { type: 'geoUnSelect', name: picture.features.map((feature) => feature.properties.name) });
  }, [current, picture, scheme]);
  const zoom = (factor: number) => {
    const drawn = chart.current;
    drawn?.dispatchAction({ type: 'geoRoam', componentType: 'geo', geoIndex: 0, zoom: factor, originX: drawn.getWidth() / 2, originY: drawn.getHeight() / 2 });
  };
  return (
    <div className="map-canvas">
      <div
        className="map-keys"
        role="application"
        tabIndex={0}
        aria-label={`${label}. ${text('web.map.keys')}`}
        onKeyDown={(event) => {
          const next = neighbourOf(picture.features, current, event.key);
          if (next) onCurrent(next);
          if (event.key === 'Enter' && current) onOpen?.(current);
          if (next || event.key === 'Enter') event.preventDefault();
        }}
      >
        <div ref={holder} style={{ width: '100%', height: '100%' }} aria-hidden="true" />
      </div>
      <div className="map-zoom">
        <IconButton icon="plus" label={text('web.map.zoomIn')} onClick={() => zoom(1.6)} />
        <IconButton icon="minus" label={text('web.map.zoomOut')} onClick={() => zoom(1 / 1.6)} />
      </div>
      <p className="visually-hidden" aria-live="polite">{current ? tell(current) : ''}</p>
      <p className="map-notice">{text('web.map.notice')}</p>
    </div>
  );
}
