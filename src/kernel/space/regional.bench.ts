import type { Measurement } from '#platform/testing/measure.ts';
import { matrixOf, type Matrix } from '../stats/matrix.ts';
import { rngFrom } from '../stats/rng.ts';
import { hooverGinis } from './locational-gini.ts';
import { locationQuotients } from './location-quotient.ts';
import { strongClusters } from './strong-clusters.ts';

function tableOf(regions: number, industries: number): Matrix {
  const rng = rngFrom(2022);
  const employment = matrixOf(regions, industries);
  for (let at = 0; at < employment.cells.length; at += 1) if (rng.chance(0.45)) employment.cells[at] = Math.ceil(3 / (rng.unit() + 1e-4));
  return employment;
}

/** Regional statistics of 3,000 regions × 1,000 industries, 55 % of the cells 0, sizes spread like those of towns. */
export default function bench(): Promise<Measurement[]> {
  for (let round = 0; round < 3; round += 1) {
    const small = tableOf(500, 300); // the functions are compiled before they are timed
    strongClusters(small, locationQuotients(small), null);
  }
  const employment = tableOf(3000, 1000);
  const began = performance.now();
  const lq = locationQuotients(employment);
  const quotients = performance.now();
  const { held } = strongClusters(employment, lq, null);
  const flags = performance.now();
  const gini = hooverGinis(employment);
  const ginis = performance.now();
  process.stderr.write(`${held.filter((bits) => bits === 7).length} strong clusters, mean Gini ${gini.reduce((sum, value) => sum + value, 0) / gini.length}\n`);
  return Promise.resolve([
    { name: 'location quotients with strong-cluster flags, 3,000 × 1,000', unit: 's', value: (flags - began) / 1000, limit: 0.15 },
    { name: 'location quotients alone', unit: 's', value: (quotients - began) / 1000 },
    { name: 'locational Gini of all industries', unit: 's', value: (ginis - flags) / 1000, limit: 2 },
  ]);
}
