import type { Rng } from '../stats/rng.ts';

/** Made points for measurements: two thirds scatter around towns of uneven size, one third anywhere, in a square of 2,000 km. Metres. */
export function townPoints(count: number, rng: Rng, towns = 800): { x: Float64Array; y: Float64Array } {
  const side = 2_000_000;
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const places = Array.from({ length: towns }, () => ({ east: rng.unit() * side, north: rng.unit() * side, spread: 1500 + 4000 * rng.unit() }));
  for (let at = 0; at < count; at += 1) {
    const town = at % 3 === 0 ? undefined : rng.pick(places);
    x[at] = town ? town.east + rng.normal() * town.spread : rng.unit() * side;
    y[at] = town ? town.north + rng.normal() * town.spread : rng.unit() * side;
  }
  return { x, y };
}
