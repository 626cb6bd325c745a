import { useFormat } from '#web/kit/figure/use-format.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useWidth } from '#web/kit/use-width.ts';

export interface LinePoint {
  period: string;
  /** Null: the source does not say; the line is dashed across the gap. */
  value: number | null;
  text?: string;
  /** Another meaning begins here: no line joins it to the point before, and a mark stands between them. */
  broken?: string;
  /** Counting begins anew here, as a year to date does: no line joins it to the point before. */
  anew?: boolean;
  /** Brought onto the footing of the newest points; drawn dashed beside the figure itself. */
  spliced?: number | null;
}

export interface LineChartProps {
  label: string;
  points: readonly LinePoint[];
  unit?: string;
  /** Limits shared with other charts. */
  range?: readonly [number, number];
  height?: number;
}

const room = { height: 140, left: 16, right: 16, top: 24, bottom: 24 };

/** Few points drawn as points, straight between them, dashed across years that are not stated. */
export function LineChart({ label, points, unit, range, height = room.height }: LineChartProps) {
  const format = useFormat();
  const text = useText();
  const [holder, measured] = useWidth<HTMLDivElement>();
  const box = { ...room, height, width: measured ?? 480 };
  const known = points.flatMap((point, index) => (point.value === null ? [] : [{ ...point, value: point.value, index }]));
  const values = known.map((point) => point.value);
  const brought = points.flatMap((point, index) => (typeof point.spliced === 'number' ? [{ ...point, value: point.spliced, index }] : []));
  const low = range?.[0] ?? Math.min(...values, ...brought.map((point) => point.value), 0);
  const high = range?.[1] ?? (Math.max(...values, ...brought.map((point) => point.value)) || low + 1);
  const x = (index: number) => box.left + (points.length < 2 ? 0 : (index / (points.length - 1)) * (box.width - box.left - box.right));
  const y = (value: number) => box.height - box.bottom - ((value - low) / (high - low)) * (box.height - box.top - box.bottom);
  const shown = (point: LinePoint) => point.text ?? (point.value === null ? text('web.figure.notStated') : format.count(point.value));
  const story = points.map((point) => `${point.broken ? `${point.broken}; ` : ''}${format.period(point.period)} ${shown(point)}`).join('; ');
  const mayJoin = (from: number, to: number) => points.slice(from + 1, to + 1).every((point) => point.broken === undefined && !point.anew);
  // Numbers that would lie over each other are left to the table.
  const labelled = known.length <= 6 && known.length * 84 <= box.width;
  return (
    <div ref={holder}>
      <svg className="chart" height={box.height} viewBox={`0 0 ${box.width} ${box.height}`} role="img" aria-label={`${label}${unit ? ` (${unit})` : ''}: ${story}`}>
        <line x1={box.left} x2={box.width - box.right} y1={y(low)} y2={y(low)} stroke="var(--border-default)" />
        {known.slice(1).map((point, at) => {
          const before = known[at];
          if (!before || !mayJoin(before.index, point.index)) return null;
          return <line key={point.period} x1={x(before.index)} y1={y(before.value)} x2={x(point.index)} y2={y(point.value)} stroke="var(--brand-solid)" strokeWidth={2} strokeDasharray={point.index - before.index > 1 ? '4 4' : undefined} />;
        })}
        {points.map((point, index) => {
          const at = (x(index - 1) + x(index)) / 2;
          return point.broken === undefined || index === 0 ? null : <line key={`break ${point.period}`} className="chart-break" x1={at} x2={at} y1={box.top - 12} y2={y(low)} stroke="var(--warning-text, var(--text-default))" strokeDasharray="3 3"><title>{point.broken}</title></line>;
        })}
        {brought.slice(1).map((point, at) => {
          const before = brought[at];
          return before && before.index + 1 === point.index ? <line key={`spliced ${point.period}`} x1={x(before.index)} y1={y(before.value)} x2={x(point.index)} y2={y(point.value)} stroke="var(--cat-4)" strokeWidth={1.5} strokeDasharray="2 3" /> : null;
        })}
        {brought.map((point) => <circle key={`spliced ${point.period}`} cx={x(point.index)} cy={y(point.value)} r={3} fill="none" stroke="var(--cat-4)" />)}
        {known.map((point, at) => (
          <g key={point.period}>
            <circle cx={x(point.index)} cy={y(point.value)} r={4} fill="var(--brand-solid)" />
            {labelled || at === known.length - 1 || (at === 0 && box.width > 240 && known.length > 2) ? (
              <text className="chart-value" x={x(point.index)} y={y(point.value) - 8} textAnchor={point.index === 0 ? 'start' : point.index === points.length - 1 ? 'end' : 'middle'}>{shown(point)}</text>
            ) : null}
          </g>
        ))}
        {points.map((point, index) =>
          index === 0 || index === points.length - 1 || (points.length <= 6 && points.length * 64 <= box.width) ? (
            <text key={point.period} x={x(index)} y={box.height - 6} textAnchor={index === 0 ? 'start' : index === points.length - 1 ? 'end' : 'middle'}>{format.period(point.period)}</text>
          ) : null,
        )}
      </svg>
    </div>
  );
}
