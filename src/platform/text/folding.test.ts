import { describe, expect, it } from 'vitest';
import { fold, initialsOf, queryOf, romanise, searchTextOf } from './folding.ts';

function finds(query: string, names: Parameters<typeof searchTextOf>[0]): boolean {
  const row = searchTextOf(names);
  const asked = queryOf(query);
  const held = new Set(row.grams);
  return asked.grams.length > 0 && asked.grams.every((gram) => held.has(gram)) && row.text.includes(asked.folded);
}

describe('search text', () => {
  it.each([
    ["It'sOWL", { names: [{ en: 'It’s OWL' }] }],
    ['its owl', { names: ["it's OWL"] }],
    ['廣東', { names: [{ zh: '广东精密仪器' }] }],
    ['广东', { names: [{ zh: '廣東精密儀器' }] }],
    ['ＡＢＣ', { names: [{ zh: 'ABC科技' }] }],
    ['gdjmyq', { names: [{ zh: '广东精密仪器' }] }],
    ['abckj', { names: [{ zh: 'ABC科技' }] }],
    ['器', { names: [{ zh: '广东精密仪器' }] }],
    ['91350100m', { names: [{ en: 'Sample' }], codes: ['91350100M000100Y43'] }],
    ['样例旧名', { names: [{ en: 'Sample' }], aliases: [{ zh: '样例旧名' }] }],
  ])('%s finds its record', (query, content) => expect(finds(query, content)).toBe(true));

  it('does not find what is spread over two names, nor anything for an empty query', () => {
    expect(finds('ab', { names: ['xa', 'bx'] })).toBe(false);
    expect(finds(' ’ ', { names: ['xa'] })).toBe(false);
  });

  it('works without a Chinese name', () => {
    expect(searchTextOf({ names: [{ en: 'Sample AG' }] })).toEqual({ text: 'sampleag', grams: expect.arrayContaining(['sa', 'ag']) });
    expect(initialsOf('Sample')).toBe('');
  });

  it('romanises with an apostrophe where a syllable would run into the next', () => {
    expect([romanise('佛山'), romanise('西安'), romanise('六安'), romanise('重庆'), romanise('长沙'), romanise('吕梁')]).toEqual(['Foshan', "Xi'an", "Lu'an", 'Chongqing', 'Changsha', 'Lüliang']);
    expect(fold(romanise('西安'))).toBe('xian');
  });
});
