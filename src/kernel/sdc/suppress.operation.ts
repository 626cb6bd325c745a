import { fault, type Fields } from '../method/fields.ts';
import type { Operation } from '../method/method.ts';
import { isTotal, placeOf, type MarginTable } from './margin-table.ts';
import { contributorsOf, primary, productRule, type Primary } from './primary.ts';
import { contributorsBeside, overCells, readContributions, readRequired, readRule, readSet, readTable } from './read-margin.ts';
import { secondary } from './secondary.ts';

const behind = {
  contributions: 'list of { row, column, value, group? }, rows and columns from 0, one entry per contributor and cell; holdings of one group count as one. Or instead:',
  value: 'regions × industries, amounts ≥ 0; null = missing, which counts as nothing in a total and protects nothing',
  count: 'contributors of each cell (with totals one line and column more)',
  largest: 'largest contribution (optional; with totals one line and column more)',
  second: 'second largest contribution (optional)',
};
const rules = {
  minimumFrequency: `fewest contributors, null = not applied; ${productRule.minimumFrequency}`,
  n: `of dominance, null = not applied; ${productRule.dominance?.n}`,
  k: `of dominance, percent; ${productRule.dominance?.k}`,
  p: `percent, null = not applied; ${productRule.p}`,
  range: `least room on either side of a suppressed value, percent of it; ${productRule.range}`,
};
const source = 'Hundepool et al. 2012, Statistical Disclosure Control; Castro 2002';

export const primaryOperation: Operation = {
  summary: 'Which cells and totals would tell of one contributor, by which rule, and how much room each needs.',
  input: behind,
  params: rules,
  output: '{ value, sensitive (1), by (frequency, dominance, p or null), required }, each regions + 1 × industries + 1 with the totals last',
  source,
  compute(input, params) {
    const { table, first } = judged(input, params);
    const by = Array.from({ length: table.rows + 1 }, (_, row) => first.by.slice(row * (table.columns + 1), (row + 1) * (table.columns + 1)));
    return { value: { value: overCells(table, table.values), sensitive: overCells(table, first.sensitive), by, required: overCells(table, first.required) } };
  },
};

export const secondaryOperation: Operation = {
  summary: 'What else must be held back so that no sensitive cell can be computed within the room it needs.',
  input: {
    ...behind,
    sensitive: 'with value, instead of count: 0/1 per cell (with totals one line and column more)',
    required: 'with sensitive: room of each sensitive cell (optional; else range percent of it)',
    known: '0/1 per cell: known to everybody, protects nothing (optional)',
  },
  params: rules,
  output: '{ suppressed: 0 open, 1 sensitive, 2 for another’s sake; published: null where suppressed; unprotected: [[row, column]] } with the totals last',
  source,
  compute(input, params) {
    const { table, first } = input.has('sensitive') ? told(input, params) : judged(input, params);
    const { suppressed, unprotected } = secondary(table, first, undefined, input.has('known') ? readSet(input, 'known', table) : undefined);
    const kinds = suppressed.map((one, at) => (first.sensitive[at] === 1 ? 1 : one === 1 ? 2 : 0));
    const published = table.values.map((value, at) => (suppressed[at] === 1 ? NaN : value));
    const warnings: string[] = [];
    if (unprotected.length > 0) warnings.push(`${unprotected.length} sensitive cells cannot be protected: do not publish the table`);
    const totals = [...kinds.keys()].filter((at) => kinds[at] === 2 && isTotal(table, at)).length;
    if (totals > 0) warnings.push(`${totals} totals are held back for the sake of cells`);
    const places = unprotected.map((at) => placeOf(table, at));
    return { value: { suppressed: overCells(table, kinds), published: overCells(table, published), unprotected: places }, warnings };
  },
};

function judged(input: Fields, params: Fields): { table: MarginTable; first: Primary } {
  const rule = readRule(params);
  if (input.has('contributions')) {
    const { contributions, table } = readContributions(input);
    return { table, first: primary(table, contributorsOf(table, contributions), rule) };
  }
  if (!input.has('count')) fault('input must have contributions, or value and count');
  const table = readTable(input);
  return { table, first: primary(table, contributorsBeside(input, table), rule) };
}

function told(input: Fields, params: Fields): { table: MarginTable; first: Primary } {
  const table = readTable(input);
  const sensitive = readSet(input, 'sensitive', table);
  const required = readRequired(input, params, table);
  const by = Array.from(sensitive, () => null);
  return { table, first: { sensitive: sensitive.map((one, at) => (Number.isNaN(table.values[at]) ? 0 : one)), required, by, insiders: [] } };
}
