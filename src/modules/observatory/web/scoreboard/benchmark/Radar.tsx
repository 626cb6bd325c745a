import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import type { Benchmark } from '../../../words/scoreboard-run.schema.ts';

type Axis = Benchmark['rows'][number];
type Series = 'own' | 'peerMean' | 'peerBest';

interface Box {
  width: number;
  height: number;
  radius: number;
  /** Characters of a label. */
  letters: number;
}
const wide: Box = { width: 700, height: 400, radius: 150, letters: 32 };
const narrow: Box = { width: 350, height: 350, radius: 88, letters: 11 };
const centreOf = ({ width, radius }: Box): { x: number; y: number } => ({ x: width / 2, y: radius + 54 });
const drawn: readonly Series[] = ['peerBest', 'peerMean', 'own'];

const place = (box: Box, index: number, count: number, share: number): { x: number; y: number } => {
  const angle = (2 * Math.PI * index) / count - Math.PI / 2;
  const centre = centreOf(box);
  return { x: centre.x + Math.cos(angle) * share * box.radius, y: centre.y + Math.sin(angle) * share * box.radius };
};

/** Runs of axes that have a value: a missing one breaks the line and is never drawn as zero. */
function runsOf(points: readonly ({ x: number; y: number } | null)[]): { x: number; y: number }[][] {
  if (points.every((point) => point !== null)) return [[...points, points[0]].filter((point) => point !== null && point !== undefined)];
  const start = points.indexOf(null);
  const turned = [...points.slice(start), ...points.slice(0, start)];
  return turned.reduce<{ x: number; y: number }[][]>((runs, point) => (point === null ? [...runs, []] : [...runs.slice(0, -1), [...(runs.at(-1) ?? []), point]]), []).filter((run) => run.length > 0);
}

/** Three lines told apart by stroke and by mark, not by colour alone. All axes share one scale. */
export function Radar({ axes, subject, story, small }: { axes: readonly Axis[]; subject: string; story: string; small: boolean }) {
  const box = small ? narrow : wide;
  const centre = centreOf(box);
  const name = useName();
  const text = useText();
  const values = axes.flatMap((axis) => drawn.map((key) => axis[key])).filter((value) => value !== null);
  const low = Math.min(0, ...values);
  const high = Math.max(low + 1e-9, ...values);
  const share = (value: number): number => (value - low) / (high - low);
  const labels: Record<Series, string> = { own: subject, peerMean: text('observatory.scoreboard.benchmark.mean'), peerBest: text('observatory.scoreboard.benchmark.best') };
  return (
    <svg className="radar" viewBox={`0 0 ${box.width} ${box.height}`} role="img" aria-label={story}>
      {[0.25, 0.5, 0.75, 1].map((ring) => <polygon key={ring} className="radar-ring" points={axes.map((_, at) => place(box, at, axes.length, ring)).map(({ x, y }) => `${x},${y}`).join(' ')} />)}
      {axes.map((axis, at) => {
        const end = place(box, at, axes.length, 1);
        const word = place(box, at, axes.length, 1.12);
        const label = name(axis.node.name);
        return (
          <g key={axis.node.code}>
            <line className="radar-ring" x1={centre.x} y1={centre.y} x2={end.x} y2={end.y} />
            <text className="radar-word" x={word.x} y={word.y + 4} textAnchor={Math.abs(word.x - centre.x) < 12 ? 'middle' : word.x > centre.x ? 'start' : 'end'}>{label.length > box.letters ? `${label.slice(0, box.letters - 1)}…` : label}<title>{label}</title></text>
          </g>
        );
      })}
      {drawn.map((key) => {
        const points = axes.map((axis, at) => (axis[key] === null ? null : place(box, at, axes.length, share(axis[key]))));
        return (
          <g key={key} className={`radar-${key}`}>
            {runsOf(points).map((run, at) => <polyline key={at} points={run.map(({ x, y }) => `${x},${y}`).join(' ')} />)}
            {points.map((point, at) => (point ? <RadarMark key={axes[at]?.node.code} kind={key} {...point} /> : null))}
          </g>
        );
      })}
      {drawn.toReversed().map((key, at) => (
        <g key={key} className={`radar-${key}`} transform={`translate(${16}, ${box.height - 60 + at * 18})`}>
          <line x1={0} x2={28} y1={0} y2={0} />
          <RadarMark kind={key} x={14} y={0} />
          <text className="radar-word" x={36} y={4}>{labels[key]}</text>
        </g>
      ))}
    </svg>
  );
}

function RadarMark({ kind, x, y }: { kind: Series; x: number; y: number }) {
  if (kind === 'own') return <circle cx={x} cy={y} r={4} />;
  if (kind === 'peerMean') return <rect x={x - 3.5} y={y - 3.5} width={7} height={7} />;
  return <path d={`M${x} ${y - 5}l5 8.5h-10z`} />;
}
