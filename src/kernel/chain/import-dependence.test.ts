import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dependenceFlags, importDependence } from './import-dependence.ts';

describe('importDependence', () => {
  const amounts = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 12 });

  it('stays in its bounds and does not mind order or unit', () => {
    fc.assert(fc.property(amounts, fc.double({ min: 0, max: 1e9, noNaN: true }), (imports, made) => {
      fc.pre(imports.some((value) => value > 1e-3));
      const found = importDependence(imports, made);
      const scaled = importDependence(imports.toReversed().map((value) => value * 1000), made * 1000);
      for (const key of ['hhi', 'topShare', 'cr3', 'importDependence'] as const) {
        expect(found[key]).toBeGreaterThanOrEqual(0);
        expect(found[key]).toBeLessThanOrEqual(1 + 1e-9);
        expect(scaled[key]).toBeCloseTo(found[key] as number, 9);
      }
      expect(found.effectiveSuppliers).toBeLessThanOrEqual(imports.length + 1e-6);
      expect(found.hhi).toBeLessThanOrEqual((found.topShare ?? 0) + 1e-12);
    }));
  });

  it('tells nothing imported from not known', () => {
    expect(importDependence([0, 0], 10)).toMatchObject({ hhi: null, importDependence: 0 });
    expect(importDependence([0], 0)).toMatchObject({ hhi: null, importDependence: null });
    expect(importDependence([3, NaN], 1)).toMatchObject({ hhi: 1, importDependence: 0.75 });
    expect(importDependence([3], NaN)).toMatchObject({ hhi: 1, importDependence: null });
  });

  it('flags what all three marks flag', () => {
    expect(dependenceFlags({ hhi: 0.5, outside: 0.6, imports: 3, exports: 2 })).toEqual({ cdi1: true, cdi2: true, cdi3: true, dependent: true });
    expect(dependenceFlags({ hhi: 0.4, outside: 0.6, imports: 3, exports: NaN })).toEqual({ cdi1: false, cdi2: true, cdi3: null, dependent: false });
    expect(dependenceFlags({ hhi: null, outside: NaN, imports: 0, exports: 0 })).toEqual({ cdi1: null, cdi2: null, cdi3: false, dependent: false });
  });
});
