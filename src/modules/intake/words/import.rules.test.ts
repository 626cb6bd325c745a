import { describe, expect, it } from 'vitest';
import { canStep, fillIn, mappingProblems, nextStep, suggestMapping } from './import.rules.ts';

describe('suggestMapping', () => {
  const fields = [{ key: 'name', hints: ['name', '企业名称'] }, { key: 'city', hints: ['city', '所在城市'] }, { key: 'code', hints: ['symbol', '代码'] }];
  it('finds fields by header, whatever the case, width or spaces', () => {
    expect(suggestMapping([' Ｎame ', '所在 城市', 'SYMBOL', 'else'], fields)).toEqual(['name', 'city', 'code', null]);
  });
  it('suggests a field once, for its better hint', () => {
    expect(suggestMapping(['企业名称', 'name'], fields)).toEqual([null, 'name']);
  });
});

it('names what is wrong with a mapping', () => {
  const fields = [{ key: 'name', required: true }, { key: 'city', required: false }];
  expect(mappingProblems(['name', null], 2, fields)).toEqual([]);
  expect(mappingProblems(['city', 'city', 'else'], 2, fields).map(({ reason }) => reason)).toEqual(['mappingLength', 'fieldTwice', 'fieldUnknown', 'fieldMissing']);
});

it('gives the columns that are left to a field that repeats, and takes what is said once for the file', () => {
  const years = [{ key: 'region', required: true, hints: ['region'] }, { key: 'value', required: false, hints: ['value'] }, { key: 'unit', required: true, hints: ['unit'], perFile: true as const }, { key: 'year', required: false, hints: [], repeats: { of: 'periods' as const, unless: 'value' } }];
  const mapping = suggestMapping(['Region', '2019', '2020年', 'note', ''], years);
  expect(mapping).toEqual(['region', 'year', 'year', null, null]);
  expect(suggestMapping(['Region', 'Value', '2020'], years)).toEqual(['region', 'value', null]);
  expect(mappingProblems(mapping, 5, years, { unit: 'person' })).toEqual([]);
  expect(mappingProblems(mapping, 5, years, { region: 'x' }).map(({ reason, field }) => `${reason} ${field}`)).toEqual(['fieldUnknown region', 'fieldMissing unit']);
});

it('reads steps from the table', () => {
  expect(canStep('read', 'apply').allowed).toBe(false);
  expect(canStep('checked', 'apply')).toEqual({ allowed: true, to: 'applied' });
  expect(canStep('applied', 'decide')).toEqual({ allowed: true, to: 'applied' });
  expect(canStep('undone', 'apply').allowed).toBe(false);
  expect([nextStep('read', 0), nextStep('checked', 3), nextStep('checked', 0), nextStep('applied', 2), nextStep('applied', 0)]).toEqual(['map', 'decide', 'apply', 'decide', null]);
});


it('fills sentences in', () => {
  expect(fillIn('{{a}} of {{b}}', { a: 1 })).toBe('1 of –');
});
