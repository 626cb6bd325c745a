import fc from 'fast-check';
import { expect, it } from 'vitest';
import { binsOf } from './histogram-bins.ts';

it('puts every value in one bin, and bins touch', () => {
  fc.assert(fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 300 }), (values) => {
    const bins = binsOf(values);
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
    bins.slice(1).forEach((bin, at) => expect(bin.from).toBe(bins[at]?.to));
  }));
  expect(binsOf([])).toEqual([]);
  expect(binsOf([2, 2])).toEqual([{ from: 2, to: 2, count: 2 }]);
});
