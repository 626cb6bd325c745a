import { fault, type Fields } from '../method/fields.ts';
import type { Computed, Method } from '../method/method.ts';
import { compareAllPairs, sharesOfLevels, type ColumnLevels } from './column-levels.ts';
import { countPairs, disjointSets, qualityOf, type PairCounts, type PairQuality } from './disjoint-sets.ts';
import { estimateModel, logLikelihood, matchWeight, probabilityOfWeight, type Estimate, type LinkModel, type PatternCounts } from './fellegi-sunter.ts';
import { readModel, readPatterns, readRecords, usualColumns, type GivenModel, type RecordTable } from './link-input.ts';
import { linkRecords } from './link-records.ts';

const source = 'Fellegi, Sunter 1969; Dempster, Laird, Rubin 1977; Winkler 1988';
const mostRecords = 5000;
/** More pairs than this are listed from `fewestOf` on only. */
const mostPairs = 200_000;
const fewestOf = 0.01;

interface Groups {
  clusters: { cluster_id: string | number; unique_id: string | number }[];
  quality: (PairCounts & PairQuality) | null;
}

/** Groups as rows, and counts of pairs against the column `entity` where the records have one. */
function groupsOf(groups: Int32Array, { ids, has, columnOf }: RecordTable): Groups {
  const clusters = ids.map((unique_id, at) => ({ cluster_id: ids[groups[at] as number] as string | number, unique_id }));
  if (!has('entity')) return { clusters, quality: null };
  const counts = countPairs(groups, columnOf('entity'));
  return { clusters, quality: { ...counts, ...qualityOf(counts) } };
}

const gammas = (columns: readonly ColumnLevels[], levels: readonly number[]) => Object.fromEntries(columns.map(({ column }, k) => [`gamma_${column}`, levels[k] ?? -1]));

/** The most alike level first, as models are written. */
const written = (columns: readonly ColumnLevels[], { lambda, m, u }: LinkModel) => ({
  lambda, comparisons: columns.map(({ column }, k) => ({ column, m: [...(m[k] ?? [])].reverse(), u: [...(u[k] ?? [])].reverse() })),
});

function estimateFrom(patterns: PatternCounts, u: readonly (readonly number[])[], { lambdaStart }: Pick<GivenModel, 'lambdaStart'>, params: Fields): Estimate {
  const pairs = patterns.counts.reduce((sum, count) => sum + count, 0);
  const exact = patterns.levels.reduce((sum, levels, at) => (levels[0] === (u[0]?.length ?? 0) - 1 ? sum + (patterns.counts[at] ?? 0) : sum), 0);
  // As many pairs agree on the first column as six in ten matches would.
  const lambda = params.number('lambda', lambdaStart ?? Math.min(0.5, Math.max(1, exact) / 0.6 / pairs));
  if (!(lambda > 0 && lambda < 1)) fault('params.lambda must lie between 0 and 1');
  return estimateModel(patterns, u, { lambda, maxIterations: params.whole('maxIterations', 1, 1000) });
}

const estimated = (columns: readonly ColumnLevels[], { value, logLikelihood: likelihood, iterations, residual }: Estimate) => ({ ...written(columns, value), logLikelihood: likelihood, iterations, residual });

function resolve(input: Fields, params: Fields): Computed {
  const records = readRecords(input);
  if (records.ids.length > mostRecords) fault(`input.records must be at most ${mostRecords}: every pair is compared; “link” compares by blocks`);
  const given = input.has('model') ? readModel(input.fields('model')) : { columns: usualColumns(records.has), probabilities: null, u: null, lambdaStart: null };
  const { columns } = given;
  const { patternOf, patterns } = compareAllPairs(columns, columns.map(({ column }) => records.columnOf(column)));
  const estimate = estimateFrom(patterns, given.u ?? sharesOfLevels(columns, patterns), given, params);
  const model = given.probabilities ?? estimate.value;
  const weights = patterns.levels.map((levels) => matchWeight(model, levels));
  const threshold = params.number('threshold', 0.9);
  const least = params.number('leastProbability', patternOf.length > mostPairs ? fewestOf : 0);
  const sets = disjointSets(records.ids.length);
  const predictions: Record<string, unknown>[] = [];
  let pair = 0;
  for (let a = 0; a < records.ids.length; a += 1) {
    for (let b = a + 1; b < records.ids.length; b += 1, pair += 1) {
      const number = patternOf[pair] as number;
      const weight = weights[number] as number;
      const probability = probabilityOfWeight(weight);
      if (probability >= threshold) sets.join(a, b);
      if (probability < least) continue;
      predictions.push({ unique_id_l: records.ids[a], unique_id_r: records.ids[b], ...gammas(columns, patterns.levels[number] ?? []), match_weight: weight, match_probability: probability });
    }
  }
  const value = {
    patterns: patterns.levels.map((levels, at) => ({ ...gammas(columns, levels), count: patterns.counts[at] })),
    logLikelihood: logLikelihood(model, patterns), estimate: estimated(columns, estimate), predictions, ...groupsOf(sets.groups(), records), linked: records.has('name') ? linked(records, params).value : null,
  };
  return { value, converged: estimate.converged, warnings: least > 0 ? [`pairs below the probability ${least} are counted and not listed`] : [] };
}

function linked(records: RecordTable, params: Fields): { value: Groups; converged: boolean } {
  const column = (...names: string[]): (string | null)[] => records.columnOf(names.find(records.has) ?? '');
  const [name, place, industry, code] = [column('name', 'norm'), column('city', 'place'), column('industry'), column('regno', 'code')];
  const rows = name.map((one, at) => ({ name: one ?? '', place: place[at] ?? null, industry: industry[at] ?? null, code: code[at] ?? null }));
  const { groups, estimate } = linkRecords(rows, params.has('linkThreshold') ? { threshold: params.number('linkThreshold') } : {});
  return { value: groupsOf(groups, records), converged: estimate.converged };
}

const records = 'list of { unique_id, name or norm, city?, industry?, regno?, entity? }: one row a record, null = no evidence; entity is the truth, for the quality only';

export const entityResolution: Method = {
  id: 'entity-resolution',
  version: '1',
  title: 'Which records mean the same organisation',
  operations: {
    'entity-resolution': {
      summary: 'Compares every pair of records, weighs it by a model (the one given, or the one estimated) and joins pairs above a threshold; beside it, our own linking by names.',
      input: { records, model: '{ lambda, comparisons: [{ column, levels: [{ sql_condition, m_probability?, u_probability?, is_null_level? }] }] }, the most alike level first, ELSE the last; without it norm or name by likeness, the rest by equality' },
      params: { threshold: 'probability from which pairs are joined; default 0.9', leastProbability: `pairs below are not listed; default 0, above ${mostPairs} pairs ${fewestOf}`, lambda: 'start of the estimation', maxIterations: 'default 1000', linkThreshold: 'of our own linking; default 0.8' },
      output: '{ patterns, logLikelihood (natural, of the model used), estimate { lambda, comparisons { m, u }, logLikelihood }, predictions { match_weight in bits, match_probability }, clusters, quality, linked { clusters, quality } }',
      source,
      compute: resolve,
    },
    estimate: {
      summary: 'λ and m from counts of patterns with u given (EM).',
      input: { patterns: 'list of { gamma_<column>, count }; level 0 = least alike, −1 = no evidence', model: 'as above, with u_probability' },
      params: { lambda: 'start; default lambdaStart of the model', maxIterations: 'default 1000' },
      output: '{ lambda, comparisons { m, u } the most alike level first, logLikelihood, iterations, residual }',
      source,
      compute: (input, params) => {
        const given = readModel(input.fields('model'));
        const patterns = readPatterns(input, given.columns);
        const estimate = estimateFrom(patterns, given.u ?? fault('input.model must have u_probability at every level'), given, params);
        return { value: estimated(given.columns, estimate), converged: estimate.converged };
      },
    },
    'match-weight': {
      summary: 'Weight and probability of patterns under a model.',
      input: { patterns: 'list of { gamma_<column>, count }', model: 'as above, with lambda, m_probability and u_probability' },
      output: '{ logLikelihood, patterns: list of { …, match_weight in bits, match_probability } }',
      source,
      compute: (input) => {
        const { columns, probabilities } = readModel(input.fields('model'));
        if (probabilities === null) fault('input.model must have lambda, m_probability and u_probability');
        const patterns = readPatterns(input, columns);
        const rows = patterns.levels.map((levels, at) => {
          const weight = matchWeight(probabilities, levels);
          return { ...gammas(columns, levels), count: patterns.counts[at], match_weight: weight, match_probability: probabilityOfWeight(weight) };
        });
        return { value: { logLikelihood: logLikelihood(probabilities, patterns), patterns: rows } };
      },
    },
    link: {
      summary: 'Our own linking by what stands in the names (places, legal forms, brands), place, industry and code; compares by blocks and learns from the list itself.',
      input: { records },
      params: { linkThreshold: 'probability from which pairs are joined; default 0.8' },
      output: '{ clusters: list of { cluster_id, unique_id }, quality }',
      source: `${source}; Hernández, Stolfo 1995`,
      compute: (input, params) => linked(readRecords(input), params),
    },
  },
};
