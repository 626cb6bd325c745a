import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import type { MapClass, PointGroup } from './map-data.ts';

const shapes: Record<PointGroup['shape'], string> = {
  circle: 'M6 .6a5.4 5.4 0 110 10.8A5.4 5.4 0 016 .6z',
  rect: 'M1 1h10v10H1z',
  triangle: 'M6 .6L11.6 11H.4z',
  diamond: 'M6 .2L11.8 6 6 11.8.2 6z',
  hexagon: 'M3.2 1h5.6L11.6 6 8.8 11H3.2L.4 6z',
};

export interface MapLegendProps {
  classes: readonly MapClass[];
  unit?: string | undefined;
  missing: number;
  suppressed: number;
  groups: readonly (PointGroup & { count: number })[];
  hidden: ReadonlySet<string>;
  onToggle: (key: string) => void;
}

/** Limits written on the classes; point groups switch on and off. */
export function MapLegend({ classes, unit, missing, suppressed, groups, hidden, onToggle }: MapLegendProps) {
  const text = useText();
  const format = useFormat();
  return (
    <div className="legend map-legend">
      {groups.map((group) => (
        <button key={group.key} type="button" className="legend-item" aria-pressed={!hidden.has(group.key)} onClick={() => onToggle(group.key)}>
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
            <path d={shapes[group.shape]} fill={group.colour} />
          </svg>
          {group.label} <b>{format.count(group.count)}</b>
        </button>
      ))}
      {classes.map((each) => (
        <span key={each.from} className="legend-item">
          <span className="legend-swatch" style={{ background: each.colour }} />
          {each.from === each.to ? format.count(each.from) : text('web.map.class', { from: each.from, to: each.to })}
        </span>
      ))}
      {classes.length > 0 && unit ? <span className="quiet">{unit}</span> : null}
      {missing > 0 ? (
        <span className="legend-item">
          <span className="legend-swatch" style={{ background: 'var(--neutral-bg)' }} />
          {text('web.map.noData')}
        </span>
      ) : null}
      {suppressed > 0 ? (
        <span className="legend-item">
          <span className="hatch" /> {text('web.map.suppressed')}
        </span>
      ) : null}
    </div>
  );
}
