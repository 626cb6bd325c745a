import { fault, Fields } from '../../method/fields.ts';
import type { Computed } from '../../method/method.ts';
import { rngFrom } from '../../stats/rng.ts';
import { readDraws, readWeights } from './given-draws.ts';
import { reportChain, type Told } from './report-chain.ts';
import { drawAlternatives, noisyWeights, type Dimension, type Draws } from './replicate.ts';
import { reportSensitivity, reportUncertainty } from './report-uncertainty.ts';
import { readRecipe, type Recipe } from './recipe.ts';
import { readTables, rowsOf, type Tables } from './tables.ts';

/** Everything that is computed from the tables of one composite indicator, each table of the answer under the name of its file. */
export function computePipeline(input: Fields, params: Fields): Computed {
  const tables = readTables(input);
  const meta = input.has('meta') ? input.fields('meta') : new Fields({}, 'input.meta');
  const steps = params.has('recipe') ? params.texts('recipe') : meta.has('recipe') ? meta.texts('recipe') : fault('input.meta.recipe must be a list of steps in words');
  const recipe = readRecipe(steps, tables);
  const target = params.text('target', meta.text('target', tables.structure.codes[tables.structure.target]));
  const node = tables.structure.codes.indexOf(target);
  if (node < tables.structure.indicators) fault(`meta.target must be the code of an aggregate, not ${target}`);
  const told: Told = { tables, recipe, target: node, warnings: [] };
  const chain = reportChain(told);
  const reading = { recipe, tables, weights: readWeights(rowsOf(input, 'weight_alternatives'), tables, recipe.choices.weights) };
  const given = rowsOf(input, 'ua_parameters');
  const drawn = params.whole('replications', 0, 0);
  const uncertain = given.length > 0 ? readDraws(given, 'ua_parameters', reading) : drawn > 0 ? drawOwn(recipe, tables, params, drawn) : null;
  const sensitive = rowsOf(input, 'sa_parameters');
  const value = {
    ...chain,
    ...(uncertain ? reportUncertainty(told, uncertain.dimensions, uncertain.draws) : {}),
    ...(sensitive.length > 0 ? reportSensitivity(told, readDraws(sensitive, 'sa_parameters', reading), pointsOf(meta, sensitive.length)) : {}),
  };
  return { value, warnings: told.warnings };
}

/** N and d of the design: as meta.sa says, else from the columns of the table. */
function pointsOf(meta: Fields, rows: number): number | undefined {
  if (!meta.has('sa')) return undefined;
  const design = meta.fields('sa');
  const points = design.whole('N', 2);
  return points * (design.whole('d', 1) + 2) === rows ? points : fault(`input.sa_parameters must have N·(d+2) rows as meta.sa says, not ${rows}`);
}

/** Draws of our own where none are given: winsorised points, scale, means and weights. */
function drawOwn({ choices }: Recipe, { structure }: Tables, params: Fields, replications: number): { dimensions: Dimension[]; draws: Draws } {
  const rng = rngFrom(params.whole('seed', 0, 1));
  const noise = params.number('weightNoise', 0.25);
  if (!(noise >= 0 && noise < 1)) fault('params.weightNoise must be from 0 to below 1');
  const { treatment } = choices;
  const dimensions: Dimension[] = [
    ...(treatment ? [{ name: 'Winmax', alternatives: [1, 2, 3, 4, 5].map((winmax) => ({ treatment: { ...treatment, winmax } })) }] : []),
    { name: 'Normalisation', alternatives: [{ normalisation: choices.normalisation }, { normalisation: { method: 'rank', ties: 'min' } }, { normalisation: { method: 'zscore', mean: 100, sd: 10 } }] },
    { name: 'Weights', alternatives: noisyWeights(structure, replications, noise, rng.fork('weights')).map((weights) => ({ weights })) },
    { name: 'Aggregation', alternatives: [{ aggregation: { method: 'arithmetic' } }, { aggregation: { method: 'geometric' } }] },
  ];
  return { dimensions, draws: drawAlternatives(dimensions, replications, rng.fork('draws')) };
}
