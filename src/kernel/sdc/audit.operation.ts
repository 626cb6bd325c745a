import { fault, Fields } from '../method/fields.ts';
import type { Operation } from '../method/method.ts';
import { attack, type PublishedTable } from './attack.ts';
import { placeOf } from './margin-table.ts';
import { readRequired, readSet, readTable } from './read-margin.ts';
import { intervalOf, networkOf } from './room.ts';

export const auditOperation: Operation = {
  summary: 'How near anybody can come to each suppressed cell: its least and greatest value under everything published.',
  input: {
    value: 'regions × industries, amounts ≥ 0; null = missing',
    suppressed: 'above 0 where held back (with totals one line and column more)',
    required: 'room that each cell needs on either side (optional; else range percent of it)',
  },
  params: { range: 'percent of the value; 10' },
  output: '{ cells: [{ row, column, value, lower, upper, protected }], exact, narrow }: numbers of cells known exactly, and of those without the room',
  source: 'linear programme per cell, solved as a greatest flow: Ahuja, Magnanti, Orlin 1993',
  compute(input, params) {
    const table = readTable(input);
    const suppressed = readSet(input, 'suppressed', table);
    const required = readRequired(input, params, table);
    const network = networkOf(table, table.values, suppressed);
    const cells = [...network.open.keys()].filter((at) => network.open[at] === 1).map((at) => {
      const value = table.values[at] as number;
      const { lower, upper } = intervalOf(network, at);
      const need = (required[at] as number) * (1 - 1e-9);
      const [row, column] = placeOf(table, at);
      return { row, column, value, lower, upper, protected: upper - value >= need && value - lower >= Math.min(need, value) };
    });
    const exact = cells.filter(({ lower, upper, value }) => upper - lower <= 1e-9 * Math.max(1, value)).length;
    return { value: { cells, exact, narrow: cells.filter((one) => !one.protected).length } };
  },
};

const mostUnknown = 1500;

export const attackOperation: Operation = {
  summary: 'Computes suppressed cells back from one or several published editions of a table.',
  input: {
    editions: 'list of tables with the totals as last row and column, all of one shape; null = not published',
    same: '0/1 per cell, totals included: taken to be the same in all editions (optional; else every cell that no two editions show to differ)',
  },
  output: '{ consistent, cells: [{ edition, row, column, lower, upper, exact }] }; "Infinity" where nothing bounds it',
  source: 'linear programmes by the simplex method: Dantzig 1963; Bland 1977',
  compute(input) {
    const editions = input.list('editions', 'a list of tables').map((one, at): PublishedTable => {
      const { rows, columns, cells } = new Fields({ [at]: one }, 'input.editions').matrix(String(at), { missing: true });
      if (rows < 2 || columns < 2) fault(`input.editions[${at}] must have its totals as last row and column`);
      return { rows: rows - 1, columns: columns - 1, values: cells };
    });
    const [first] = editions as [PublishedTable];
    if (editions.some(({ rows, columns }) => rows !== first.rows || columns !== first.columns)) fault('input.editions must all have one shape');
    const unknown = editions.reduce((sum, { values }) => sum + values.filter(Number.isNaN).length, 0);
    if (unknown > mostUnknown) fault(`input.editions must not hold more than ${mostUnknown} cells that are not published`);
    const told = input.has('same') ? input.matrix('same', { rows: first.rows + 1, columns: first.columns + 1 }).cells : null;
    const differs = (cell: number): boolean => new Set(editions.map(({ values }) => values[cell] as number).filter((one) => !Number.isNaN(one))).size > 1;
    const found = attack(editions, { same: (cell) => (told ? (told[cell] as number) > 0 : !differs(cell)) });
    if (!found) return { value: { consistent: false, cells: [] }, warnings: ['the editions contradict what is taken to be the same'] };
    const cells = found.map(({ edition, cell, lower, upper }) => {
      const [row, column] = placeOf(first, cell);
      return { edition, row, column, lower, upper, exact: upper - lower <= 1e-7 * Math.max(1, upper) };
    });
    return { value: { consistent: true, cells } };
  },
};
