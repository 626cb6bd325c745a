import { expect, it } from 'vitest';
import { caseFold } from './case-fold.ts';

it('makes texts equal that differ in case only, in every alphabet', () => {
  for (const [one, other] of [['Straße', 'STRASSE'], ['ΣΑΣ', 'σας'], ['ﬁrma', 'FIRMA'], ['ẞ', 'ss'], ['Ꭰ', 'ꭰ']] as const) expect(caseFold(one)).toBe(caseFold(other));
  expect(caseFold('ı')).toBe('ı');
  expect(caseFold('深圳 İ')).toBe('深圳 i\u0307');
});
