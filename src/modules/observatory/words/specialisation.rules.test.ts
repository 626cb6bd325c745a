import { describe, expect, it } from 'vitest';
import { inForceOn } from './edition.rules.ts';
import { differsAsEarlier, differsAsFirms, differsInScope, isLeftover } from './specialisation.rules.ts';

const table = { id: 'a', measure: 'jobs', unit: 'person', basis: 'public', areaSystem: 'cn', industrySystem: 'x', period: '2023' } as const;

describe('tables beside one another', () => {
  it('are of one scope, or it is said why not', () => {
    expect(differsInScope(table, { ...table, id: 'b', period: '2020' })).toBeNull();
    const reasons = [{ id: 'a' }, { areaSystem: 'y' }, { industrySystem: 'y' }, { basis: 'administrative' as const }, { measure: 'output' }, { unit: 'CNY' }].map((other) => differsInScope(table, { ...table, id: 'b', ...other }));
    expect(reasons).toEqual(['sameTable', 'otherAreas', 'otherIndustries', 'otherBasis', 'otherMeasure', 'otherUnit']);
  });

  it('have a growth between them when they are alike and one is earlier', () => {
    const asEarlier = (period: string, now = '2023') => differsAsEarlier({ ...table, period: now }, { ...table, id: 'b', period });
    expect(['2020', '2023', '2024', '2020-Q1'].map((period) => asEarlier(period))).toEqual([null, 'samePeriod', 'laterPeriod', 'unlikePeriods']);
    expect(asEarlier('2022-YTD09', '2023-YTD09')).toBeNull();
    expect(asEarlier('2022-YTD06', '2023-YTD09')).toBe('unlikePeriods');
  });

  it('count establishments when they count something else at the same time', () => {
    const firms = { ...table, id: 'b', measure: 'firms', unit: 'unit' };
    expect([differsAsFirms(table, firms), differsAsFirms(table, { ...firms, period: '2022' }), differsAsFirms(table, { ...firms, measure: 'jobs' })]).toEqual([null, 'otherPeriod', 'sameMeasure']);
  });
});

describe('the rule for strong clusters', () => {
  it('is the edition that began last', () => {
    const edition = (validFrom: string) => ({ id: validFrom, version: 1, validFrom, note: null, createdAt: '', quotientQuantile: 0.9, quotientAtLeast: 1, sizeQuantile: 0, establishmentQuantile: 0 });
    const editions = ['2023-01-01', '2025-01-01', '2030-01-01'].map(edition);
    expect([inForceOn(editions, '2022-01-01'), inForceOn(editions, '2024-06-01')?.id, inForceOn(editions, '2025-01-01')?.id]).toEqual([null, '2023-01-01', '2025-01-01']);
  });
});

describe('columns that hold what is left over', () => {
  it('are known by their names', () => {
    const named = (words: string) => isLeftover({ code: words, name: { en: words } });
    expect(['Mining, nfd', 'Not stated', 'Inadequately described', 'Not applicable', '未说明', '合计', 'Total', 'Unclassified'].filter((words) => !named(words))).toEqual([]);
    expect(['Coal Mining', 'Total Quality Services', 'Other Services', 'Fishing, Hunting and Trapping', '综合'].filter(named)).toEqual([]);
  });
});
