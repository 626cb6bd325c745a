import type { MapFeature } from './map-data.ts';

const directions: Record<string, [number, number]> = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/** The nearest region in the arrow's direction: distance across counts double. */
export function neighbourOf(features: readonly MapFeature[], from: string | null, key: string): string | null {
  const direction = directions[key];
  if (!direction) return null;
  const placed = features.flatMap((feature) => (feature.properties.centre ? [{ id: feature.id, centre: feature.properties.centre }] : []));
  const here = placed.find((each) => each.id === from);
  if (!here) return placed[0]?.id ?? null;
  let best: { id: string; cost: number } | null = null;
  for (const { id, centre } of placed) {
    const x = centre[0] - here.centre[0];
    const y = centre[1] - here.centre[1];
    const along = x * direction[0] + y * direction[1];
    const across = Math.abs(x * direction[1]) + Math.abs(y * direction[0]);
    if (along <= 0.01 || across > along * 2.5) continue;
    const cost = along + across * 2;
    if (!best || cost < best.cost) best = { id, cost };
  }
  return best?.id ?? from;
}
