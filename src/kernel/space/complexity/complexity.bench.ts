import type { Measurement } from '#platform/testing/measure.ts';
import { matrixOf, type Matrix } from '../../stats/matrix.ts';
import { rngFrom } from '../../stats/rng.ts';
import { balassa, reaches } from './balassa.ts';
import { complexityIndex, fitness } from './complexity-index.ts';
import { density } from './density.ts';
import { presenceOf } from './presence.ts';
import { industryProximity } from './proximity.ts';

/** Jobs of 3,000 regions in 1,000 industries: exp of a normal number per cell, region and industry, three cells of ten empty. Seed 42. */
export function employmentTable(regions: number, industries: number): Matrix {
  const rng = rngFrom(42);
  const ofRegion = Float64Array.from({ length: regions }, () => Math.exp(rng.normal()));
  const ofIndustry = Float64Array.from({ length: industries }, () => Math.exp(rng.normal()));
  const table = matrixOf(regions, industries);
  for (let at = 0; at < table.cells.length; at += 1) {
    const size = (ofRegion[Math.floor(at / industries)] as number) * (ofIndustry[at % industries] as number);
    table.cells[at] = rng.chance(0.3) ? 0 : Math.round(100 * size * Math.exp(rng.normal()));
  }
  return table;
}

/** Economic complexity at the size of methods.md §7, row 11: the whole way from a table of jobs, one thread. */
export default async function bench(): Promise<Measurement[]> {
  const table = employmentTable(3000, 1000);
  const timed = <Value>(work: () => Value): [Value, number] => {
    const began = performance.now();
    const value = work();
    return [value, (performance.now() - began) / 1000];
  };
  const [presence, reading] = timed(() => presenceOf(reaches(balassa(table), 1)));
  const [index, seconds] = timed(() => complexityIndex(presence));
  const [near, nearing] = timed(() => industryProximity(presence));
  const [, filling] = timed(() => density(presence, near));
  const [, fitting] = timed(() => fitness(presence));
  process.stderr.write(`${presence.byRow.at.length} ones, ${index.iterations} steps, residual ${index.residual}, eigenvalue ${index.value.secondEigenvalue}\n`);
  return [
    { name: 'advantage and its yes/no table, 3,000 × 1,000', unit: 's', value: reading },
    { name: 'economic complexity of 3,000 × 1,000 (economiccomplexity 88.8 s)', unit: 's', value: seconds, limit: 4 },
    { name: 'proximity of its 1,000 industries (EconGeo 1.0 s)', unit: 's', value: nearing, limit: 1 },
    { name: 'density of it (EconGeo 2.8 s)', unit: 's', value: filling, limit: 2.8 },
    { name: 'fitness of it, 19 updates (0.14 s)', unit: 's', value: fitting },
  ];
}
