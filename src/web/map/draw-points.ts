import type { Pen } from './pen.ts';
import type { Size, View } from './point-view.ts';

/** Everything on a map of points, on the Mercator square. Colours are real ones, read from the tokens. */
export interface PointScene {
  /** Land or administrative areas. */
  regions: readonly (readonly Float64Array[])[];
  /** Boundaries drawn from points, each with the number it is called by. */
  outlines: readonly { key: number; rings: readonly Float64Array[]; middle: readonly [number, number]; label: string }[];
  /** Dots by colour, the first at the bottom. */
  layers: readonly { colour: string; places: Float64Array }[];
  /** Small squares: what stands there besides the dots. */
  squares: Float64Array;
  /** Dots with a ring around them. */
  marked: Float64Array;
  current: number | null;
  colours: { land: string; border: string; outline: string; surface: string; text: string; focus: string; mark: string };
  /** Whether administrative borders are drawn. */
  borders: boolean;
}

function placed(places: Float64Array, view: View, { width, height }: Size): Float64Array {
  const out = new Float64Array(places.length);
  for (let at = 0; at < places.length; at += 2) {
    out[at] = ((places[at] as number) - view.x) * view.scale + width / 2;
    out[at + 1] = ((places[at + 1] as number) - view.y) * view.scale + height / 2;
  }
  return out;
}

/** Only what lies in the picture, so that a magnified map draws little. */
function within(places: Float64Array, { width, height }: Size, margin: number): Float64Array {
  const kept = new Float64Array(places.length);
  let count = 0;
  for (let at = 0; at < places.length; at += 2) {
    const [x, y] = [places[at] as number, places[at + 1] as number];
    if (x < -margin || y < -margin || x > width + margin || y > height + margin) continue;
    kept[count] = x;
    kept[count + 1] = y;
    count += 2;
  }
  return kept.subarray(0, count);
}

function touches(ring: Float64Array, { width, height }: Size): boolean {
  let [west, east, north, south] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < ring.length; at += 2) {
    const [x, y] = [ring[at] as number, ring[at + 1] as number];
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  }
  return east >= 0 && south >= 0 && west <= width && north <= height;
}

/** Small where there are many or the picture is wide, larger when it is close. */
export const dotRadius = (count: number, scale: number): number => Math.min(5, (count > 20_000 ? 1 : count > 2000 ? 1.5 : count > 300 ? 2.2 : 3) * Math.max(1, Math.log10(scale / 2000)));

/** Wide enough to be told apart from a dot: a boundary of a few pixels shows no number. */
const labelWidth = 26;

export function drawPoints(pen: Pen, scene: PointScene, view: View, size: Size): void {
  const { colours, layers } = scene;
  const count = layers.reduce((sum, { places }) => sum + places.length / 2, 0);
  for (const region of scene.regions) {
    const rings = region.map((ring) => placed(ring, view, size)).filter((ring) => touches(ring, size));
    if (rings.length > 0) pen.area(rings, { fill: colours.land, ...(scene.borders ? { stroke: colours.border, width: 1 } : { stroke: colours.land, width: 0.5 }) });
  }
  const outlines = scene.outlines.map((outline) => ({ ...outline, rings: outline.rings.map((ring) => placed(ring, view, size)).filter((ring) => touches(ring, size)) }));
  for (const { key, rings } of outlines) {
    if (rings.length > 0) pen.area(rings, { fill: colours.outline, opacity: key === scene.current ? 0.3 : 0.13, stroke: key === scene.current ? colours.focus : colours.outline, width: key === scene.current ? 2.5 : 1.2 });
  }
  const radius = dotRadius(count, view.scale);
  for (const { colour, places } of layers) pen.dots(within(placed(places, view, size), size, radius), radius, { fill: colour });
  const side = radius + 1.5;
  const squares = within(placed(scene.squares, view, size), size, side);
  const corners = Array.from({ length: squares.length / 2 }, (_, at) => {
    const [x, y] = [squares[2 * at] ?? 0, squares[2 * at + 1] ?? 0];
    return Float64Array.from([x - side, y - side, x + side, y - side, x + side, y + side, x - side, y + side]);
  });
  for (const corner of corners) pen.area([corner], { fill: colours.surface, stroke: colours.text, width: 1.2 });
  pen.dots(within(placed(scene.marked, view, size), size, 8), radius + 2.5, { stroke: colours.mark, width: 1.5 });
  for (const { key, rings, middle, label } of outlines) {
    if (rings.length === 0 || (key !== scene.current && widthOf(rings) < labelWidth)) continue;
    const at = placed(Float64Array.from(middle), view, size);
    pen.label(at[0] ?? 0, at[1] ?? 0, label, { fill: colours.text, halo: colours.surface, size: 12 });
  }
}

function widthOf(rings: readonly Float64Array[]): number {
  let [west, east] = [Infinity, -Infinity];
  for (const ring of rings) {
    for (let at = 0; at < ring.length; at += 2) {
      west = Math.min(west, ring[at] as number);
      east = Math.max(east, ring[at] as number);
    }
  }
  return east - west;
}
