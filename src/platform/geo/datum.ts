import gcoord from 'gcoord';

export const datums = ['wgs84', 'gcj02', 'bd09', 'unknown'] as const;
export type Datum = (typeof datums)[number];

/** A position as it was given: the value is never rewritten, the datum says how to read it. */
export interface GivenPosition {
  longitude: number;
  latitude: number;
  datum: Datum;
}

export interface ConvertedPosition {
  longitude: number;
  latitude: number;
  /** False when the datum is unknown: the value is passed on as it stands and may be up to about 700 m off in China. */
  certain: boolean;
}

const systems = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

function convert(position: GivenPosition, target: 'wgs84' | 'gcj02'): ConvertedPosition {
  const { longitude, latitude, datum } = position;
  if (datum === 'unknown') return { longitude, latitude, certain: false };
  if (datum === target) return { longitude, latitude, certain: true };
  const [x, y] = gcoord.transform<[number, number]>([longitude, latitude], systems[datum], systems[target]);
  return { longitude: x, latitude: y, certain: true };
}

/** For exchange, distances and comparison with foreign positions. */
export const toWgs84 = (position: GivenPosition): ConvertedPosition => convert(position, 'wgs84');

/** For maps and boundaries published in China. Outside China GCJ-02 and WGS-84 are the same. */
export const toGcj02 = (position: GivenPosition): ConvertedPosition => convert(position, 'gcj02');
