import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';
import { gramsOf, queryGramsOf } from './grams.ts';
import { splitOrganisationName } from './organisation-name.ts';

describe('fold', () => {
  it.each([
    ["It'sOWL", 'It’s OWL'],
    ['It´s OWL', 'it`s owl'],
    ['ＡＢＣ（深圳）有限公司', 'ABC(深圳)有限公司'],
    ['Straße AG', 'STRASSE AG'],
    ['Ａpple　Inc．', 'apple inc.'],
    ['Ürümqi', 'Urumqi'],
    ['Baden-Württemberg', 'baden wurttemberg'],
  ])('reads %s and %s alike', (left, right) => expect(fold(left)).toBe(fold(right)));

  it('brings traditional characters to simplified ones with the caller’s dictionary', () => {
    expect(fold('廣東', (text) => text.replace('廣', '广').replace('東', '东'))).toBe('广东');
  });

  it('is idempotent and leaves no white space', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      const once = fold(text);
      expect(fold(once)).toBe(once);
      expect(once).not.toMatch(/\s/u);
    }));
  });
});

describe('grams', () => {
  it('never span two segments', () => expect(gramsOf('ab|cd')).toEqual(['a', 'ab', 'b', 'c', 'cd', 'd']));

  it('of a query are all held by a text that contains it', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '广', '东', '精'), minLength: 1, maxLength: 6 });
    fc.assert(fc.property(word, word, word, (before, query, after) => {
      const grams = new Set(gramsOf(before + query + after));
      expect(queryGramsOf(query).every((gram) => grams.has(gram))).toBe(true);
    }));
  });

  it('count code points, not halves of them', () => expect(gramsOf('𠮷野')).toEqual(['𠮷', '𠮷野', '野']));
});

describe('splitOrganisationName', () => {
  it.each([
    ['广东精密仪器股份有限公司', '广东精密仪器', '股份有限公司'],
    ['样例控股集团有限公司', '样例控股', '集团有限公司'],
    ['样例(集团)股份有限公司', '样例', '(集团)股份有限公司'],
    ['Sample Robotics Co., Ltd.', 'Sample Robotics', 'Co., Ltd.'],
    ['Sample Group Co., Ltd.', 'Sample', 'Group Co., Ltd.'],
    ['Sample Optik GmbH & Co. KG', 'Sample Optik', 'GmbH & Co. KG'],
    ['Sample S.p.A.', 'Sample', 'S.p.A.'],
    ['Sample Holdings Inc', 'Sample', 'Holdings Inc'],
    ['Sample Netzwerk e.V.', 'Sample Netzwerk', 'e.V.'],
    ['集团', '集团', null],
    ['Cosa', 'Cosa', null],
    ['Inc.', 'Inc.', null],
  ])('%s', (name, core, legalForm) => expect(splitOrganisationName(name)).toEqual({ core, legalForm }));
});
