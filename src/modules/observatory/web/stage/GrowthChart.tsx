import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { useWidth } from '#web/kit/use-width.ts';
import type { MeasureEvidence } from '../../words/stage.schema.ts';

const box = { height: 160, left: 12, right: 12, top: 36, bottom: 24 };

/** A series with the ceiling that a curve finds for it, its error as a band, and the two turns. The words under it say the same. */
export function GrowthChart({ measure, label }: { measure: MeasureEvidence; label: string }) {
  const text = useText();
  const format = useFormat();
  const [holder, measured] = useWidth<HTMLDivElement>();
  const width = measured ?? 480;
  const points = measure.series.map(({ period, value }) => ({ period, value: Number(value), shown: format.figure(value, measure.unit ?? 'one') }));
  const hint = measure.hint;
  const told = points.map(({ period, shown }) => `${format.period(period)} ${shown.number}`).join('; ');
  const ceiling = hint && hint.stage !== 'undetermined' ? hint.ceiling : null;
  const error = 1.96 * (hint?.ceilingError ?? 0);
  const high = Math.max(1e-9, ...points.map(({ value }) => value), ceiling === null ? 0 : ceiling + error);
  const low = Math.min(0, ...points.map(({ value }) => value));
  const x = (at: number) => box.left + (points.length < 2 ? 0 : (at / (points.length - 1)) * (width - box.left - box.right));
  const y = (value: number) => box.height - box.bottom - ((value - low) / (high - low)) * (box.height - box.top - box.bottom);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const firstYear = Number(first.period.slice(0, 4));
  const lastYear = Number(last.period.slice(0, 4));
  const turns = (['takeoff', 'maturity'] as const).flatMap((turn) => {
    const moment = ceiling === null ? null : (hint?.[turn] ?? null);
    return moment === null || moment < firstYear || moment > lastYear + 1 || lastYear === firstYear ? [] : [{ turn, x: box.left + Math.min(1, (moment - 0.5 - firstYear) / (lastYear - firstYear)) * (width - box.left - box.right) }];
  });
  return (
    <div ref={holder}>
      <svg className="chart" height={box.height} viewBox={`0 0 ${width} ${box.height}`} role="img" aria-label={`${label}: ${told}`}>
        <line x1={box.left} x2={width - box.right} y1={y(low)} y2={y(low)} stroke="var(--border-default)" />
        {ceiling === null ? null : (
          <>
            <rect x={box.left} width={Math.max(0, width - box.left - box.right)} y={y(ceiling + error)} height={Math.max(1, y(ceiling - error) - y(ceiling + error))} fill="var(--brand-bg)" />
            <line x1={box.left} x2={width - box.right} y1={y(ceiling)} y2={y(ceiling)} stroke="var(--brand-border)" strokeDasharray="6 4" />
            <text x={box.left} y={y(ceiling + error) - 4}>{text('observatory.stage.ceiling')}</text>
          </>
        )}
        {turns.map(({ turn, x: at }) => (
          <g key={turn}>
            <line x1={at} x2={at} y1={18} y2={y(low)} stroke="var(--border-control)" strokeDasharray="2 3" />
            <text x={Math.max(at, box.left)} y={12} textAnchor={at < 60 ? 'start' : at > width - 60 ? 'end' : 'middle'}>{text(`observatory.stage.turn.${turn}`)}</text>
          </g>
        ))}
        <polyline points={points.map(({ value }, at) => `${x(at)},${y(value)}`).join(' ')} fill="none" stroke="var(--brand-solid)" strokeWidth={2} />
        {points.map(({ period, value }, at) => <circle key={period} cx={x(at)} cy={y(value)} r={2.5} fill="var(--brand-solid)" />)}
        <text x={x(0)} y={box.height - 6}>{format.period(first.period)}</text>
        <text x={x(points.length - 1)} y={box.height - 6} textAnchor="end">{format.period(last.period)}</text>
        <text className="chart-value" x={x(points.length - 1)} y={y(last.value) + (y(last.value) < box.top + 14 ? 16 : -8)} textAnchor="end">{last.shown.number}</text>
      </svg>
    </div>
  );
}
