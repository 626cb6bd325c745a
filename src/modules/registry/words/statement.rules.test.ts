import { describe, expect, it } from 'vitest';
import { compareClaims, contradict, displayOf, reconcile, unitFits, type Claim } from './statement.rules.ts';

const claim = (id: string, over: Partial<Claim> = {}): Claim => ({
  id,
  attributeKey: 'revenue',
  period: '2022',
  operator: '=',
  value: '100',
  text: null,
  unit: 'CNY',
  sourceKind: 'press',
  publishedOn: null,
  enteredAt: '2026-01-01T00:00:00.000Z',
  ...over,
});

describe('display of statements', () => {
  it('shows the better source, then the newer one, then the one entered last', () => {
    const order = [
      claim('d', { enteredAt: '2026-02-01T00:00:00.000Z' }),
      claim('c'),
      claim('b', { publishedOn: '2023-01-01' }),
      claim('a', { sourceKind: 'officialStatistics' }),
      claim('e', { sourceKind: 'selfReported', publishedOn: '2025-01-01' }),
    ].toSorted(compareClaims);
    expect(order.map((one) => one.id)).toEqual(['a', 'b', 'd', 'c', 'e']);
  });
  it('never lets a source that states nothing displace one that does', () => {
    const display = displayOf([claim('official', { sourceKind: 'officialStatistics', operator: 'notStated', value: null }), claim('press')], []);
    expect(display.get('press')).toEqual({ shown: 'byRule', disputed: false });
    expect(display.get('official')?.shown).toBe('other');
  });
  it('lets a decision override the rule and keeps the others beside it', () => {
    const display = displayOf([claim('a', { sourceKind: 'officialStatistics' }), claim('b', { value: '90' })], [{ attributeKey: 'revenue', period: '2022', statementId: 'b' }]);
    expect(display.get('a')).toEqual({ shown: 'other', disputed: true });
    expect(display.get('b')).toEqual({ shown: 'byDecision', disputed: true });
  });
  it('does not hold periods, attributes or currencies against each other', () => {
    const display = displayOf([claim('cny'), claim('usd', { unit: 'USD', value: '15' }), claim('later', { period: '2023', value: '7' }), claim('firms', { attributeKey: 'firms', value: '3', unit: 'firm' })], []);
    expect([...display.values()].every((one) => one.shown === 'byRule' && !one.disputed)).toBe(true);
  });
  it('converts units of one dimension before it compares', () => {
    const area = { attributeKey: 'area' };
    expect(contradict(claim('a', { ...area, value: '1', unit: 'km2' }), claim('b', { ...area, value: '100', unit: 'ha' }))).toBe(false);
    expect(contradict(claim('a', { ...area, value: '1', unit: 'km2' }), claim('b', { ...area, value: '99', unit: 'ha' }))).toBe(true);
  });
  it('sees that a bound and a figure can both be true', () => {
    expect(contradict(claim('a', { operator: '>', value: '20' }), claim('b', { value: '25' }))).toBe(false);
    expect(contradict(claim('a', { operator: '>', value: '20' }), claim('b', { value: '20' }))).toBe(true);
    expect(contradict(claim('a', { operator: 'about', value: '100' }), claim('b', { value: '101' }))).toBe(false);
    expect(contradict(claim('a', { operator: 'about', value: '100' }), claim('b', { value: '110' }))).toBe(true);
  });
  it('does not care in which order statements arrive', () => {
    const all = [claim('a', { value: '1' }), claim('b', { value: '2', sourceKind: 'database' }), claim('c', { value: '1', unit: 'USD' })];
    expect(Object.fromEntries(displayOf(all.toReversed(), []))).toEqual(Object.fromEntries(displayOf(all, [])));
  });
});

describe('units of an attribute', () => {
  it('takes another currency but not another kind of count', () => {
    expect(unitFits('CNY', 'EUR')).toBe(true);
    expect(unitFits('firm', 'person')).toBe(false);
    expect(unitFits('percent', 'one')).toBe(true);
  });
});

describe('whole and parts', () => {
  const parts = (...values: (string | null)[]) => values.map((value) => ({ value }));
  it('adds up 196 = 53 + 81 + 31 + 31 and 25 = 13 + 7 + 5', () => {
    expect(reconcile('196', parts('53', '81', '31', '31'))).toEqual({ sum: '196', complete: true, reconciles: true, difference: '0' });
    expect(reconcile('25', parts('13', '7', '5')).reconciles).toBe(true);
  });
  it('says by how much a sum fails, exactly', () => {
    expect(reconcile('0.3', parts('0.1', '0.1'))).toEqual({ sum: '0.2', complete: true, reconciles: false, difference: '0.1' });
  });
  it('leaves the question open while a part is unknown', () => {
    expect(reconcile('10', parts('4', null))).toEqual({ sum: '4', complete: false, reconciles: null, difference: null });
    expect(reconcile('10', parts('11', null)).reconciles).toBe(false);
  });
});
