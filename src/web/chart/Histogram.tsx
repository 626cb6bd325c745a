import { useFormat } from '#web/kit/figure/use-format.ts';
import { useWidth } from '#web/kit/use-width.ts';
import type { Bin } from './histogram-bins.ts';

const room = { height: 180, left: 16, right: 16, top: 20, bottom: 40 };

/** How many lie where: bars that touch, the count above each, limits below. Marks stand for single figures such as the median. */
export function Histogram({ label, bins, say, marks = [] }: { label: string; bins: readonly Bin[]; say: (value: number) => string; marks?: readonly { value: number; label: string }[] }) {
  const format = useFormat();
  const [holder, measured] = useWidth<HTMLDivElement>();
  const width = measured ?? 480;
  const most = Math.max(1, ...bins.map((bin) => bin.count));
  const [low, high] = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 1];
  const inside = width - room.left - room.right;
  const x = (value: number) => room.left + (high === low ? 0.5 : (value - low) / (high - low)) * inside;
  const ground = room.height - room.bottom;
  const y = (count: number) => ground - (count / most) * (ground - room.top);
  const step = bins.length > 1 ? inside / bins.length : inside;
  const story = bins.map((bin) => `${say(bin.from)}–${say(bin.to)}: ${format.count(bin.count)}`).join('; ');
  return (
    <div ref={holder}>
      <svg className="chart" height={room.height} viewBox={`0 0 ${width} ${room.height}`} role="img" aria-label={`${label}: ${story}`}>
        {bins.map((bin, at) => (
          <g key={bin.from}>
            <rect x={room.left + at * step} y={y(bin.count)} width={Math.max(1, step - 1)} height={ground - y(bin.count)} fill="var(--seq-6)" />
            {bin.count > 0 && step > 20 ? <text className="chart-value" x={room.left + (at + 0.5) * step} y={y(bin.count) - 4} textAnchor="middle">{format.count(bin.count)}</text> : null}
          </g>
        ))}
        <line x1={room.left} x2={width - room.right} y1={ground} y2={ground} stroke="var(--border-default)" />
        {marks.map((mark) => (
          <g key={mark.label}>
            <line x1={x(mark.value)} x2={x(mark.value)} y1={room.top} y2={ground} stroke="var(--text-default)" strokeDasharray="2 3" />
            <text x={x(mark.value)} y={room.height - 4} textAnchor={x(mark.value) < width / 4 ? 'start' : x(mark.value) > (width * 3) / 4 ? 'end' : 'middle'}>{mark.label}</text>
          </g>
        ))}
        <text x={room.left} y={room.height - 22} textAnchor="start">{say(low)}</text>
        <text x={width - room.right} y={room.height - 22} textAnchor="end">{say(high)}</text>
      </svg>
    </div>
  );
}
