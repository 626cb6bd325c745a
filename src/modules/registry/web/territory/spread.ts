export interface Spot {
  longitude: number;
  latitude: number;
}

const golden = Math.PI * (3 - Math.sqrt(5));

/** Spots that fall on one another are laid around their common place like seeds, `step` degrees apart, so that each can be seen and hit. */
export function spread<Point extends Spot>(points: readonly Point[], step: number): Point[] {
  const taken = new Map<string, number>();
  return points.map((point) => {
    const key = `${point.longitude} ${point.latitude}`;
    const at = taken.get(key) ?? 0;
    taken.set(key, at + 1);
    const radius = step * Math.sqrt(at);
    return { ...point, longitude: point.longitude + radius * Math.cos(at * golden), latitude: point.latitude + radius * Math.sin(at * golden) };
  });
}
