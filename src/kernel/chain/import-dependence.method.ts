import { fault } from '../method/fields.ts';
import type { Method } from '../method/method.ts';
import { columnOf, rowOf } from '../stats/matrix.ts';
import { dependenceFlags, importDependence } from './import-dependence.ts';

const source = 'European Commission, SWD(2021) 352; Korniyenko, Pinat, Dew 2017';

function refuseNegative(name: string, values: Float64Array): Float64Array {
  return values.some((value) => value < 0) ? fault(`${name} must not be negative`) : values;
}

export const importDependenceOutside: Method = {
  id: 'import-dependence',
  version: '1',
  title: 'Dependence of products on imports and on few origins',
  operations: {
    'import-dependence': {
      summary: 'Concentration of origins and share of imports, for each product.',
      input: {
        imports: 'matrix products × origins, in one unit of money or quantity, ≥ 0; null = unknown, left out of the shares',
        domestic: 'list, domestic production of each product in the same unit, ≥ 0; null = unknown',
      },
      output: 'list of { hhi, effectiveSuppliers, topShare, cr3, importDependence, entropy }; shares in 0..1, entropy in nats; null where nothing is imported',
      source,
      compute: (input) => {
        const imports = input.matrix('imports', { missing: true });
        const domestic = refuseNegative('input.domestic', input.numbers('domestic', { missing: true, length: imports.rows }));
        refuseNegative('input.imports', imports.cells);
        const value = Array.from(domestic, (made, row) => importDependence(rowOf(imports, row), made));
        const none = value.flatMap(({ hhi }, row) => (hhi === null ? [row] : []));
        const unknown = Array.from({ length: imports.rows }, (_, row) => row).filter((row) => rowOf(imports, row).some(Number.isNaN));
        return {
          value,
          warnings: [
            ...(none.length > 0 ? [`nothing is imported of product ${none.join(', ')} (from 0): concentration is not defined`] : []),
            ...(unknown.length > 0 ? [`origins are unknown for product ${unknown.join(', ')} (from 0): shares are of the known ones`] : []),
          ],
        };
      },
    },
    'dependence-flags': {
      summary: 'The three indicators of the European Commission, for each product.',
      input: {
        imports: 'matrix products × origins, in one unit, ≥ 0', outsideOrigins: 'list of the origins (columns from 0) outside of the own area',
        exports: 'list, exports of each product in the same unit; null = unknown',
      },
      output: 'list of { cdi1: hhi > 0.4, cdi2: outside share > 0.5, cdi3: imports / exports > 1, dependent: all three }; null where it can’t be told',
      source,
      compute: (input) => {
        const imports = input.matrix('imports');
        refuseNegative('input.imports', imports.cells);
        const outside = [...input.numbers('outsideOrigins')].map((column) => (Number.isInteger(column) && column >= 0 && column < imports.columns ? column : fault(`input.outsideOrigins must hold columns from 0 to ${imports.columns - 1}`)));
        const foreign = outside.map((column) => columnOf(imports, column));
        const exports = refuseNegative('input.exports', input.numbers('exports', { missing: true, length: imports.rows }));
        return {
          value: Array.from(exports, (sold, row) => {
            const bought = rowOf(imports, row);
            const total = bought.reduce((sum, value) => sum + value, 0);
            const { hhi } = importDependence(bought, 0);
            return dependenceFlags({ hhi, outside: foreign.reduce((sum, column) => sum + (column[row] as number), 0) / total, imports: total, exports: sold });
          }),
        };
      },
    },
  },
};
