import { useState } from 'react';
import { useName } from '#web/i18n/names.ts';
import { useWidth } from '#web/kit/use-width.ts';
import type { RunComparison } from '../../../words/scoreboard-run.schema.ts';

type Row = RunComparison['subjects'][number];
const line = 20;
const cut = (words: string, length: number): string => (words.length > length ? `${words.slice(0, length - 1)}…` : words);

/** Places left and right; who rose is drawn full, who fell dashed, who stayed thin. A line is picked by pointing at it. */
export function Slope({ rows, left, right, story }: { rows: readonly Row[]; left: string; right: string; story: string }) {
  const name = useName();
  const [holder, measured] = useWidth<HTMLDivElement>();
  const [picked, setPicked] = useState<string | null>(null);
  const width = Math.min(measured ?? 720, 860);
  const narrow = width < 520;
  const margin = narrow ? 112 : 200;
  const ordered = (key: 'fromRank' | 'toRank'): Map<string, number> => new Map(rows.toSorted((one, other) => (one[key] ?? 0) - (other[key] ?? 0) || (one.id < other.id ? -1 : 1)).map((row, at) => [row.id, 48 + at * line]));
  const [from, to] = [ordered('fromRank'), ordered('toRank')];
  const kind = (row: Row): string => ((row.toRank ?? 0) < (row.fromRank ?? 0) ? 'slope-up' : (row.toRank ?? 0) > (row.fromRank ?? 0) ? 'slope-down' : 'slope-same');
  return (
    <div ref={holder}>
      <svg className="slope" width={width} height={rows.length * line + 56} viewBox={`0 0 ${width} ${rows.length * line + 56}`} role="img" aria-label={story}>
        <text className="slope-head" x={narrow ? 0 : margin - 8} y={14} textAnchor={narrow ? 'start' : 'end'}>{cut(left, narrow ? 22 : 34)}</text>
        <text className="slope-head" x={narrow ? width : width - margin + 8} y={narrow ? 28 : 14} textAnchor={narrow ? 'end' : 'start'}>{cut(right, narrow ? 22 : 34)}</text>
        {rows.map((row) => {
          const [y1, y2] = [from.get(row.id) ?? 0, to.get(row.id) ?? 0];
          const label = name(row.name);
          return (
            <g key={row.id} className={`${kind(row)}${picked === row.id ? ' slope-picked' : ''}`} onPointerEnter={() => setPicked(row.id)} onPointerLeave={() => setPicked(null)}>
              <line className="slope-catch" x1={margin} x2={width - margin} y1={y1} y2={y2} />
              <line className="slope-line" x1={margin} x2={width - margin} y1={y1} y2={y2} />
              <circle cx={margin} cy={y1} r={3} />
              <circle cx={width - margin} cy={y2} r={3} />
              <text x={margin - 8} y={y1 + 4} textAnchor="end">{cut(label, narrow ? 12 : 24)} {row.fromRank}</text>
              <text x={width - margin + 8} y={y2 + 4}>{row.toRank} {cut(label, narrow ? 12 : 24)}</text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
