import { seedOf } from '../stats/rng.ts';

export interface BlockOptions {
  /** A block of at most this many records is compared whole. */
  largestBlock: number;
  /** In a larger one each record is compared with this many that follow it in the order of `sortKey`. */
  neighbours: number;
}
export const blockDefaults: BlockOptions = { largestBlock: 40, neighbours: 6 };

/** 2²¹ records: with a hash of 32 bits both fit into the 53 bits of a number. */
export const mostRecords = 2 ** 21;

/** All pairs a < b of `count` records, as a·count + b in rising order. */
export function allPairs(count: number): Float64Array {
  const pairs = new Float64Array((count * (count - 1)) / 2);
  let at = 0;
  for (let a = 0; a < count; a += 1) for (let b = a + 1; b < count; b += 1) pairs[at++] = a * count + b;
  return pairs;
}

/**
 * Pairs of records that share a key, each once, as a·count + b with a < b, in rising order. Blocking as in Fellegi and
 * Sunter's practice, with a sorted neighbourhood (Hernández, Stolfo 1995) inside of blocks that are too large to compare
 * whole. Keys are hashed to 32 bits: a collision costs a comparison and nothing else. RangeError above 2²¹ records.
 * Cost O(k log k + pairs · log pairs) for k keys in all.
 */
export function blockPairs(count: number, keysOf: (record: number) => readonly string[], sortKey: (record: number) => string, given: Partial<BlockOptions> = {}): Float64Array {
  const { largestBlock, neighbours } = { ...blockDefaults, ...given };
  if (count > mostRecords) throw new RangeError(`at most ${mostRecords} records`);
  let entries = new Float64Array(count * 6);
  let filled = 0;
  for (let record = 0; record < count; record += 1) {
    for (const key of keysOf(record)) {
      if (filled === entries.length) entries = grown(entries);
      entries[filled++] = seedOf(key) * mostRecords + record;
    }
  }
  entries = entries.subarray(0, filled).sort();

  let pairs = new Float64Array(count * 4 + 16);
  let made = 0;
  const add = (a: number, b: number): void => {
    if (a === b) return;
    if (made === pairs.length) pairs = grown(pairs);
    pairs[made++] = a < b ? a * count + b : b * count + a;
  };
  for (let from = 0; from < filled; ) {
    const hash = Math.floor((entries[from] as number) / mostRecords);
    let until = from + 1;
    while (until < filled && Math.floor((entries[until] as number) / mostRecords) === hash) until += 1;
    if (until - from > 1) {
      const block = Array.from(entries.subarray(from, until), (entry) => entry - hash * mostRecords);
      const reach = block.length > largestBlock ? neighbours : block.length;
      if (block.length > largestBlock) {
        const sorted = new Map(block.map((record) => [record, sortKey(record)]));
        block.sort((a, b) => ((sorted.get(a) as string) < (sorted.get(b) as string) ? -1 : 1));
      }
      for (let at = 0; at < block.length; at += 1) {
        for (let next = at + 1; next < Math.min(block.length, at + reach + 1); next += 1) add(block[at] as number, block[next] as number);
      }
    }
    from = until;
  }
  const sorted = pairs.subarray(0, made).sort();
  let kept = 0;
  for (let at = 0; at < made; at += 1) if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[kept++] = sorted[at] as number;
  return sorted.subarray(0, kept);
}

function grown(values: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(values.length * 2);
  larger.set(values);
  return larger;
}
