import { places } from './positions.ts';

/** Points of the plane or of the globe in cells so small that any two points of one cell lie within the reach of each other. */
export interface CellStrips {
  /** Indices of the points, cell by cell; cells in order of strip and column. */
  order: Uint32Array;
  /** Cell c holds the places from[c] ≤ place < from[c + 1]. */
  from: Uint32Array;
  cells: number;
  strip: Float64Array;
  column: Float64Array;
  /** Where the neighbours of strip `own` can lie in strip `other`. */
  window: (own: number, other: number) => ColumnWindow;
}

/** Neighbours of column k of one strip lie in the other's columns ⌊k · scale − before⌋ … ⌊(k + 1) · scale + after⌋; `turn` columns go once around the globe (Infinity in the plane). */
export interface ColumnWindow {
  scale: number;
  before: number;
  after: number;
  turn: number;
}

const planeWindow: ColumnWindow = { scale: 1, before: 2, after: 1, turn: Infinity };

const radians = Math.PI / 180;
/** Cells are a hair smaller than needed, so that rounding never makes two points of one cell too far from each other. */
const hair = 1 - 1e-9;

/** Cells of side eps/√2 in the plane (Gunawan 2013). x, y by point. Cost O(n). */
export function planeStrips(x: Float64Array, y: Float64Array, eps: number): CellStrips {
  const side = (eps / Math.SQRT2) * hair;
  const [left, bottom] = [least(x), least(y)];
  const columns = new Float64Array(x.length);
  const rows = new Float64Array(x.length);
  for (let one = 0; one < x.length; one += 1) {
    columns[one] = Math.floor(((x[one] as number) - left) / side);
    rows[one] = Math.floor(((y[one] as number) - bottom) / side);
  }
  return arrange(columns, rows, () => planeWindow);
}

/**
 * Cells on the sphere: strips of latitude, columns of longitude whose width follows the strip's nearest parallel to the
 * equator, so that sin²(Δφ/2) and cos φ₁ cos φ₂ sin²(Δλ/2) are each at most sin²(angle/2)/2. The seam at ±180° is crossed
 * by a second stretch of columns; near a pole a neighbourhood spans every column. `angle` is the reach in radians (< π/2).
 */
export function sphereStrips(longitudes: ArrayLike<number>, latitudes: ArrayLike<number>, angle: number): CellStrips {
  const half = Math.sin(angle / 2) / Math.SQRT2;
  const height = 2 * Math.asin(half) * hair;
  const stripOf = (latitude: number): number => Math.floor((latitude * radians + Math.PI / 2) / height);
  const edges = (strip: number): [nearest: number, farthest: number] => {
    const from = Math.max(-Math.PI / 2, strip * height - Math.PI / 2);
    const to = Math.min(Math.PI / 2, (strip + 1) * height - Math.PI / 2);
    return [from * to <= 0 ? 0 : Math.min(Math.abs(from), Math.abs(to)), Math.max(Math.abs(from), Math.abs(to))];
  };
  const widthOf = kept((strip) => {
    const share = half / Math.cos(edges(strip)[0]);
    return share >= 1 ? 2 * Math.PI : 2 * Math.asin(share) * hair;
  });
  /** Greatest difference in longitude of two points within the reach, one of them in the strip. */
  const stretchOf = kept((strip) => {
    const farthest = edges(strip)[1];
    return farthest + angle >= Math.PI / 2 ? 2 * Math.PI : Math.asin(Math.min(1, Math.sin(angle) / Math.cos(farthest))) * (1 + 1e-9) + 1e-15;
  });
  const around = (longitude: number): number => (longitude >= -180 && longitude < 180 ? longitude + 180 : (((longitude + 180) % 360) + 360) % 360) * radians;
  const columns = new Float64Array(longitudes.length);
  const rows = new Float64Array(longitudes.length);
  for (let one = 0; one < columns.length; one += 1) {
    const row = stripOf(latitudes[one] as number);
    rows[one] = row;
    columns[one] = Math.floor(around(longitudes[one] as number) / widthOf(row));
  }
  return arrange(columns, rows, (own, other) => {
    const width = widthOf(other);
    const reach = stretchOf(own) / width + 1e-9;
    return { scale: widthOf(own) / width, before: reach, after: reach, turn: (2 * Math.PI) / width };
  });
}

/** Reckons each whole number's value once. */
function kept(reckon: (strip: number) => number): (strip: number) => number {
  const known: number[] = [];
  return (strip) => (known[strip] ??= reckon(strip));
}

function least(values: Float64Array): number {
  let found = Infinity;
  for (const value of values) if (value < found) found = value;
  return found;
}

function arrange(columns: Float64Array, strips: Float64Array, window: CellStrips['window']): CellStrips {
  const order = sortedBy(strips, sortedBy(columns, places(columns.length)));
  const from = new Uint32Array(order.length + 1);
  const strip = new Float64Array(order.length);
  const column = new Float64Array(order.length);
  let cells = 0;
  for (let place = 0; place < order.length; place += 1) {
    const row = strips[order[place] as number] as number;
    const col = columns[order[place] as number] as number;
    if (cells > 0 && strip[cells - 1] === row && column[cells - 1] === col) continue;
    from[cells] = place;
    strip[cells] = row;
    column[cells] = col;
    cells += 1;
  }
  from[cells] = order.length;
  return { order, from: from.subarray(0, cells + 1), cells, strip: strip.subarray(0, cells), column: column.subarray(0, cells), window };
}

/** The order stably sorted by whole keys ≥ 0: two passes of 16 bits where they suffice, by comparison where keys are larger. */
function sortedBy(keys: Float64Array, order: Uint32Array): Uint32Array {
  let most = 0;
  for (const key of keys) if (key > most) most = key;
  if (most >= 2 ** 32) return order.slice().sort((a, b) => (keys[a] as number) - (keys[b] as number));
  let sorted = order;
  for (let shift = 0; shift === 0 || most >= 2 ** shift; shift += 16) {
    const starts = new Uint32Array(65_537);
    for (let at = 0; at < keys.length; at += 1) {
      const digit = (((keys[at] as number) >>> shift) & 0xffff) + 1;
      starts[digit] = (starts[digit] as number) + 1;
    }
    for (let digit = 1; digit < starts.length; digit += 1) starts[digit] = (starts[digit] as number) + (starts[digit - 1] as number);
    const next = new Uint32Array(sorted.length);
    for (let at = 0; at < sorted.length; at += 1) {
      const one = sorted[at] as number;
      const digit = ((keys[one] as number) >>> shift) & 0xffff;
      next[starts[digit] as number] = one;
      starts[digit] = (starts[digit] as number) + 1;
    }
    sorted = next;
    if (shift === 16) break;
  }
  return sorted;
}
