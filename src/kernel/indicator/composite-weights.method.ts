import { fault, type Fields } from '../method/fields.ts';
import type { Computed, Method } from '../method/method.ts';
import { rowOf } from '../stats/matrix.ts';
import { readTable, tableInput, type SentTable } from './read-table.ts';
import { effectiveWeights } from './weight/effective.ts';
import { factorWeights } from './weight/factors.ts';
import { pairwiseWeights, reciprocityGap, saatyRandomIndex } from './weight/pairwise.ts';
import { principalComponents } from './weight/principal.ts';
import { weigh } from './weight/weigh.ts';
import type { FactorRule, Weighting, WeightingMethod } from './weight/weighting.ts';
import type { Doubt } from './workspace.ts';

type Answer = (params: Fields, table: SentTable, doubts: Doubt[]) => { value: unknown; converged?: boolean };

const plainly = (weighting: Weighting): Answer => (_, { matrix }, doubts) => ({ value: weigh(matrix, weighting, doubts).weights });

/** `eigenvalue>1` or `factors=3`. */
function keepOf(params: Fields): FactorRule {
  const read = /^(eigenvalue>|factors=)\s*(\d+(?:\.\d+)?)$/.exec(params.text('keep', 'eigenvalue>1').replaceAll(' ', ''));
  if (!read) return fault('params.keep must be like "eigenvalue>1" or "factors=3"');
  return read[1] === 'factors=' ? { factors: Number(read[2]) } : { eigenvalueAbove: Number(read[2]) };
}

const answers: { readonly [Name in WeightingMethod]: Answer } = {
  equal: plainly({ method: 'equal' }),
  std: plainly({ method: 'std' }),
  entropy: plainly({ method: 'entropy' }),
  critic: plainly({ method: 'critic' }),
  budget: (params, { matrix }, doubts) => {
    const points = params.numbers('points', { length: matrix.columns });
    if (points.some((one) => one < 0) || !points.some((one) => one > 0)) fault('params.points must be 0 or more, and not all 0');
    return { value: weigh(matrix, { method: 'budget', points }, doubts).weights };
  },
  pca1: (_, { matrix }, doubts) => {
    const found = principalComponents(matrix, doubts);
    const missing = new Float64Array(matrix.columns).fill(NaN);
    return found ? { value: { eigenvalues: found.values, loading1: rowOf(found.vectors, 0) }, converged: found.converged } : { value: { eigenvalues: missing, loading1: missing } };
  },
  'pca-oecd': (params, { matrix }, doubts) => {
    const rotation = params.choice('rotation', ['varimax-kaiser', 'varimax', 'none'], 'varimax-kaiser');
    const { converged = true, factors, explained, weights } = factorWeights(matrix, { method: 'pca-oecd', keep: keepOf(params), rotation }, doubts);
    return { value: { factors, explained, weights }, converged };
  },
};

function ahp(input: Fields, params: Fields): Computed {
  const matrix = input.matrix('matrix');
  const randomIndex = params.has('randomIndex') ? params.numbers('randomIndex') : saatyRandomIndex;
  const method = params.choice('method', ['eigenvector', 'geometric-mean'], 'eigenvector');
  const { converged, iterations: _, residual: __, ...found } = pairwiseWeights(matrix, randomIndex);
  const warnings = [
    ...(found.cr > 0.1 ? ['the judgements contradict each other: the consistency ratio lies above 0.1'] : []),
    ...(Number.isNaN(found.cr) ? [`no random index for ${matrix.rows} rows: no consistency ratio`] : []),
    ...(reciprocityGap(matrix) > 1e-6 ? ['some judgement is not the inverse of its opposite'] : []),
  ];
  return { value: method === 'eigenvector' ? found : { ...found, weights: found.geometricMeanWeights }, converged, warnings };
}

function readTree(input: Fields): { code: string; parent: string | null; weight: number }[] {
  return input.list('tree', 'a list of nodes').map((one, at) => {
    const node = input.item(one, `tree[${at}]`);
    return { code: node.text('code'), parent: node.has('parent') ? node.text('parent') : null, weight: node.number('weight', 1) };
  });
}

/** Weights of indicators: OECD/JRC Handbook, step 6. */
export const compositeWeights: Method = {
  id: 'composite-weights',
  version: '1',
  title: 'Weigh indicators',
  operations: {
    weights: {
      summary: 'Weights of indicators from their data, or from points that people gave.',
      input: tableInput,
      params: {
        method: Object.keys(answers).join(' | '),
        points: 'budget: one per indicator',
        keep: 'pca-oecd: "eigenvalue>1" (default) or "factors=3"',
        rotation: 'pca-oecd: varimax-kaiser (default) | varimax | none',
      },
      output: 'one weight per indicator, sum 1; pca1: {eigenvalues, loading1}; pca-oecd: {factors, explained, weights}',
      source: 'OECD/JRC Handbook on Constructing Composite Indicators (2008), step 6; entropy: Hwang and Yoon (1981); CRITIC: Diakoulaki et al. (1995)',
      compute: (input, params) => {
        const table = readTable(input);
        const doubts: Doubt[] = [];
        const answer = answers[params.choice('method', Object.keys(answers) as WeightingMethod[])](params, table, doubts);
        return { ...answer, warnings: table.columnWarnings(doubts) };
      },
    },
    ahp: {
      summary: 'Weights from pairwise comparisons, with their consistency ratio.',
      input: { matrix: 'how many times more row matters than column; positive, a_ji = 1 ÷ a_ij' },
      params: { method: 'which weights: eigenvector (default) | geometric-mean', randomIndex: 'random index for 1, 2, 3 … rows; Saaty (1980) where absent' },
      output: '{weights, lambdaMax, ci, cr, geometricMeanWeights}',
      source: 'Saaty (1980), The Analytic Hierarchy Process',
      compute: ahp,
    },
    'effective-weights': {
      summary: 'What each node of a tree weighs in the whole.',
      input: { tree: 'list of {code, parent: code or null, weight}' },
      output: '{code: weight}',
      source: 'OECD/JRC Handbook on Constructing Composite Indicators (2008), step 6',
      compute: (input) => ({ value: effectiveWeights(readTree(input)) }),
    },
  },
};
