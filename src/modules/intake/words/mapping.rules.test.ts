import { describe, expect, it } from 'vitest';
import { alikeness, fieldsToRemember, signatureOf, suggestColumns, type Remembered } from './mapping.rules.ts';

const fields = [{ key: 'name', hints: ['name', '企业名称'] }, { key: 'city', hints: ['city', '所在城市'] }, { key: 'output', hints: ['output'] }];
const kept = (headers: string[], mapping: (string | null)[], usedAt = '2026-03-12T00:00:00.000Z', number = 1): Remembered => ({ id: usedAt, number, fields: fieldsToRemember(headers, mapping), constants: {}, usedAt, fileName: 'a.csv' });

describe('suggestColumns', () => {
  it('goes by the headers when nothing was learned', () => {
    expect(suggestColumns(['企业名称', '备注'], fields, [])).toEqual({ mapping: ['name', null], by: ['hint', null], constants: {}, learned: null });
  });
  it('puts the last mapping of the source before the headers, in any order of columns', () => {
    const last = kept(['厂名', 'city', '备注'], ['name', null, 'city']);
    const { mapping, by, learned } = suggestColumns(['备注', '厂名', 'city', 'output'], fields, [last]);
    expect(mapping).toEqual(['city', 'name', null, 'output']);
    expect(by).toEqual(['memory', 'memory', null, 'hint']);
    expect(learned?.number).toBe(1);
  });
  it('knows a column again when only the year in its header moved on', () => {
    expect(suggestColumns(['厂名', '2026年产值'], fields, [kept(['厂名', '2025年产值'], ['name', 'output'])]).mapping).toEqual(['name', 'output']);
  });
  it('takes the most alike, and of equals the last used', () => {
    const old = kept(['厂名', '地'], ['name', null], '2025-01-01T00:00:00.000Z', 1);
    const late = kept(['厂名', '地'], ['name', 'city'], '2026-01-01T00:00:00.000Z', 2);
    expect(suggestColumns(['厂名', '地'], fields, [old, late]).learned?.number).toBe(2);
  });
  it('forgets a field that the target no longer has, and takes nothing from a file of other headers', () => {
    expect(suggestColumns(['厂名'], [{ key: 'city', hints: [] }], [kept(['厂名'], ['name'])]).mapping).toEqual([null]);
    expect(suggestColumns(['a', 'b', 'c', '厂名'], fields, [kept(['x', 'y', 'z', '厂名'], [null, null, null, 'name'])]).learned).toBeNull();
  });
});

it('keeps a field that repeats over many columns, and what was said once for the whole file', () => {
  const wide = [{ key: 'place', hints: ['region'] }, { key: 'value', hints: ['value'] }, { key: 'figures', hints: [], repeats: { of: 'rest' as const, unless: 'value' } }, { key: 'year', hints: [], perFile: true as const }];
  const last = { ...kept(['Code', 'C10', 'C13', 'Note'], ['place', 'figures', 'figures', null]), constants: { year: '2011', city: 'x' } };
  const { mapping, constants } = suggestColumns(['Code', 'C10', 'C13', 'Note'], wide, [last]);
  expect(mapping).toEqual(['place', 'figures', 'figures', null]);
  expect(constants).toEqual({ year: '2011' });
});

it('measures how alike headers are, whatever their order and case', () => {
  expect(alikeness(['A', 'b'], fieldsToRemember(['B', 'a'], [null, null]))).toBe(1);
  expect(alikeness(['a', 'b', 'c'], fieldsToRemember(['a', 'b', 'd'], [null, null, null]))).toBe(0.5);
  expect(signatureOf(['B', 'a', 'A'])).toBe('a\nb');
});
