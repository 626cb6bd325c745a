import type { RankRow } from './rank-rows.ts';

/** Places at which the scale is marked: the ends and a few round numbers between. */
function ticksOf(count: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((each) => count / each <= 6) ?? 1000;
  const between = Array.from({ length: Math.floor(count / step) }, (_, at) => (at + 1) * step).filter((each) => each > 1 && each < count - step / 2);
  return [1, ...between, ...(count > 1 ? [count] : [])];
}

const at = (rank: number, count: number): string => `${(((rank - 0.5) / count) * 100).toFixed(3)}%`;

/** The numbers over the ranges, for the head of the column. */
export function RankScale({ count }: { count: number }) {
  return (
    <svg className="rank-range rank-scale" aria-hidden="true">
      {ticksOf(count).map((tick) => <text key={tick} x={at(tick, count)} y={15} textAnchor="middle">{tick}</text>)}
    </svg>
  );
}

/** Dot: rank under the choices taken. Bar: 5–95 % of the trials. Ring: rank before. The numbers stand in the columns beside it. */
export function RankRange({ row, count }: { row: RankRow; count: number }) {
  const { rank, interval, before } = row;
  return (
    <svg className="rank-range" aria-hidden="true">
      {ticksOf(count).map((tick) => <line key={tick} className="rank-tick" x1={at(tick, count)} x2={at(tick, count)} y1={0} y2={28} />)}
      {interval && interval.low !== null && interval.high !== null ? <line className="rank-bar" x1={at(interval.low, count)} x2={at(interval.high, count)} y1={14} y2={14} /> : null}
      {before !== null && before !== rank ? <circle className="rank-before" cx={at(before, count)} cy={14} r={5} /> : null}
      {rank === null ? null : <circle className="rank-dot" cx={at(rank, count)} cy={14} r={4.5} />}
    </svg>
  );
}
