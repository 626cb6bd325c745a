import type { Fields } from '../method/fields.ts';
import type { Method } from '../method/method.ts';
import { clusterIndex } from './cluster-index.ts';

/** A list, or one number for all places. */
function each(input: Fields, key: string, length: number): Float64Array {
  return Array.isArray(input.raw(key)) ? input.numbers(key, { missing: true, length }) : new Float64Array(length).fill(input.number(key));
}

export const clusterIndices: Method = {
  id: 'cluster-index',
  version: '1.0.0',
  title: 'Cluster index of industries in regions',
  operations: {
    'litzenberger-sternberg': {
      summary: 'Density of employment by area and by people beside the country, divided by the relative size of firms',
      input: {
        emp: 'employment of the industry in the region, one a place; null = missing',
        empIndustry: 'of the industry in the country; a list or one number, as are the following',
        area: 'of the region',
        areaTotal: 'of the country, same unit',
        pop: 'people of the region',
        popTotal: 'of the country',
        firms: 'of the industry in the region',
        firmsIndustry: 'of the industry in the country',
        industry: 'names, optional, not used',
        region: 'names, optional, not used',
      },
      output: 'one number a place, ≥ 0, no unit; null where a number is missing or a divisor is not positive',
      source: 'Litzenberger, Sternberg 2006',
      compute: (input) => {
        const emp = input.numbers('emp', { missing: true });
        const [empIndustry, area, areaTotal, pop, popTotal, firms, firmsIndustry] = ['empIndustry', 'area', 'areaTotal', 'pop', 'popTotal', 'firms', 'firmsIndustry'].map((key) => each(input, key, emp.length)) as Seven;
        const at = (values: Float64Array, place: number): number => values[place] as number;
        const value = emp.map((employment, place) =>
          clusterIndex({ employment, firms: at(firms, place), area: at(area, place), population: at(pop, place), employmentAll: at(empIndustry, place), firmsAll: at(firmsIndustry, place), areaAll: at(areaTotal, place), populationAll: at(popTotal, place) }));
        const unknown = value.filter(Number.isNaN).length;
        return { value, warnings: unknown > 0 ? [`${unknown} places have a missing number or a divisor that is not positive`] : [] };
      },
    },
  },
};

type Seven = [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
