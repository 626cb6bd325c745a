import { fault, type Fields } from '../method/fields.ts';
import type { Computed, Method, Operation } from '../method/method.ts';
import type { Matrix } from '../stats/matrix.ts';
import { entropies, hachmanIndices, herfindahls, hooverIndex, krugmanIndices, krugmanPair, relativeDiversities } from './concentration.ts';
import { inequalityOperations } from './inequality.operations.ts';
import { hooverGinis } from './locational-gini.ts';
import { locationQuotients, specialised } from './location-quotient.ts';
import { totalsOf, type Totals } from './shares.ts';
import { allClauses, strongClusters, strongRuleDefault } from './strong-clusters.ts';

interface Table {
  employment: Matrix;
  totals: Totals;
  regions: string[];
  industries: string[];
  warnings: string[];
}

const numbered = (count: number): string[] => Array.from({ length: count }, (_, place) => String(place + 1));

/** The table with its names; warns of missing cells and empty lines. */
function tableOf(input: Fields): Table {
  const employment = input.matrix('employment', { missing: true });
  if (employment.cells.some((cell) => cell < 0)) fault('input.employment must not be negative');
  const regions = input.has('regions') ? input.texts('regions') : numbered(employment.rows);
  const industries = input.has('industries') ? input.texts('industries') : numbered(employment.columns);
  if (regions.length !== employment.rows) fault(`input.regions must have ${employment.rows} names, one a row of employment`);
  if (industries.length !== employment.columns) fault(`input.industries must have ${employment.columns} names, one a column of employment`);
  const totals = totalsOf(employment);
  if (!(totals.all > 0)) fault('input.employment must hold a positive number');
  const warnings = [];
  if (totals.missing > 0) warnings.push(`${totals.missing} cells are missing: they are in no total, so shares are of the known part`);
  const emptyRegions = regions.filter((_, row) => totals.region[row] === 0);
  const emptyIndustries = industries.filter((_, column) => totals.industry[column] === 0);
  if (emptyRegions.length > 0) warnings.push(`no employment in region ${emptyRegions.join(', ')}`);
  if (emptyIndustries.length > 0) warnings.push(`no employment in industry ${emptyIndustries.join(', ')}`);
  return { employment, totals, regions, industries, warnings };
}

const tableInput = {
  employment: 'regions × industries, numbers ≥ 0; null = missing, is left out of all sums',
  regions: 'names of the rows, optional',
  industries: 'names of the columns, optional',
};

const perRegion = (summary: string, output: string, source: string, compute: (table: Table, params: Fields) => unknown, params?: Record<string, string>): Operation => ({
  summary,
  input: tableInput,
  ...(params && { params }),
  output,
  source,
  compute: (input, given): Computed => {
    const table = tableOf(input);
    return { value: compute(table, given), warnings: table.warnings };
  },
});

function placeOf(names: readonly string[], params: Fields, key: string): number {
  const asked = String(params.raw(key));
  const place = names.indexOf(asked);
  return place >= 0 ? place : fault(`params.${key} must be one of the names of input.regions`);
}

function locationQuotientOf({ employment, totals }: Table, params: Fields): Matrix {
  const lq = locationQuotients(employment, totals);
  return params.flag('binary', false) ? specialised(lq, params.number('cutoff', 1)) : lq;
}

function strongOf(table: Table, input: Fields, params: Fields): Computed {
  const { rows, columns } = table.employment;
  const establishments = input.has('establishments') ? input.matrix('establishments', { missing: true, rows, columns }) : null;
  const quantile = (key: 'quotientQuantile' | 'sizeQuantile' | 'establishmentQuantile'): number => {
    const value = params.number(key, strongRuleDefault[key]);
    return value >= 0 && value <= 1 ? value : fault(`params.${key} must be between 0 and 1`);
  };
  const rule = { quotientQuantile: quantile('quotientQuantile'), quotientAtLeast: params.number('quotientAtLeast', strongRuleDefault.quotientAtLeast), sizeQuantile: quantile('sizeQuantile'), establishmentQuantile: quantile('establishmentQuantile') };
  const lq = locationQuotients(table.employment, table.totals);
  const { thresholds, held, unknown } = strongClusters(table.employment, lq, establishments, rule);
  const all = allClauses(establishments !== null);
  const strong = { rows, columns, cells: Float64Array.from(held, (bits, cell) => ((bits | (unknown[cell] as number)) !== all ? 0 : unknown[cell] ? NaN : 1)) };
  if (!establishments) table.warnings.push('no table of establishments: their clause is not judged');
  return { value: { lq, strong, thresholds }, warnings: table.warnings };
}

export const specialisation: Method = {
  id: 'specialisation',
  version: '1.0.0',
  title: 'Specialisation of regions and concentration of industries',
  operations: {
    'location-quotient': perRegion('Location quotient of each region and industry; 0/0 is 0', 'regions × industries, no unit; 0 or 1 if binary', 'Balassa 1965', locationQuotientOf, {
      binary: '1 where the quotient is at least the cutoff, else 0; default false',
      cutoff: 'default 1',
    }),
    'krugman-index': perRegion('Σ|s_ri − s_i|, the reference includes the region', 'one number a region, 0 … 2', 'Krugman 1991', ({ employment, totals }) => krugmanIndices(employment, totals)),
    'specialisation-coefficient': perRegion('Half of Krugman’s index', 'one number a region, 0 … 1', 'Hoover 1936', ({ employment, totals }) => krugmanIndices(employment, totals).map((value) => value / 2)),
    'krugman-pair': perRegion('Krugman’s index between two regions', 'one number, 0 … 2', 'Krugman 1991', ({ employment, regions }, params) => krugmanPair(employment, placeOf(regions, params, 'a'), placeOf(regions, params, 'b')), {
      a: 'name of a region',
      b: 'name of another',
    }),
    'hachman-index': perRegion('Likeness to the structure of the whole, 1/Σ(LQ·s)', 'one number a region, 0 … 1', 'Hachman 1995', ({ employment, totals }) => hachmanIndices(employment, totals)),
    hhi: perRegion('Σs² over the industries of a region', 'one number a region, 1/n … 1', 'Herfindahl 1950', ({ employment, totals }) => herfindahls(employment, totals)),
    entropy: perRegion('Shannon entropy of a region over industries', 'one number a region, ≥ 0', 'Shannon 1948', ({ employment, totals }, params) => {
      const base = params.number('base', 2);
      return base > 0 && base !== 1 ? entropies(employment, base, totals) : fault('params.base must be positive and not 1');
    }, { base: 'base of the logarithm; default 2' }),
    'locational-gini': perRegion('Half of the Hoover–Gini coefficient', 'one number an industry, 0 … 0.5', 'Krugman 1991', ({ employment, totals }) => hooverGinis(employment, totals).map((value) => value / 2)),
    'hoover-gini': perRegion('Gini coefficient of an industry over regions against all employment', 'one number an industry, 0 … 1', 'Hoover 1936', ({ employment, totals }) => hooverGinis(employment, totals)),
    'hoover-concentration': perRegion('½Σ|s_r − x_r| of an industry over regions against all employment', 'one number an industry, 0 … 1', 'Hoover 1936', ({ employment, totals }) =>
      totals.industry.map((_, column) => hooverIndex(Float64Array.from(totals.region, (_sum, row) => employment.cells[row * employment.columns + column] as number), totals.region))),
    'relative-diversity': perRegion('1/Σ|s_ri − s_i|; infinite for the structure of the whole', 'one number a region', 'Duranton, Puga 2000', ({ employment, totals }) => relativeDiversities(employment, totals)),
    'strong-clusters': {
      summary: 'Strong clusters: quotient in the top quarter of its industry and at least 1, employment and establishments above the bottom quarter',
      input: { ...tableInput, establishments: 'regions × industries, optional; without it that clause is not judged' },
      params: { quotientQuantile: 'default 0.75', quotientAtLeast: 'default 1', sizeQuantile: 'default 0.25', establishmentQuantile: 'default 0.25' },
      output: '{lq, strong (1, 0, null = unknown), thresholds by industry}',
      source: 'Delgado, Porter, Stern 2016',
      compute: (input, params) => strongOf(tableOf(input), input, params),
    },
    ...inequalityOperations,
  },
};
