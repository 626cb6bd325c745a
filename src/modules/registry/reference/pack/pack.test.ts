import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePeriod } from '#kernel/quantity/period.ts';
import { unitOf } from '#kernel/quantity/unit.ts';
import { describeWithShared, sharedPath } from '../../../../../test/shared.ts';
import { referencePack } from './pack.ts';
import { danglingKeys, invalidRows } from './check-record-set.ts';

const partsOf = (zh: string) => {
  const composition = referencePack.compositions.find((row) => row.title.zh === zh);
  return { total: Number(composition?.total), parts: composition?.parts.map((part) => Number(part.value)) ?? [] };
};
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const entriesOf = (key: string) => referencePack.lists.find((list) => list.key === key)?.entries ?? [];

describe('reference pack', () => {
  it('holds rows that the words accept and keys that lead somewhere', () => {
    expect(invalidRows(referencePack)).toEqual([]);
    expect(danglingKeys(referencePack)).toEqual([]);
  });

  it('gives every statement and composition a source, a known unit and a period that reads', () => {
    const sources = new Set(referencePack.sources.map((source) => source.key));
    for (const statement of referencePack.statements) {
      expect(sources.has(statement.source), statement.quote ?? '').toBe(true);
      expect(statement.quote, statement.attributeKey).toBeTruthy();
      if (statement.unit) expect(unitOf(statement.unit), statement.unit).not.toBeNull();
      if (statement.period) expect(parsePeriod(statement.period).ok, statement.period).toBe(true);
    }
    expect(referencePack.compositions.every((composition) => sources.has(composition.source))).toBe(true);
  });

  it('has compositions that add up, and notices a changed copy', () => {
    expect(partsOf('集群成员构成')).toEqual({ total: 196, parts: [53, 81, 31, 31] });
    expect(partsOf('25家集群发展促进组织的法人性质')).toEqual({ total: 25, parts: [13, 7, 5] });
    expect(partsOf('45个集群的区域分布')).toEqual({ total: 45, parts: [30, 8, 5, 2] });
    for (const composition of referencePack.compositions) expect(sum(composition.parts.map((part) => Number(part.value)))).toBe(Number(composition.total));
    expect(sum([53, 81, 31, 30])).not.toBe(196);
  });

  it('holds 45 clusters on the lists of 45, 25 and 20, and leaves unknown entries unknown', () => {
    expect(entriesOf('clusters45')).toHaveLength(45);
    expect(entriesOf('clusters25')).toHaveLength(25);
    expect(entriesOf('clusters20')).toHaveLength(20);
    expect(referencePack.lists.filter((list) => ['clusters66', 'clusters783'].includes(list.key)).map((list) => [list.announcedCount, list.entries.length])).toEqual([[66, 0], [783, 0]]);
    expect(entriesOf('provincialTechnologyCentres')).toHaveLength(4);
  });

  it('leaves legal form, third party and non-profit of the seven pairs unstated', () => {
    const pairs = referencePack.clusterOrganisations.filter((pair) => pair.cluster.startsWith('nationalCluster'));
    expect(pairs).toHaveLength(7);
    expect(pairs.every((pair) => pair.legalForm === undefined && pair.thirdParty === undefined && pair.nonProfit === undefined)).toBe(true);
  });

  it('lets both years of the German competition stand', () => {
    const years = referencePack.statements.filter((row) => row.subject.key === 'deLeadingEdge' && row.attributeKey === 'startYear');
    expect(years.map((row) => [row.text, row.source])).toEqual([['2006', 'organisationalChange'], ['2007', 'commonExperience']]);
    expect(referencePack.programmes.find((row) => row.key === 'deLeadingEdge')?.startedYear).toBeUndefined();
  });
});

describeWithShared('reference pack beside its requirements', ['spec/requirements-a.md', 'data/clusters-cn-45/published_marginals.json'], () => {
  it('quotes nothing that is not there', () => {
    const text = ['a', 'b'].map((part) => readFileSync(sharedPath('spec', `requirements-${part}.md`), 'utf8')).join('\n');
    expect(referencePack.statements.map((row) => row.quote ?? '').filter((quote) => !text.includes(quote))).toEqual([]);
  });

  it('agrees with the published marginals', () => {
    const published = JSON.parse(readFileSync(sharedPath('data/clusters-cn-45/published_marginals.json'), 'utf8')) as Record<string, Record<string, number>>;
    const provinces = new Map<string, number>();
    for (const cluster of referencePack.clusters.filter((row) => row.key.startsWith('nationalCluster'))) {
      const own = [...new Set((cluster.territories ?? []).filter((row) => row.scope === 'base').map((row) => row.territoryId.slice(3, 5)))];
      const name = own.length === 1 ? (own[0] ?? '') : own.join('+');
      provinces.set(name, (provinces.get(name) ?? 0) + 1);
    }
    expect([...provinces.values()].toSorted((a, b) => b - a)).toEqual(Object.values(published['by_province'] ?? {}).toSorted((a, b) => b - a));
    expect(partsOf('45个集群的区域分布').parts).toEqual(Object.values(published['by_macro_region'] ?? {}));
    expect(partsOf('45个集群的领域分布').parts).toEqual(Object.values(published['by_field'] ?? {}));
    expect(partsOf('45个集群的评选轮次').parts).toEqual(Object.values(published['rounds'] ?? {}));
  });
});
