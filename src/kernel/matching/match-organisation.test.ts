import { describe, expect, it } from 'vitest';
import { buildMatcher, matchOne, type MatchCandidate } from './match-organisation.ts';

const code = '91350100M000100Y43';
const huaxin: MatchCandidate = { id: 'huaxin', names: ['深圳市华芯微电子有限公司', 'Shenzhen Huaxin Microelectronics Co., Ltd.'], code, territoryId: 'cn:440300', industryId: 'gbt4754:C39' };
const reasonsOf = (found: { reasons: { reason: string }[] }): string[] => found.reasons.map(({ reason }) => reason);

describe('matchOne', () => {
  it('takes the same valid code for the same organisation, whatever the name', () => {
    const found = matchOne({ names: ['别的名字'], code: ' 91350100m000100y43' }, [huaxin]);
    expect(found).toMatchObject({ state: 'automatic', id: 'huaxin' });
    expect(reasonsOf(found)).toEqual(expect.arrayContaining(['sameCode', 'codeWithOtherName']));
  });

  it('never matches by itself with a code that fails its check character', () => {
    const found = matchOne({ names: ['深圳市华芯微电子有限公司'], code: '91350100M000100Y44', territoryId: 'cn:440300' }, [huaxin]);
    expect(found).toMatchObject({ state: 'unsure', id: 'huaxin' });
    expect(reasonsOf(found)).toContain('invalidCode');
  });

  it('never matches by itself with another valid code, and says why it asks', () => {
    const found = matchOne({ names: ['华芯微电子（深圳）'], code: '91440300MA5EYQDJ2R', territoryId: 'cn:440300' }, [{ ...huaxin, code: '91350100M000100Y43' }]);
    expect(found.state).not.toBe('automatic');
    const valid = matchOne({ names: ['华芯微电子（深圳）'], territoryId: 'cn:440300' }, [huaxin]);
    expect(valid.state).toBe('automatic');
    expect(reasonsOf(valid)).toEqual(['sameNameWithoutForm', 'samePlace']);
  });

  it.each([
    ['another city in the name', { names: ['北京华芯微电子有限公司'] }, 'otherPlaceInName'],
    ['another city in the record', { names: ['华芯微电子有限公司'], territoryId: 'cn:110000' }, 'otherCity'],
    ['a branch', { names: ['深圳市华芯微电子有限公司龙岗分公司'], territoryId: 'cn:440300' }, 'differentBranch'],
    ['a number', { names: ['深圳市华芯第二微电子有限公司'], territoryId: 'cn:440300' }, 'differentNumber'],
    ['a slip that may be another brand', { names: ['深圳市华星微电子有限公司'], territoryId: 'cn:440300', industryId: 'gbt4754:C39' }, 'nearBrand'],
    ['a slip of the pen', { names: ['深圳市华芯微子电有限公司'], territoryId: 'cn:440300', industryId: 'gbt4754:C39' }, 'nameVariant'],
  ])('asks a person about %s', (_, subject, reason) => {
    const found = matchOne(subject, [huaxin]);
    expect(found.state).not.toBe('automatic');
    if (found.state === 'unsure') expect(reasonsOf(found)).toContain(reason);
  });

  it('asks a person to choose among equals', () => {
    const found = matchOne({ names: ['深圳市华芯微电子有限公司'] }, [huaxin, { ...huaxin, id: 'again', code: null }]);
    expect(found.state).toBe('unsure');
    expect(found.candidates.map(({ id }) => id)).toEqual(['again', 'huaxin']);
    expect(reasonsOf(found)).toContain('severalCandidates');
    expect(found.score).toBeLessThanOrEqual(0.5);
  });

  it('reads a name in the other language and an alias', () => {
    expect(matchOne({ names: ['SHENZHEN HUAXIN MICROELECTRONICS COMPANY LIMITED'] }, [huaxin]).state).toBe('automatic');
    const found = matchOne({ names: ['老华芯仪表厂'], territoryId: 'cn:440300' }, [{ ...huaxin, aliases: ['老华芯仪表厂'] }]);
    expect(found.state).toBe('automatic');
    expect(reasonsOf(found)).toContain('aliasOf');
  });

  it('finds nothing among strangers', () => {
    expect(matchOne({ names: ['广州粤海制药有限公司'] }, [huaxin])).toEqual({ state: 'none', id: null, score: 0, reasons: [], candidates: [] });
    expect(matchOne({ names: [''] }, [huaxin]).state).toBe('none');
  });

  it('matches a code of the source when the name does not speak against it', () => {
    const held = { ...huaxin, code: null, externalCode: 'GZ-17' };
    expect(matchOne({ names: ['华芯'], externalCode: 'GZ-17' }, [held]).state).toBe('automatic');
    expect(matchOne({ names: ['广州粤海制药有限公司'], externalCode: 'GZ-17' }, [held])).toMatchObject({ state: 'unsure', id: 'huaxin' });
  });
});

describe('buildMatcher', () => {
  it('answers as if all candidates had been compared', () => {
    const others = Array.from({ length: 200 }, (_, at) => ({ id: `o${at}`, names: [`${['广州', '佛山', '东莞'][at % 3]}样例${at}机械有限公司`] }));
    const matcher = buildMatcher([huaxin, ...others]);
    expect(matcher.size).toBe(201);
    for (const subject of [{ names: ['华芯微电子'], territoryId: 'cn:440300' }, { names: ['完全不同'] }, { names: ['x'], code }]) {
      expect(matcher.match(subject)).toEqual(matchOne(subject, [huaxin, ...others]));
    }
  });

  it('keeps scores between 0 and 1 and in falling order', () => {
    const sisters = ['深圳', '广州', '佛山', '东莞', '北京', '上海', '苏州'].map((city) => ({ id: city, names: [`${city}华芯微电子有限公司`] }));
    const { candidates } = buildMatcher(sisters).match({ names: ['华芯微电子有限公司'] });
    expect(candidates.length).toBeGreaterThan(1);
    candidates.forEach(({ score }, at) => {
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(candidates[at - 1]?.score ?? 1);
    });
  });
});
