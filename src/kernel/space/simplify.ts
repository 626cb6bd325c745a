type Position = readonly number[];

function squaredDistance(point: Position, from: Position, to: Position): number {
  const [x = NaN, y = NaN] = point;
  const [fromX = NaN, fromY = NaN] = from;
  const dx = (to[0] ?? NaN) - fromX;
  const dy = (to[1] ?? NaN) - fromY;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - fromX) * dx + (y - fromY) * dy) / length));
  return (x - fromX - t * dx) ** 2 + (y - fromY - t * dy) ** 2;
}

/**
 * Ramer–Douglas–Peucker: the line through fewest of its own points that stays within `tolerance` (in the line's own
 * units, degrees for GeoJSON) of every dropped point. First and last point stay, so a closed ring stays closed; its
 * two halves are split at the point farthest from the start. Average cost O(n log n), worst O(n²).
 *
 * Reference: Douglas, D. H., Peucker, T. K. (1973), Cartographica 10:112–122.
 */
export function simplifyLine<Point extends Position>(line: readonly Point[], tolerance: number): Point[] {
  const kept = new Uint8Array(line.length);
  kept[0] = 1;
  kept[line.length - 1] = 1;
  const spans: [number, number][] = [[0, line.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    let farthest = -1;
    let distance = tolerance * tolerance;
    for (let at = from + 1; at < to; at += 1) {
      const here = squaredDistance(line[at] ?? [], line[from] ?? [], line[to] ?? []);
      if (here > distance) {
        distance = here;
        farthest = at;
      }
    }
    if (farthest < 0) continue;
    kept[farthest] = 1;
    spans.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, index) => kept[index] === 1);
}
