/**
 * Seeded random numbers: xoshiro128** 1.1 (Blackman and Vigna 2018), 128 bits of state filled by SplitMix32 from the
 * seed. The same seed gives the same numbers on every machine; nothing here is fit for secrets.
 */
export interface Rng {
  /** Next whole number in [0, 2³²). */
  uint32(): number;
  /** Next number in [0, 1), 53 random bits. */
  unit(): number;
  /** Whole number in [from, until], both included and each equally likely (rejection, no modulo bias). */
  whole(from: number, until: number): number;
  /** Normal with mean 0 and variance 1 (Box–Muller, the sine half is thrown away so that calls stay independent of order). */
  normal(): number;
  /** One of the values, each equally likely. Throws RangeError on an empty list. */
  pick<Value>(values: readonly Value[]): Value;
  /** One of the values, `[value, weight]`, with probability weight ÷ sum. Throws RangeError unless the sum is positive. */
  weighted<Value>(choices: readonly (readonly [value: Value, weight: number])[]): Value;
  /** True with probability `share`. */
  chance(share: number): boolean;
  /** `count` different values in random order (partial Fisher–Yates); all of them when there are fewer. Cost O(n). */
  sample<Value>(values: readonly Value[], count: number): Value[];
  /** A generator of its own for a part of the work: adding draws to one part leaves the others as they were. */
  fork(label: string): Rng;
}

export const rngMethod = { id: 'xoshiro128starstar', version: '1.1' } as const;

/** SplitMix32: golden-ratio counter through two rounds of multiply–xorshift (constants of MurmurHash3's finaliser family). */
export function splitmix32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
}

/** FNV-1a over UTF-16 code units, to make a seed of a label. */
export function seedOf(label: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < label.length; at += 1) hash = Math.imul(hash ^ label.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

const rotate = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));

/** A generator from a whole-number seed; only its low 32 bits count. Cost O(1) per draw. */
export function rngFrom(seed: number): Rng {
  const fill = splitmix32(seed);
  let a = fill();
  let b = fill();
  let c = fill();
  let d = fill();

  const uint32 = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
  const unit = (): number => (uint32() >>> 5) * 2 ** -27 + (uint32() >>> 6) * 2 ** -53;
  const whole = (from: number, until: number): number => {
    const span = until - from + 1;
    if (!Number.isInteger(from) || !Number.isInteger(until) || span < 1 || span > 2 ** 32) throw new RangeError('whole numbers, from ≤ until, at most 2³² of them');
    const limit = 2 ** 32 - (2 ** 32 % span);
    let drawn = uint32();
    while (drawn >= limit) drawn = uint32();
    return from + (drawn % span);
  };
  const pick = <Value>(values: readonly Value[]): Value => {
    if (values.length === 0) throw new RangeError('nothing to pick from');
    return values[whole(0, values.length - 1)] as Value;
  };
  const weighted = <Value>(choices: readonly (readonly [Value, number])[]): Value => {
    const sum = choices.reduce((total, [, weight]) => total + weight, 0);
    if (!(sum > 0) || choices.some(([, weight]) => weight < 0)) throw new RangeError('weights must be ≥ 0 with a positive sum');
    let left = unit() * sum;
    for (const [value, weight] of choices) {
      left -= weight;
      if (left < 0) return value;
    }
    return (choices.findLast(([, weight]) => weight > 0) as readonly [Value, number])[0];
  };
  const sample = <Value>(values: readonly Value[], count: number): Value[] => {
    const left = [...values];
    const taken = Math.min(count, left.length);
    for (let at = 0; at < taken; at += 1) {
      const from = whole(at, left.length - 1);
      [left[at], left[from]] = [left[from] as Value, left[at] as Value];
    }
    return left.slice(0, taken);
  };
  return {
    uint32,
    unit,
    whole,
    normal: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
    pick,
    weighted,
    chance: (share) => unit() < share,
    sample,
    fork: (label) => rngFrom((seed ^ seedOf(label)) >>> 0),
  };
}
