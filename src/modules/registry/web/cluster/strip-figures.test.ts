import { describe, expect, it } from 'vitest';
import type { Figure } from '#platform/figure/figure.schema.ts';
import { stripFigures } from './strip-figures.ts';

const figure = (key: string, value: string | null, unit: string): Figure => ({ key, label: { zh: key, en: key }, value, unit, period: null, mark: value === null ? 'notStated' : 'reported', sample: false, source: null, trace: null });

describe('figures under the title of a cluster', () => {
  it('shows money before members before shares, and what is not stated only when there is room', () => {
    const shown = stripFigures([figure('registry.memberCount', '5', 'one'), figure('registry.statement.output', null, 'CNY'), figure('registry.statement.abroad', '86.6', 'percent'), figure('registry.statement.rdSpending', '77', 'CNY'), figure('registry.statement.revenue', '2114', 'CNY')]);
    expect(shown.map((each) => each.key.split('.').at(-1))).toEqual(['revenue', 'rdSpending', 'memberCount', 'abroad', 'output']);
  });
  it('leaves out counts of what is not registered yet', () => {
    expect(stripFigures([{ ...figure('registry.memberCount', '0', 'one'), mark: 'computed' }, figure('registry.statement.change', '0', 'percent')]).map((each) => each.key)).toEqual(['registry.statement.change']);
  });
  it('never shows more than six', () => {
    expect(stripFigures(Array.from({ length: 9 }, (_, index) => figure(`registry.statement.n${index}`, '1', 'firm')))).toHaveLength(6);
  });
});
