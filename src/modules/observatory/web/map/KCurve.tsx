import { useText } from '#web/i18n/use-text.ts';
import { useWidth } from '#web/kit/use-width.ts';
import type { KDensityCurve } from '../../words/k-density.schema.ts';
import { useDistance } from './use-distance.ts';

const box = { height: 240, left: 16, right: 16, top: 14, bottom: 28 };

/** The curve over its bands: the global one filled, the local one dashed. */
export function KCurve({ curve, label }: { curve: KDensityCurve; label: string }) {
  const text = useText();
  const distance = useDistance();
  const [holder, measured] = useWidth<HTMLDivElement>();
  const width = measured ?? 560;
  const { r, observed, globalLow, globalHigh, localLow, localHigh } = curve;
  const most = Math.max(...observed, ...globalHigh, 1e-12);
  const last = r.at(-1) ?? 1;
  const x = (metres: number) => box.left + (metres / last) * (width - box.left - box.right);
  const y = (value: number) => box.height - box.bottom - (value / most) * (box.height - box.top - box.bottom);
  const line = (values: readonly number[]) => values.map((value, at) => `${x(r[at] ?? 0)},${y(value)}`);
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => share * last);
  return (
    <div ref={holder}>
      <svg className="chart" height={box.height} viewBox={`0 0 ${width} ${box.height}`} role="img" aria-label={label}>
        <polygon fill="var(--neutral-bg)" stroke="var(--border-default)" points={[...line(globalHigh), ...line(globalLow).toReversed()].join(' ')} />
        {[localLow, localHigh].map((band, at) => <polyline key={at} fill="none" stroke="var(--border-control)" strokeDasharray="4 4" points={line(band).join(' ')} />)}
        <polyline fill="none" stroke="var(--brand-solid)" strokeWidth={2.5} points={line(observed).join(' ')} />
        <line x1={box.left} x2={width - box.right} y1={y(0)} y2={y(0)} stroke="var(--border-default)" />
        {ticks.map((metres, at) => <text key={metres} x={x(metres)} y={box.height - 8} textAnchor={at === 0 ? 'start' : at === ticks.length - 1 ? 'end' : 'middle'}>{distance(metres)}</text>)}
      </svg>
      <div className="legend">
        <span className="legend-item"><span className="map-line k-observed" aria-hidden="true" /> {text('observatory.k.observed')}</span>
        <span className="legend-item"><span className="legend-swatch" style={{ background: 'var(--neutral-bg)', border: '1px solid var(--border-default)' }} /> {text('observatory.k.global')}</span>
        <span className="legend-item"><span className="map-line k-local" aria-hidden="true" /> {text('observatory.k.local')}</span>
      </div>
    </div>
  );
}
