import type { Matrix } from '../../stats/matrix.ts';
import type { Rng } from '../../stats/rng.ts';
import { numbered } from './linkage.ts';

export interface KMeans {
  value: { labels: Int32Array; /** Sum of squared distances to the middles. */ within: number };
  converged: boolean;
  iterations: number;
  residual: number;
}

export const kMeansDefaults = { starts: 25, steps: 100 };

/**
 * k-means of the rows (Lloyd 1982, first middles as k-means++, Arthur and Vassilvitskii 2007), the best of several starts.
 * A group that falls empty takes the row farthest from its middle. Labels from 1 in the order of first members. No missing
 * cells. Cost O(starts · steps · rows · groups · columns).
 */
export function kMeans(table: Matrix, groups: number, rng: Rng, { starts, steps } = kMeansDefaults): KMeans {
  let best: KMeans | undefined;
  for (let start = 0; start < starts; start += 1) {
    const found = settle(table, firstMiddles(table, groups, rng), steps);
    if (!best || found.value.within < best.value.within) best = found;
  }
  const { value, ...reached } = best as KMeans;
  return { value: { ...value, labels: numbered(value.labels) }, ...reached };
}

function firstMiddles(table: Matrix, groups: number, rng: Rng): Float64Array[] {
  const { rows, columns, cells } = table;
  const row = (at: number): Float64Array => cells.slice(at * columns, (at + 1) * columns);
  const middles = [row(rng.whole(0, rows - 1))];
  while (middles.length < groups) {
    const choices = Array.from({ length: rows }, (_, at): [number, number] => [at, Math.min(...middles.map((middle) => distance(table, at, middle)))]);
    const apart = choices.some(([, weight]) => weight > 0);
    middles.push(row(apart ? rng.weighted(choices) : rng.whole(0, rows - 1)));
  }
  return middles;
}

function settle(table: Matrix, middles: Float64Array[], steps: number): KMeans {
  const labels = new Int32Array(table.rows).fill(-1);
  const away = new Float64Array(table.rows);
  let moved = table.rows;
  let step = 0;
  while (step < steps && moved > 0) {
    step += 1;
    moved = 0;
    for (let at = 0; at < table.rows; at += 1) {
      let near = 0;
      away[at] = Infinity;
      for (const [group, middle] of middles.entries()) {
        const far = distance(table, at, middle);
        if (far < (away[at] as number)) [near, away[at]] = [group, far];
      }
      if (labels[at] !== near) moved += 1;
      labels[at] = near;
    }
    for (const [group, middle] of middles.entries()) {
      if (!labels.includes(group)) {
        const movable = [...labels.keys()].filter((at) => labels.indexOf(labels[at] as number) !== labels.lastIndexOf(labels[at] as number));
        const farthest = movable.reduce((most, at) => ((away[at] as number) > (away[most] as number) ? at : most), movable[0] as number);
        labels[farthest] = group;
        away[farthest] = 0;
        moved += 1;
      }
      const members = [...labels.keys()].filter((at) => labels[at] === group);
      middle.fill(0);
      for (const at of members) for (let column = 0; column < table.columns; column += 1) middle[column] = (middle[column] as number) + (table.cells[at * table.columns + column] as number) / members.length;
    }
  }
  const within = labels.reduce((sum, group, at) => sum + distance(table, at, middles[group] as Float64Array), 0);
  return { value: { labels, within }, converged: moved === 0, iterations: step, residual: moved };
}

function distance({ columns, cells }: Matrix, row: number, middle: Float64Array): number {
  let sum = 0;
  for (let column = 0; column < columns; column += 1) sum += ((cells[row * columns + column] as number) - (middle[column] as number)) ** 2;
  return sum;
}
