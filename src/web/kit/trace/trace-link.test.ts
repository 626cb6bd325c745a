import { describe, expect, it } from 'vitest';
import { traceFromText, traceToText } from './trace-link.ts';

describe('trace link', () => {
  it('reads back what it wrote, whatever the values hold', () => {
    const link = { provider: 'registry.members', params: { clusterId: 'a;b=c', type: '企业' } };
    expect(traceFromText(traceToText(link))).toEqual(link);
  });
  it('refuses text that is no link', () => {
    for (const text of ['', 'a b', 'x;=1', 'x;a=%E0%A4%A']) expect(traceFromText(text)).toBeNull();
  });
});
