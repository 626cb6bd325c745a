import { useMemo, useRef } from 'react';
import type { KeyboardEvent, Ref } from 'react';
import { useWidth } from '#web/kit/use-width.ts';
import { niceTicks, scaleOf, type Scale } from './scale.ts';

export interface Bubble {
  id: string;
  name: string;
  x: number;
  y: number;
  /** Area of the bubble follows it. */
  size: number;
  /** Drawn filled; the others as rings. */
  on: boolean;
  /** Everything about it in words. */
  text: string;
}

export interface BubbleChartProps {
  label: string;
  bubbles: readonly Bubble[];
  xLabel: string;
  yLabel: string;
  x: Scale['kind'];
  y: Scale['kind'];
  /** Values at which a line says where one side begins. */
  xMark?: number;
  yMark?: number;
  xText: (value: number) => string;
  yText: (value: number) => string;
  current: string | null;
  onCurrent: (id: string) => void;
  picture?: Ref<SVGSVGElement>;
}

const height = 380;
const room = { left: 64, right: 24, top: 20, bottom: 44 };
/** Names written on the picture, where all of them would lie over each other. */
const named = 6;

const radius = (share: number): number => Math.max(3, Math.sqrt(share) * 26);
/** About the width of a letter at 12 px; a Chinese sign takes twice that. */
const widthOf = (name: string): number => [...name].reduce((sum, sign) => sum + (sign > '\u2e80' ? 12.5 : 6.6), 0);

/** Names above their bubbles, below where there is no room above; one that would lie over another is left out. */
function placeNames(wanted: readonly { id: string; name: string; x: number; y: number; r: number }[], width: number): { id: string; name: string; x: number; y: number }[] {
  const placed: { id: string; name: string; x: number; y: number; half: number }[] = [];
  for (const { id, name, x, y, r } of wanted) {
    const half = widthOf(name) / 2;
    const at = { id, name, half, x: Math.min(Math.max(x, half + 4), width - half - 4), y: y - r - 5 < room.top ? y + r + 14 : y - r - 5 };
    if (placed.every((other) => Math.abs(other.y - at.y) > 15 || Math.abs(other.x - at.x) > other.half + half + 6)) placed.push(at);
  }
  return placed;
}

/** Three numbers a thing: two as place, one as area. Arrow keys walk along x; what is current is said below. */
export function BubbleChart({ label, bubbles, xLabel, yLabel, x, y, xMark, yMark, xText, yText, current, onCurrent, picture }: BubbleChartProps) {
  const [holder, measured] = useWidth<HTMLDivElement>();
  const width = measured ?? 640;
  const own = useRef<HTMLDivElement>(null);
  const [across, up] = useMemo(() => [scaleOf(x, bubbles.map((one) => one.x), xMark), scaleOf(y, bubbles.map((one) => one.y), yMark)], [bubbles, x, y, xMark, yMark]);
  const left = (value: number) => room.left + across.place(value) * (width - room.left - room.right);
  const top = (value: number) => height - room.bottom - up.place(value) * (height - room.top - room.bottom);
  const most = Math.max(1, ...bubbles.map(({ size }) => size));
  const drawn = useMemo(() => bubbles.toSorted((a, b) => b.size - a.size), [bubbles]);
  const chosen = bubbles.find(({ id }) => id === current);
  const names = placeNames([...(chosen ? [chosen] : []), ...drawn.filter(({ on, id }) => on && id !== current).slice(0, named)].map((one) => ({ id: one.id, name: one.name, x: left(one.x), y: top(one.y), r: radius(one.size / most) })), width);
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || bubbles.length === 0) return;
    event.preventDefault();
    const order = bubbles.toSorted((a, b) => a.x - b.x);
    const at = order.findIndex(({ id }) => id === current);
    const next = order[(at + step + order.length) % order.length];
    if (next) onCurrent(next.id);
  };
  return (
    <div ref={holder} className="bubble-chart">
      <div ref={own} tabIndex={0} role="group" aria-label={label} onKeyDown={walk}>
        <svg ref={picture} className="chart" height={height} width={width} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {niceTicks(across).map((tick) => (
            <g key={tick}>
              <line x1={left(tick)} x2={left(tick)} y1={room.top} y2={height - room.bottom} stroke="var(--border-subtle)" />
              <text x={left(tick)} y={height - room.bottom + 16} textAnchor="middle">{xText(tick)}</text>
            </g>
          ))}
          {niceTicks(up).map((tick) => (
            <g key={tick}>
              <line x1={room.left} x2={width - room.right} y1={top(tick)} y2={top(tick)} stroke="var(--border-subtle)" />
              <text x={room.left - 8} y={top(tick) + 4} textAnchor="end">{yText(tick)}</text>
            </g>
          ))}
          {xMark === undefined ? null : <line x1={left(xMark)} x2={left(xMark)} y1={room.top} y2={height - room.bottom} stroke="var(--text-tertiary)" strokeDasharray="4 4" />}
          {yMark === undefined ? null : <line x1={room.left} x2={width - room.right} y1={top(yMark)} y2={top(yMark)} stroke="var(--text-tertiary)" strokeDasharray="4 4" />}
          {drawn.map((one) => (
            <circle key={one.id} cx={left(one.x)} cy={top(one.y)} r={radius(one.size / most)} className={['bubble', one.on ? 'bubble-on' : '', one.id === current ? 'bubble-current' : ''].join(' ').trim()} onClick={() => onCurrent(one.id)}>
              <title>{one.text}</title>
            </circle>
          ))}
          {names.map(({ id, name, x, y }) => (
            <text key={id} className="chart-value bubble-name" x={x} y={y} textAnchor="middle">{name}</text>
          ))}
          <text x={width - room.right} y={height - 8} textAnchor="end">{xLabel} →</text>
          <text x={8} y={12} textAnchor="start">↑ {yLabel}</text>
        </svg>
      </div>
      <p className="bubble-said" aria-live="polite">{chosen?.text ?? ' '}</p>
    </div>
  );
}
