import type { Matrix } from '../../stats/matrix.ts';

export const linkages = ['ward.D2', 'ward.D', 'single', 'complete', 'average', 'mcquitty', 'median', 'centroid'] as const;
export type Linkage = (typeof linkages)[number];

export interface Merge {
  /** Two groups by the number of their first member. */
  a: number;
  b: number;
  height: number;
}

/** Lance–Williams: distance from k to the union of i and j, n the sizes of the groups. */
type Update = (ki: number, kj: number, ij: number, ni: number, nj: number, nk: number) => number;

const ward: Update = (ki, kj, ij, ni, nj, nk) => ((ni + nk) * ki + (nj + nk) * kj - nk * ij) / (ni + nj + nk);

const updates: Readonly<Record<Linkage, Update>> = {
  'ward.D2': ward,
  'ward.D': ward,
  single: (ki, kj) => Math.min(ki, kj),
  complete: (ki, kj) => Math.max(ki, kj),
  average: (ki, kj, _, ni, nj) => (ni * ki + nj * kj) / (ni + nj),
  mcquitty: (ki, kj) => (ki + kj) / 2,
  median: (ki, kj, ij) => (ki + kj) / 2 - ij / 4,
  centroid: (ki, kj, ij, ni, nj) => (ni * ki + nj * kj) / (ni + nj) - (ni * nj * ij) / (ni + nj) ** 2,
};

/**
 * Agglomerative clustering from dissimilarities (Lance, Williams 1967); `ward.D2` works on squares and gives back roots
 * (Murtagh, Legendre 2014), the others take the dissimilarities as they are. Of equal distances the one with the lowest
 * members is merged first. n − 1 merges in the order made. Memory O(n²); O(n²) steps in the usual case, O(n³) at worst.
 */
export function agglomerate(distances: Matrix, linkage: Linkage): Merge[] {
  const size = distances.rows;
  const squared = linkage === 'ward.D2';
  const left = squared ? distances.cells.map((one) => one * one) : distances.cells.slice();
  const sizes = new Float64Array(size).fill(1);
  const update = updates[linkage];
  const nearest = new Int32Array(size).fill(-1);
  const alive = Uint8Array.from({ length: size }, () => 1);
  const look = (from: number): void => {
    let best = -1;
    for (let to = from + 1; to < size; to += 1) {
      if (alive[to] === 1 && (best < 0 || (left[from * size + to] as number) < (left[from * size + best] as number))) best = to;
    }
    nearest[from] = best;
  };
  for (let from = 0; from < size; from += 1) look(from);
  const merges: Merge[] = [];
  while (merges.length < size - 1) {
    let a = -1;
    let least = Infinity;
    for (let from = 0; from < size; from += 1) {
      const to = nearest[from] as number;
      if (alive[from] === 0 || to < 0 || !((left[from * size + to] as number) < least)) continue;
      a = from;
      least = left[from * size + to] as number;
    }
    const b = nearest[a] as number;
    merges.push({ a, b, height: squared ? Math.sqrt(least) : least });
    alive[b] = 0;
    for (let k = 0; k < size; k += 1) {
      if (alive[k] === 0 || k === a) continue;
      const distance = update(left[k * size + a] as number, left[k * size + b] as number, least, sizes[a] as number, sizes[b] as number, sizes[k] as number);
      left[k * size + a] = distance;
      left[a * size + k] = distance;
    }
    sizes[a] = (sizes[a] as number) + (sizes[b] as number);
    look(a);
    for (let from = 0; from < b; from += 1) {
      if (alive[from] === 0 || from === a) continue;
      if (nearest[from] === a || nearest[from] === b) look(from);
      else if (from < a && (left[from * size + a] as number) < (left[from * size + (nearest[from] as number)] as number)) nearest[from] = a;
    }
  }
  return merges;
}

/** Groups after all but the last `groups` − 1 merges, numbered from 1 in the order of their first member. Cost O(n²) at worst. */
export function cut(merges: readonly Merge[], groups: number): Int32Array {
  const size = merges.length + 1;
  const first = Int32Array.from({ length: size }, (_, at) => at);
  for (const { a, b } of merges.slice(0, size - groups)) for (let at = 0; at < size; at += 1) if (first[at] === b) first[at] = a;
  return numbered(first);
}

/** Labels renumbered from 1 in the order in which they are met. */
export function numbered(labels: Int32Array): Int32Array {
  const names = new Map<number, number>();
  return labels.map((label) => {
    if (!names.has(label)) names.set(label, names.size + 1);
    return names.get(label) as number;
  });
}
