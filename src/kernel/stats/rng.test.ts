import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rngFrom, seedOf, splitmix32 } from './rng.ts';

const draw = (count: number, next: () => number) => Array.from({ length: count }, next);

describe('rng', () => {
  it('repeats itself for a seed and not for its neighbour', () => {
    const from = (seed: number) => draw(50, rngFrom(seed).uint32);
    expect(from(7)).toEqual(from(7));
    expect(from(7)).not.toEqual(from(8));
    expect(new Set(draw(1000, splitmix32(0))).size).toBe(1000);
  });

  it('follows the reference recurrence of xoshiro128**', () => {
    const mask = 0xffffffffn;
    const rotl = (x: bigint, k: bigint) => ((x << k) | (x >> (32n - k))) & mask;
    const fill = splitmix32(2022);
    const s = draw(4, fill).map(BigInt) as [bigint, bigint, bigint, bigint];
    const reference = () => {
      const result = (rotl((s[1] * 5n) & mask, 7n) * 9n) & mask;
      const t = (s[1] << 9n) & mask;
      s[2] ^= s[0];
      s[3] ^= s[1];
      s[1] ^= s[2];
      s[0] ^= s[3];
      s[2] ^= t;
      s[3] = rotl(s[3], 11n);
      return Number(result);
    };
    expect(draw(200, rngFrom(2022).uint32)).toEqual(draw(200, reference));
  });

  it('keeps to its bounds', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 0, max: 5000 }), (seed, from, span) => {
        const rng = rngFrom(seed);
        const value = rng.whole(from, from + span);
        expect(value >= from && value <= from + span).toBe(true);
        const unit = rng.unit();
        expect(unit >= 0 && unit < 1).toBe(true);
      }),
    );
    expect(() => rngFrom(1).whole(2, 1)).toThrow(RangeError);
    expect(() => rngFrom(1).pick([])).toThrow(RangeError);
    expect(() => rngFrom(1).weighted([['a', 0]])).toThrow(RangeError);
  });

  it('is even enough: dice, weights and the normal curve', () => {
    const rng = rngFrom(42);
    const dice = draw(60_000, () => rng.whole(1, 6));
    const chi = [1, 2, 3, 4, 5, 6].reduce((sum, face) => sum + (dice.filter((value) => value === face).length - 10_000) ** 2 / 10_000, 0);
    expect(chi).toBeLessThan(20.5); // 99.9 % point of χ² with 5 degrees of freedom
    const heavy = draw(10_000, () => rng.weighted([[1, 3], [0, 1]])).reduce((sum, value) => sum + value, 0);
    expect(Math.abs(heavy / 10_000 - 0.75)).toBeLessThan(0.02);
    const normal = draw(20_000, rng.normal);
    const mean = normal.reduce((sum, value) => sum + value, 0) / normal.length;
    const variance = normal.reduce((sum, value) => sum + (value - mean) ** 2, 0) / normal.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
  });

  it('samples without repeats and forks by label', () => {
    const all = draw(20, (() => { let n = 0; return () => n++; })());
    const some = rngFrom(3).sample(all, 8);
    expect(new Set(some).size).toBe(8);
    expect(rngFrom(3).sample(all, 99).toSorted((a, b) => a - b)).toEqual(all);
    expect(rngFrom(3).fork('a').uint32()).not.toBe(rngFrom(3).fork('b').uint32());
    expect(seedOf('')).toBe(0x811c9dc5);
  });
});
