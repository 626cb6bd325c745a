import { fault, type Fields } from '../method/fields.ts';
import type { Computed, Method, Operation } from '../method/method.ts';
import { coagglomeration, ellisonGlaeser, maurelSedillot, regionShares, type Plants } from './ellison-glaeser.ts';

interface Read {
  /** In ascending order of their names; one without a name when none are given. */
  industries: { name: string | null; plants: Plants }[];
  /** Shares of the regions in all employment. */
  x: Float64Array;
  warnings: string[];
}

/** Regions by number: those of `regionEmployment`, else those of the plants. */
function regionsOf(input: Fields, region: readonly string[], employment: Float64Array): { place: Map<string, number>; x: Float64Array } {
  if (!input.has('regionEmployment')) {
    const place = new Map([...new Set(region)].map((name, at) => [name, at]));
    return { place, x: regionShares({ employment, region: Int32Array.from(region, (name) => place.get(name) as number) }, place.size) };
  }
  const given = input.fields('regionEmployment');
  const place = new Map(given.keys().map((name, at) => [name, at]));
  const sums = Float64Array.from(given.keys(), (name) => given.number(name));
  const all = sums.reduce((sum, value) => sum + value, 0);
  if (sums.some((value) => value < 0) || !(all > 0)) fault('input.regionEmployment must hold numbers ≥ 0 with a positive sum');
  const stranger = region.find((name) => !place.has(name));
  if (stranger !== undefined) fault(`input.regionEmployment must have the region ${stranger}, in which there are firms`);
  return { place, x: sums.map((value) => value / all) };
}

function read(input: Fields): Read {
  const employment = input.numbers('firmEmployment', { missing: true });
  const region = input.texts('region');
  const industry = input.has('industry') ? input.texts('industry') : null;
  if (region.length !== employment.length) fault(`input.region must have ${employment.length} names, one a firm`);
  if (industry && industry.length !== employment.length) fault(`input.industry must have ${employment.length} names, one a firm`);
  if (employment.some((value) => value < 0)) fault('input.firmEmployment must not be negative');
  const known = Array.from(employment.keys()).filter((at) => !Number.isNaN(employment[at]));
  const missing = employment.length - known.length;
  const { place, x } = regionsOf(input, known.map((at) => region[at] as string), Float64Array.from(known, (at) => employment[at] as number));
  const groups = new Map<string, number[]>();
  for (const at of known) {
    const name = industry ? (industry[at] as string) : '';
    const group = groups.get(name);
    if (group) group.push(at);
    else groups.set(name, [at]);
  }
  const names = [...groups.keys()].sort((left, right) => (left < right ? -1 : left > right ? 1 : 0));
  const industries = names.map((name) => {
    const firms = groups.get(name) as number[];
    const plants = { employment: Float64Array.from(firms, (at) => employment[at] as number), region: Int32Array.from(firms, (at) => place.get(region[at] as string) as number) };
    if (!plants.employment.some((value) => value > 0)) fault(`input.firmEmployment must hold a positive number for industry ${name}`);
    return { name: industry ? name : null, plants };
  });
  return { industries, x, warnings: missing > 0 ? [`${missing} firms without employment are left out`] : [] };
}

const firmInput = {
  firmEmployment: 'employment of each firm or plant, ≥ 0; null = missing, is left out',
  region: 'region of each firm',
  industry: 'industry of each firm; without it all are one industry and the output has plain numbers',
  regionEmployment: 'all employment by region {name: number}, optional; without it the shares are those of the given firms',
};

const operation = (summary: string, output: string, source: string, compute: (read: Read) => Record<string, unknown>): Operation => ({
  summary,
  input: firmInput,
  output,
  source,
  compute: (input): Computed => {
    const given = read(input);
    const value = compute(given);
    const single = given.industries.filter(({ plants }) => plants.employment.length === 1).map(({ name }) => name ?? 'given');
    if (single.length > 0) given.warnings.push(`one firm only, so no index can be told: ${single.join(', ')}`);
    return { value, warnings: given.warnings };
  },
});

export const agglomeration: Method = {
  id: 'ellison-glaeser',
  version: '1.0.0',
  title: 'Concentration of industries beyond that of their firms',
  operations: {
    'ellison-glaeser': operation('Ellison–Glaeser index with raw concentration, Herfindahl of firms and z', '{industry, gamma, G, z, firms, H}, lists by industry in ascending order; {gamma, G, H} of one industry', 'Ellison, Glaeser 1997', ({ industries, x }) => {
      const found = industries.map(({ plants }) => ellisonGlaeser(plants, x));
      const [first] = found;
      if (first && industries[0]?.name === null) return { gamma: first.gamma, G: first.G, H: first.H };
      return { industry: industries.map(({ name }) => name), gamma: found.map(({ gamma }) => gamma), G: found.map(({ G }) => G), z: found.map(({ z }) => z), firms: found.map(({ plants }) => plants), H: found.map(({ H }) => H) };
    }),
    coagglomeration: operation('Coagglomeration of each pair of industries', '{industry, gammaC: industries × industries, diagonal null}', 'Ellison, Glaeser, Kerr 2010', ({ industries, x }) => {
      const shares = industries.map(({ plants }) => regionShares(plants, x.length));
      return { industry: industries.map(({ name }) => name), gammaC: shares.map((left, row) => shares.map((right, column) => (row === column ? NaN : coagglomeration(left, right, x)))) };
    }),
    'maurel-sedillot': operation('Maurel–Sédillot index', '{industry, gamma}, lists by industry; {gamma} of one industry', 'Maurel, Sédillot 1999', ({ industries, x }) => {
      const gamma = industries.map(({ plants }) => maurelSedillot(plants, x));
      return industries[0]?.name === null ? { gamma: gamma[0] } : { industry: industries.map(({ name }) => name), gamma };
    }),
  },
};
