import { fault } from '../../method/fields.ts';
import type { Operation } from '../../method/method.ts';
import { matrixOf, rowOf } from '../../stats/matrix.ts';
import { balassa, reaches } from './balassa.ts';
import { productivityLevels } from './density.ts';
import { readAmounts, readNames } from './read-table.ts';

export const balassaOperation: Operation = {
  summary: 'Revealed comparative advantage; with a cutoff, whether it is reached.',
  input: { regions: 'names (optional)', industries: 'names (optional)', value: 'regions × industries, amounts ≥ 0 of one unit; null = missing, left out of the sums' },
  params: { cutoff: 'with it the result is 0/1, and lines without a single 1 are dropped' },
  output: 'regions × industries; with cutoff { regions, industries, values }',
  source: 'Balassa 1965',
  compute(input, params) {
    const value = readAmounts(input, 'value', true);
    const regions = readNames(input, 'regions', value.rows);
    const industries = readNames(input, 'industries', value.columns);
    const missing = value.cells.reduce((count, cell) => count + (Number.isNaN(cell) ? 1 : 0), 0);
    const warnings = missing > 0 ? [`${missing} cells are missing; the sums are over the others`] : [];
    const advantage = balassa(value);
    if (!params.has('cutoff')) return { value: advantage, warnings };
    const table = reaches(advantage, params.number('cutoff'));
    const rows = regions.map((_, row) => row).filter((row) => rowOf(table, row).includes(1));
    const columns = industries.map((_, column) => column).filter((column) => rows.some((row) => table.cells[row * table.columns + column] === 1));
    const values = matrixOf(rows.length, columns.length);
    for (const [at, row] of rows.entries()) for (const [to, column] of columns.entries()) values.cells[at * columns.length + to] = table.cells[row * table.columns + column] as number;
    const dropped = regions.length - rows.length + industries.length - columns.length;
    if (dropped > 0) warnings.push(`${dropped} regions or industries never reach the cutoff and are left out`);
    return { value: { regions: rows.map((row) => regions[row]), industries: columns.map((column) => industries[column]), values }, warnings };
  },
};

export const productivityOperation: Operation = {
  summary: 'Income level that goes with an industry (PRODY) and with a region’s mix (EXPY).',
  input: { value: 'regions × industries, amounts ≥ 0', gdp: 'income of each region, per person' },
  output: '{ prody: per industry, expy: per region }, in the unit of income; null for an empty line',
  source: 'Hausmann, Hwang, Rodrik 2007',
  compute(input) {
    const value = readAmounts(input, 'value', false);
    const levels = productivityLevels(value, input.numbers('gdp', { length: value.rows }));
    if (levels.prody.every(Number.isNaN)) fault('input.value must not be empty everywhere');
    const unknown = [...levels.prody, ...levels.expy].filter(Number.isNaN).length;
    return { value: levels, warnings: unknown > 0 ? [`${unknown} lines are empty: no level`] : [] };
  },
};
