/** What of the world a picture shows: the place in its middle and pixels per world width, on the Mercator square [0, 1]². */
export interface View {
  x: number;
  y: number;
  scale: number;
}

export interface Size {
  width: number;
  height: number;
}

const edge = 85.05;

/** Longitude and latitude on the Mercator square, north at 0. Angles are kept, so discs stay round. */
export function project(longitude: number, latitude: number): readonly [x: number, y: number] {
  const held = (Math.max(-edge, Math.min(edge, latitude)) * Math.PI) / 180;
  return [(longitude + 180) / 360, 0.5 - Math.log(Math.tan(Math.PI / 4 + held / 2)) / (2 * Math.PI)];
}

/** Many places at once, x and y in turn. */
export function projectAll(longitudes: ArrayLike<number>, latitudes: ArrayLike<number>): Float64Array {
  const places = new Float64Array(2 * longitudes.length);
  for (let at = 0; at < longitudes.length; at += 1) places.set(project(longitudes[at] as number, latitudes[at] as number), 2 * at);
  return places;
}

/** Longitudes of a line that crosses the date line, running on past ±180° instead of across the whole world. */
export function unwrapped(longitudes: readonly number[]): number[] {
  let turn = 0;
  return longitudes.map((longitude, at) => {
    const step = longitude - (longitudes[at - 1] ?? longitude);
    if (step > 180) turn -= 360;
    if (step < -180) turn += 360;
    return longitude + turn;
  });
}

/** Corners around all but the outermost hundredth on either side; of few places around all of them. */
export function mostOf(places: Float64Array): Float64Array {
  if (places.length < 200) return places;
  const axis = (odd: 0 | 1): [number, number] => {
    const sorted = places.filter((_, at) => at % 2 === odd).sort();
    const off = Math.floor(sorted.length * 0.01);
    return [sorted[off] ?? 0, sorted[sorted.length - 1 - off] ?? 0];
  };
  const [[west, east], [north, south]] = [axis(0), axis(1)];
  return Float64Array.from([west, north, east, south]);
}

const limits = { least: 200, most: 20_000_000 };
const held = (scale: number): number => Math.max(limits.least, Math.min(limits.most, scale));

/** Shows all of these places with a margin; a single one with some land around it. */
export function fit(places: Float64Array, { width, height }: Size, margin = 0.9): View {
  let [west, east, north, south] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < places.length; at += 2) {
    const [x, y] = [places[at] as number, places[at + 1] as number];
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  }
  if (!Number.isFinite(west)) return { x: 0.5, y: 0.4, scale: held(width) };
  const least = 1 / 2000;
  return { x: (west + east) / 2, y: (north + south) / 2, scale: held(margin * Math.min(width / Math.max(east - west, least), height / Math.max(south - north, least))) };
}

/** Magnifies around a place of the picture, which stays where it is. */
export function zoomAt(view: View, { width, height }: Size, factor: number, x = width / 2, y = height / 2): View {
  const scale = held(view.scale * factor);
  const [offX, offY] = [x - width / 2, y - height / 2];
  return { scale, x: view.x + offX / view.scale - offX / scale, y: view.y + offY / view.scale - offY / scale };
}

/** Moves the picture by pixels. */
export const pan = (view: View, right: number, down: number): View => ({ ...view, x: Math.max(0, Math.min(1, view.x - right / view.scale)), y: Math.max(0, Math.min(1, view.y - down / view.scale)) });

/** The drawn place nearest to a pixel, within reach of a finger; −1 for none. */
export function nearest(places: Float64Array, view: View, { width, height }: Size, x: number, y: number, reach = 10): number {
  let found = -1;
  let least = reach * reach;
  for (let at = 0; at < places.length; at += 2) {
    const offX = ((places[at] as number) - view.x) * view.scale + width / 2 - x;
    const offY = ((places[at + 1] as number) - view.y) * view.scale + height / 2 - y;
    const off = offX * offX + offY * offY;
    if (off <= least) {
      least = off;
      found = at / 2;
    }
  }
  return found;
}
