import { fault, type Fields } from '../method/fields.ts';
import type { Computed, Method } from '../method/method.ts';
import { rngFrom } from '../stats/rng.ts';
import { kDensity } from './kdensity.ts';
import { globalBand, localBand, localisation } from './kdensity-envelope.ts';
import { mFunction } from './m-function.ts';
import { binnedKDensity } from './pair-histogram.ts';
import { metrics, planePositions, positionsAt, spherePositions, type Positions } from './positions.ts';

/** From this many points on pairs are binned unless the exact sum is asked for. */
const binnedFrom = 2000;

interface Sites {
  positions: Positions;
  types: string[];
  weights: Float64Array;
  r: Float64Array;
}

function readSites(input: Fields, params: Fields): Sites {
  const x = input.numbers('x');
  const y = input.numbers('y', { length: x.length });
  const types = input.has('type') ? input.texts('type') : Array.from(x, () => 'all');
  if (types.length !== x.length) fault(`input.type must be a list of ${x.length} texts, not of ${types.length}`);
  const weights = input.has('weight') ? input.numbers('weight', { length: x.length }) : new Float64Array(x.length).fill(1);
  if (weights.some((weight) => weight < 0)) fault('input.weight must not be negative');
  const r = input.numbers('r');
  if (r.some((one, at) => one < 0 || (at > 0 && one <= (r[at - 1] as number)))) fault('input.r must be distances ≥ 0 in ascending order');
  const pairs = new Float64Array(2 * x.length);
  for (const [at, one] of x.entries()) pairs.set([one, y[at] as number], 2 * at);
  return { positions: params.choice('metric', metrics, 'euclidean') === 'sphere' ? spherePositions(x, y) : planePositions(pairs), types, weights, r };
}

const indicesOf = (types: readonly string[], type: string): number[] => types.flatMap((one, at) => (one === type ? [at] : []));

type Curve = (indices: ArrayLike<number>, bandwidth?: number) => { bandwidth: number; density: Float64Array };

function curveOf({ positions, weights, r }: Sites, params: Fields, own: readonly number[]): Curve {
  const held = params.flag('weighted', false) ? Float64Array.from(own, (at) => weights[at] as number) : undefined;
  const form = params.choice('form', ['auto', 'exact', 'binned'], 'auto');
  const density = form === 'binned' || (form === 'auto' && own.length >= binnedFrom) ? binnedKDensity : kDensity;
  return (indices, bandwidth) => density(positionsAt(positions, indices), r, { weights: held, bandwidth });
}

function bandwidthAsked(params: Fields): number | undefined {
  if (!params.has('bandwidth')) return undefined;
  const bandwidth = params.number('bandwidth');
  return bandwidth > 0 ? bandwidth : fault('params.bandwidth must be positive');
}

function observe(curve: Curve, own: readonly number[], r: Float64Array, bandwidth: number | undefined): ReturnType<Curve> {
  if (own.length < 2) fault(`the reference type needs at least two points, and has ${own.length}`);
  if (bandwidth === undefined && (r.at(-1) as number) <= 0) fault('input.r must reach beyond 0');
  const observed = curve(own, bandwidth);
  if (!(observed.bandwidth > 0)) fault('no bandwidth can be found: fewer than two different distances are at most 2 · the largest r; give params.bandwidth');
  return observed;
}

function density(input: Fields, params: Fields): Computed {
  const sites = readSites(input, params);
  const own = indicesOf(sites.types, params.text('referenceType', sites.types[0] as string));
  const { bandwidth, density: exact } = observe(curveOf(sites, params, own), own, sites.r, bandwidthAsked(params));
  return { value: { n: own.length, bandwidth, exact } };
}

function readDraws(input: Fields, params: Fields, count: number): number[][] | undefined {
  if (!input.has('draws')) return undefined;
  const draws = input.matrix('draws');
  return Array.from({ length: draws.rows }, (_, row) => {
    const taken = Array.from(draws.cells.subarray(row * draws.columns, (row + 1) * draws.columns), (place) => place - 1);
    const off = taken.find((at) => !Number.isInteger(at) || at < 0 || at >= count);
    return off === undefined ? taken : fault(`input.draws[${row}] must hold places of points from 1 to ${count}`);
  });
}

function envelope(input: Fields, params: Fields): Computed {
  const sites = readSites(input, params);
  const { types, r, positions } = sites;
  const given = readDraws(input, params, types.length);
  const alpha = params.number('alpha', 0.05);
  if (!(alpha > 0 && alpha < 0.5)) fault('params.alpha must lie between 0 and 0.5');
  const asLarge = [...new Set(types)].find((type) => given !== undefined && types.filter((one) => one === type).length === given[0]?.length);
  const own = indicesOf(types, params.text('referenceType', asLarge ?? (types[0] as string)));
  const curve = curveOf(sites, params, own);
  const { bandwidth, density: observed } = observe(curve, own, r, bandwidthAsked(params));
  if (given && given[0]?.length !== own.length) fault(`input.draws must hold as many points each as the reference type: ${own.length}`);
  const rng = rngFrom(params.whole('seed', 0, 1));
  const places = Array.from({ length: positions.count }, (_, at) => at);
  const draws = given ?? Array.from({ length: params.whole('simulations', 2, 1000) }, () => rng.sample(places, own.length));
  const fixed = params.flag('fixedBandwidth', true) ? bandwidth : undefined;
  const curves = draws.map((drawn) => curve(drawn, fixed).density);
  const local = localBand(curves, alpha);
  const global = globalBand(curves, alpha);
  const { localised, most } = localisation(observed, global);
  return {
    value: { bandwidth, observed, localLo: local.low, localHi: local.high, globalLo: global.low, globalHi: global.high, globalLocalisation: localised, maxGamma: most },
    warnings: draws.length < 1 / alpha ? [`${draws.length} draws are few for α = ${alpha}: the bands are rough`] : [],
  };
}

function concentration(input: Fields, params: Fields): Computed {
  const sites = readSites(input, params);
  const referenceType = params.text('referenceType', sites.types[0] as string);
  const neighborType = params.text('neighborType', referenceType);
  for (const type of [referenceType, neighborType]) if (!sites.types.includes(type)) fault(`no point is of the type ${type}`);
  return { value: mFunction({ ...sites, referenceType, neighborType }) };
}

const shapes = {
  x: 'n numbers: first coordinate (with metric sphere: longitude in degrees)',
  y: 'n numbers: second coordinate (latitude)',
  type: 'n texts: the kind of each point, for instance its industry; default: all of one kind',
  weight: 'n numbers ≥ 0, for instance employees; default 1',
  r: 'ascending distances ≥ 0, in the unit of the coordinates (with metric sphere: metres)',
};
const options = {
  referenceType: 'the type looked at; default: that of the first point',
  metric: 'euclidean (default) or sphere',
  weighted: 'whether a pair counts with the product of its weights; default false',
  bandwidth: 'of the Gaussian kernel; default: rule of thumb over the distances up to 2 · the largest r',
  form: `auto (default: exact below ${binnedFrom} points, else binned), exact or binned`,
};
const source = 'Duranton and Overman (2005), Review of Economic Studies 72:1077–1106';

/** Distances between the sites of an industry against chance. */
export const kdensityMethod: Method = {
  id: 'kdensity',
  version: '1.0.0',
  title: 'K-density and M: is an industry drawn together, and at which distance',
  operations: {
    kdensity: {
      summary: 'Kernel density of the distances between all pairs of points of one type, reflected at 0.',
      input: shapes,
      params: options,
      output: '{n, bandwidth, exact}: exact = density per unit of distance at each r, integrates to 1 over d ≥ 0',
      source,
      compute: density,
    },
    'kdensity-envelope': {
      summary: 'The K-density of one type with the bands of random draws of as many points from all sites.',
      input: { ...shapes, draws: 'rows of places of points (1 = first), each as long as the type has points; default: drawn with the seed' },
      params: { ...options, alpha: 'share outside on either side; default 0.05', fixedBandwidth: 'whether draws take the bandwidth of the observed type; default true', simulations: 'how many draws when none are given; default 1000', seed: 'of the draws; default 1' },
      output: '{bandwidth, observed, localLo, localHi, globalLo, globalHi, globalLocalisation, maxGamma}: maxGamma = greatest height above the global band',
      source,
      compute: envelope,
    },
    'm-function': {
      summary: 'Marcon–Puech M: weight of the neighbour type within r of the reference points, against its weight everywhere.',
      input: shapes,
      params: { referenceType: options.referenceType, neighborType: 'the type counted around it; default: the same', metric: options.metric },
      output: 'one number per r; 1 = as everybody else, null where no reference point has anybody within r',
      source: 'Marcon and Puech (2010), Journal of Economic Geography 10:745–762',
      compute: concentration,
    },
  },
};
