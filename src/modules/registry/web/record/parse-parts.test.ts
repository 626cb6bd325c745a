import { describe, expect, it } from 'vitest';
import { parseParts } from './parse-parts.ts';

describe('parts of a composition as people type them', () => {
  it('takes the number at the end of each line, however it is set apart', () => {
    expect(parseParts('核心企业 53\n合作企业\t81\nRegional members: 31\n  \n其他=1,031')).toEqual([
      { label: '核心企业', value: '53' },
      { label: '合作企业', value: '81' },
      { label: 'Regional members', value: '31' },
      { label: '其他', value: '1031' },
    ]);
  });
  it('keeps a part without a number as unknown, never as zero', () => {
    expect(parseParts('高校 ?\n协会')).toEqual([
      { label: '高校', value: null },
      { label: '协会', value: null },
    ]);
  });
});
