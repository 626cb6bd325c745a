import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { useWidth } from '#web/kit/use-width.ts';
import type { DensityMap } from '../../words/map.schema.ts';
import { useDistance } from './use-distance.ts';

const box = { height: 150, left: 52, right: 12, top: 14, bottom: 24 };

/** Where the suggested radius comes from: the distances to the neighbours in ascending order, and their knee. */
export function RadiusCard({ method }: { method: DensityMap['method'] }) {
  const text = useText();
  const distance = useDistance();
  const [holder, measured] = useWidth<HTMLDivElement>();
  const width = measured ?? 360;
  const { graph, suggestedEps, eps } = method;
  if (graph.length < 2) return null;
  // Distances of places span three or four powers of ten.
  const floor = Math.max(10, graph.find((point) => point.distance > 0)?.distance ?? 10);
  const log = (metres: number) => Math.log10(Math.max(floor, metres));
  const [low, high] = [log(floor), Math.max(log(floor) + 0.5, log(graph.at(-1)?.distance ?? floor))];
  const x = (share: number) => box.left + share * (width - box.left - box.right);
  const y = (metres: number) => box.height - box.bottom - ((log(metres) - low) / (high - low)) * (box.height - box.top - box.bottom);
  const marks = [eps ?? suggestedEps].filter((metres) => metres > 0);
  const ticks = Array.from({ length: Math.floor(high) - Math.ceil(low) + 1 }, (_, at) => 10 ** (Math.ceil(low) + at));
  const title = text('observatory.map.radius');
  return (
    <Card title={title} caption={text(method.clear ? 'observatory.map.radius.caption' : 'observatory.map.radius.even', { neighbour: method.minPts - 1, distance: distance(suggestedEps) })}>
      <div ref={holder}>
        <svg className="chart" height={box.height} viewBox={`0 0 ${width} ${box.height}`} role="img" aria-label={text('observatory.map.radius.tell', { half: distance(graph[Math.floor(graph.length / 2)]?.distance ?? 0), most: distance(graph.at(-1)?.distance ?? 0), distance: distance(suggestedEps) })}>
          {ticks.map((metres) => (
            <g key={metres}>
              <line x1={box.left} x2={width - box.right} y1={y(metres)} y2={y(metres)} stroke="var(--border-subtle)" />
              <text x={box.left - 6} y={y(metres) + 4} textAnchor="end">{distance(metres)}</text>
            </g>
          ))}
          <polyline fill="none" stroke="var(--brand-solid)" strokeWidth={2} points={graph.map((point) => `${x(point.share)},${y(point.distance)}`).join(' ')} />
          {marks.map((metres) => (
            <g key={metres}>
              <line x1={box.left} x2={width - box.right} y1={y(metres)} y2={y(metres)} stroke="var(--text-primary)" strokeDasharray="5 4" />
              <text className="chart-value" x={box.left + 6} y={y(metres) - 5}>{distance(metres)}</text>
            </g>
          ))}
          <text x={box.left} y={box.height - 6}>{text('observatory.map.radius.nearest')}</text>
          <text x={width - box.right} y={box.height - 6} textAnchor="end">{text('observatory.map.radius.farthest')}</text>
        </svg>
      </div>
    </Card>
  );
}
