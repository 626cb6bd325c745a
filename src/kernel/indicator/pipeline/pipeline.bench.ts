import { readFileSync } from 'node:fs';
import { sharedPath } from '../../../../test/shared.ts';
import { readCsvRows } from '../../../../test/csv-rows.ts';
import type { Measurement } from '#platform/testing/measure.ts';
import { Fields } from '../../method/fields.ts';
import { rngFrom } from '../../stats/rng.ts';
import type { Chain } from './chain.ts';
import { rankIntervals } from './rank-interval.ts';
import { drawAlternatives, noisyWeights, rankRows, replicate, type Dimension } from './replicate.ts';
import { readRecipe } from './recipe.ts';
import { readTables } from './tables.ts';

const folder = 'oracles/composite-pipeline-asem';
const replications = 1000;

/**
 * The ASEM index, 51 units × 49 indicators in four levels: 1,000 replications, each the whole chain from the raw table
 * (divide, impute by group, screen, treat, one scale, four levels of means) with its own winsorised points, scale, weights and
 * kind of mean, then ranks and their intervals. Nothing is cached between replications; only buffers are used again.
 * The reference takes 100.1 s for the same on the same kind of machine (methods.md §7, row 1).
 */
export default function bench(): Promise<Measurement[]> {
  const table = (name: string): unknown => readCsvRows(readFileSync(sharedPath(folder, `${name}.csv`), 'utf8'));
  const tables = readTables(new Fields({ idata: table('idata'), imeta: table('imeta') }, 'input'));
  const { recipe: steps } = JSON.parse(readFileSync(sharedPath(folder, 'meta.json'), 'utf8')) as { recipe: string[] };
  const { order, choices } = readRecipe(steps, tables);
  const chain: Chain = { ...tables, order };
  const treatment = choices.treatment ?? (() => { throw new Error('the recipe of this index treats outliers'); })();
  const rng = rngFrom(1);
  const dimensions: Dimension[] = [
    { name: 'Winmax', alternatives: [1, 2, 3, 4, 5].map((winmax) => ({ treatment: { ...treatment, winmax } })) },
    { name: 'Normalisation', alternatives: [{ normalisation: { method: 'minmax', range: [1, 100] } }, { normalisation: { method: 'minmax', range: [10, 90] } }, { normalisation: { method: 'rank', ties: 'min' } }] },
    { name: 'Weights', alternatives: noisyWeights(tables.structure, 20, 0.25, rng).map((weights) => ({ weights })) },
    { name: 'Aggregation', alternatives: [{ aggregation: { method: 'arithmetic' } }, { aggregation: { method: 'geometric' } }] },
  ];
  const draws = drawAlternatives(dimensions, replications, rng);
  const began = performance.now();
  rankIntervals(rankRows(replicate(chain, choices, dimensions, draws)));
  return Promise.resolve([{ name: `${replications} replications of the whole ASEM chain, 51 × 49, one thread`, unit: 's', value: (performance.now() - began) / 1000, limit: 1 }]);
}
