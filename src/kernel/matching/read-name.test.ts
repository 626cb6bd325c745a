import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames, nameLevels } from './compare-names.ts';
import { matchKeys } from './match-keys.ts';
import { placeCodeOf, relatePlaces } from './place-lexicon.ts';
import { readName } from './read-name.ts';

describe('readName', () => {
  it.each([
    ['深圳市华芯微电子有限公司', '华芯微电子', ['4403'], 'limited'],
    ['华芯微电子（深圳）有限责任公司', '华芯微电子', ['4403'], 'limited'],
    ['广东省深圳市南山区华芯微电子股份有限公司', '华芯微电子', ['4403'], 'jointStock'],
    ['华芯（集团）股份有限公司', '华芯', [], 'group'],
    ['Ｈｕａｘｉｎ　Ｏｐｔｉｃｓ　Ｃｏ．，　Ｌｔｄ．', 'huaxinoptics', [], 'limited'],
    ['Shenzhen Huaxin Technologies Company Limited', 'huaxintechnology', ['4403'], 'limited'],
    ['Huaxin Tech. (Shenzhen) Inc.', 'huaxintechnology', ['4403'], 'jointStock'],
    ['Gree Electric Appliances, Inc. of Zhuhai', 'greeelectricappliance', ['4404'], 'jointStock'],
    ['Müller & Söhne GmbH & Co. KG', 'mullersohne', [], 'limited'],
    ['Sample S.p.A.', 'sample', [], 'jointStock'],
    ['武汉市博石RoboticsInc.', '博石robotics', ['4201'], 'jointStock'],
    ['北京保险有限公司', '北京保险', ['11'], 'limited'],
    ['武汉广州恒运有限公司', '广州恒运', ['4201'], 'limited'],
    ['苏州市华天智能装备有限司', '华天智能装备', ['3205'], 'limited'],
  ])('%s', (raw, core, places, form) => expect(readName(raw)).toMatchObject({ core, places, form }));

  it.each([
    ['华芯有限公司深圳分公司', '华芯', '深圳分公司'],
    ['华芯科技深圳第二分公司', '华芯科技', '深圳第二分公司'],
    ['Sample Ltd. Shenzhen Branch', 'sample', 'shenzhenbranch'],
  ])('takes the branch off %s', (raw, core, branch) => expect(readName(raw)).toMatchObject({ core, branch }));

  it('keeps what tells neighbours apart', () => {
    expect(readName('上海第二机床厂').numbers).toBe(readName('上海2机床厂').numbers);
    expect(readName('上海第二机床厂').numbers).not.toBe(readName('上海第三机床厂').numbers);
    expect(readName('科技有限公司')).toMatchObject({ generic: true });
  });

  it('holds for any text and is the same for every width, case and spacing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => void expect(typeof readName(text).core).toBe('string')));
    const word = fc.string({ unit: fc.constantFrom(...'abcxyz'), minLength: 2, maxLength: 8 });
    fc.assert(fc.property(word, word, (a, b) => void expect(readName(` ${a.toUpperCase()}   ${b} Co.,Ltd`).whole).toBe(readName(`${a} ${b} co ltd`).whole)));
  });
});

describe('places', () => {
  it('lie in each other by code', () => {
    expect(relatePlaces(['4403'], ['44'])).toBe('within');
    expect(relatePlaces(['3205', '3413'], ['3413'])).toBe('same');
    expect(relatePlaces(['11'], ['31'])).toBe('other');
    expect(relatePlaces([], ['31'])).toBe('unknown');
    expect(['cn:440300', 'cn:440000', 'cn:440306', 'cn:310115', 'world:DE'].map(placeCodeOf)).toEqual(['4403', '44', '440306', '31', null]);
  });
});

describe('compareNames', () => {
  it.each([
    ['深圳市华芯微电子有限公司', '深圳市华芯微电子有限公司', 'sameName', []],
    ['深圳市华芯微电子有限公司', '华芯微电子(深圳)股份有限公司', 'sameNameWithoutForm', []],
    ['深圳市华芯微电子有限公司', '华芯微电子', 'sameCore', []],
    ['北京华芯微电子有限公司', '上海华芯微电子有限公司', 'sameCore', ['otherPlaceInName']],
    ['华芯微电子有限公司', '华芯微电字有限公司', 'nameVariant', []],
    ['华芯微电子有限公司', '华星微电子有限公司', 'nearBrand', []],
    ['华芯', '深圳市华芯微电子有限公司', 'abbreviation', []],
    ['上海第一机床厂', '上海第二机床厂', 'nameVariant', ['differentNumber']],
    ['华芯微电子有限公司', '华芯微电子有限公司深圳分公司', 'sameNameWithoutForm', ['differentBranch']],
    ['华芯贸易有限公司', '华芯制药有限公司', 'sameBrand', []],
    ['Optics Huaxin Ltd', 'Huaxin Optics GmbH', 'nameVariant', []],
    ['广东粤海', 'Sample Robotics', 'other', []],
    ['', '', 'other', []],
  ] as const)('%s | %s', (left, right, level, conflicts) => {
    expect(compareNames(readName(left), readName(right))).toMatchObject({ level, conflicts });
    expect(compareNames(readName(right), readName(left)).level).toBe(level);
  });

  it('counts code points, never bytes: 中科晶源 and 中科晶圆 are one slip apart, not the same', () => {
    expect(compareNames(readName('中科晶源'), readName('中科晶圆')).level).toBe('nameVariant');
    expect(nameLevels.indexOf('nameVariant')).toBeLessThan(nameLevels.indexOf('sameCore'));
  });
});

describe('matchKeys', () => {
  const shared = (a: string, b: string): boolean => matchKeys(a).some((key) => matchKeys(b).includes(key));

  it('are few', () => {
    expect(matchKeys('深圳市华芯微电子有限公司')).toEqual(['华芯微电子', '华芯', '芯微电子', '华微电子', '华芯电子', '华芯微子', '华芯微*']);
    expect(matchKeys('')).toEqual([]);
  });

  it('meet for every single slip in a Chinese core of four to eight characters and a Latin one of seven to twelve', () => {
    const slips = (core: fc.Arbitrary<string>, other: string) =>
      fc.property(core, fc.nat(12), fc.constantFrom('lose', 'change', 'swap', 'add'), (text, place, kind) => {
        const points = [...text];
        const at = place % points.length;
        if (kind === 'lose') points.splice(at, 1);
        if (kind === 'change') points[at] = other;
        if (kind === 'add') points.splice(at, 0, other);
        if (kind === 'swap' && at + 1 < points.length) [points[at], points[at + 1]] = [points[at + 1] ?? '', points[at] ?? ''];
        expect(shared(text, points.join('')), `${text} | ${points.join('')}`).toBe(true);
      });
    fc.assert(slips(fc.string({ unit: fc.constantFrom(...'瑞凯博鼎昊铭睿'), minLength: 5, maxLength: 8 }), '嘉'));
  });

  it('meet for a short name and its full one', () => {
    expect(shared('华芯', '深圳市华芯微电子有限公司')).toBe(true);
    expect(shared('Harting', 'Harting Technology Group GmbH')).toBe(true);
  });
});
