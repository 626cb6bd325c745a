/** A place on the grid: column and row, not whole on an edge. */
export type GridPlace = readonly [column: number, row: number];

const half = 0x2000000;
const span = 0x4000000;

/**
 * Lines at a level through a sparse grid (key → value, absent = far above the level), as polygons of closed rings around
 * what lies at or below it: outer rings counterclockwise, each with the holes it contains, clockwise. Marching squares
 * with linear interpolation; a saddle is kept apart. Keys as `keyOf` makes them. Cost O(nodes log rings).
 * Reference: Lorensen and Cline (1987), Computer Graphics 21:163–169, in two dimensions.
 */
export function marchRings(values: ReadonlyMap<number, number>, level: number): GridPlace[][][] {
  const next = new Map<string, { to: string; place: GridPlace }[]>();
  for (const key of values.keys()) {
    const row = (key % span) - half;
    const column = Math.floor(key / span) - half;
    // Each cell belongs to its lower left node; cells that lack it have nothing at or below the level at their edge.
    for (const [dx, dy] of [[0, 0], [-1, 0], [0, -1], [-1, -1]] as const) if ((dx === 0 && dy === 0) || !values.has(key + dx * span + dy)) march(values, level, column + dx, row + dy, next);
  }
  return nest(ringsOf(next));
}

type Steps = Map<string, { to: string; place: GridPlace }[]>;

/** Adds the directed pieces of one cell, inside on the left. */
function march(values: ReadonlyMap<number, number>, level: number, column: number, row: number, next: Steps): void {
  const corners = [[0, 0], [1, 0], [1, 1], [0, 1]] as const;
  const found = corners.map(([dx, dy]) => values.get((column + dx + half) * span + row + dy + half) ?? Infinity);
  const inside = found.map((value) => value <= level);
  for (let side = 0; side < 4; side += 1) {
    // The line leaves through a side whose start is inside and end outside, and came in through the nearest side clockwise where it turns inside.
    if (!(inside[side] === true && inside[(side + 1) % 4] === false)) continue;
    let entry = side;
    do entry = (entry + 3) % 4;
    while (inside[entry] === true);
    const [from, to] = [crossing(side), crossing(entry)];
    const steps = next.get(from.name);
    const step = { to: to.name, place: from.place };
    if (steps) steps.push(step);
    else next.set(from.name, [step]);
  }

  function crossing(side: number): { name: string; place: GridPlace } {
    const [ax, ay] = corners[side] as (typeof corners)[number];
    const [bx, by] = corners[(side + 1) % 4] as (typeof corners)[number];
    const [a, b] = [found[side] as number, found[(side + 1) % 4] as number];
    const raw = Number.isFinite(a) && Number.isFinite(b) ? (level - a) / (b - a) : 0.5;
    const share = Math.min(1 - 1e-6, Math.max(1e-6, raw));
    const horizontal = side === 0 || side === 2;
    return {
      name: horizontal ? `h${column},${row + ay}` : `v${column + ax},${row}`,
      place: [column + ax + share * (bx - ax), row + ay + share * (by - ay)],
    };
  }
}

function ringsOf(next: Steps): GridPlace[][] {
  const rings: GridPlace[][] = [];
  for (const start of next.keys()) {
    for (let step = next.get(start)?.pop(); step !== undefined; step = next.get(start)?.pop()) {
      const ring: GridPlace[] = [];
      for (let at: typeof step | undefined = step; at !== undefined; at = next.get(at.to)?.pop()) ring.push(at.place);
      if (ring.length >= 3) rings.push([...ring, ring[0] as GridPlace]);
    }
  }
  return rings;
}

/** Twice the signed area; positive counterclockwise. */
function turn(ring: readonly GridPlace[]): number {
  let sum = 0;
  for (let at = 1; at < ring.length; at += 1) {
    const [ax, ay] = ring[at - 1] as GridPlace;
    const [bx, by] = ring[at] as GridPlace;
    sum += ax * by - bx * ay;
  }
  return sum;
}

function holds(ring: readonly GridPlace[], [x, y]: GridPlace): boolean {
  let odd = false;
  for (let at = 1; at < ring.length; at += 1) {
    const [ax, ay] = ring[at - 1] as GridPlace;
    const [bx, by] = ring[at] as GridPlace;
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) odd = !odd;
  }
  return odd;
}

/** Puts each hole with the smallest outer ring around it; the largest polygon first. */
function nest(rings: readonly GridPlace[][]): GridPlace[][][] {
  const outer = rings.filter((ring) => turn(ring) > 0).sort((a, b) => turn(b) - turn(a));
  const polygons = outer.map((ring) => [ring]);
  for (const hole of rings) {
    if (turn(hole) > 0) continue;
    const around = outer.findLastIndex((ring) => holds(ring, hole[0] as GridPlace));
    polygons[around]?.push(hole);
  }
  return polygons;
}
