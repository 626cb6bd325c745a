import { describe, expect, it } from 'vitest';
import { valueAt, withValueAt } from './path.ts';

describe('paths into form values', () => {
  it('reads and writes without touching the original, and drops emptied values', () => {
    const before = { name: { zh: '甲', en: 'A' } };
    expect(valueAt(before, 'name.zh')).toBe('甲');
    expect(withValueAt(before, 'name.en', '')).toEqual({ name: { zh: '甲' } });
    expect(withValueAt<object>({}, 'site.city', 'x')).toEqual({ site: { city: 'x' } });
    expect(before.name.en).toBe('A');
  });
});
