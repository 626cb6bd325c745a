import { describe, expect, it } from 'vitest';
import { haversine } from '#kernel/space/haversine.ts';
import { toGcj02, toWgs84 } from './datum.ts';
import type { ConvertedPosition, GivenPosition } from './datum.ts';

const at = (position: ConvertedPosition | GivenPosition): [number, number] => [position.longitude, position.latitude];
const gate = { longitude: 116.404, latitude: 39.915 };

describe('datum', () => {
  it('shifts a known point in Beijing by the published amounts', () => {
    // 116.404, 39.915 read as BD-09 is 116.39762729119315, 39.90865673957631 in GCJ-02 and 116.39138, 39.90725 in WGS-84.
    expect(haversine(at(toGcj02({ ...gate, datum: 'bd09' })), [116.39762729119315, 39.90865673957631])).toBeLessThan(1);
    expect(haversine(at(toWgs84({ ...gate, datum: 'bd09' })), [116.39138, 39.90725])).toBeLessThan(5);
    // Read as WGS-84 it is 116.41024449916938, 39.91640428150164 in GCJ-02.
    expect(haversine(at(toGcj02({ ...gate, datum: 'wgs84' })), [116.41024449916938, 39.91640428150164])).toBeLessThan(1);
  });

  it('comes back within half a metre', () => {
    for (const [longitude, latitude] of [[116.404, 39.915], [113.26, 23.13], [87.6, 43.8], [121.5, 25.03]] as const) {
      const there = toGcj02({ longitude, latitude, datum: 'wgs84' });
      expect(haversine(at(toWgs84({ ...there, datum: 'gcj02' })), [longitude, latitude])).toBeLessThan(0.5);
    }
  });

  it('leaves Europe and an unknown datum alone, and says which', () => {
    expect(toGcj02({ longitude: 8.53, latitude: 52.03, datum: 'wgs84' })).toEqual({ longitude: 8.53, latitude: 52.03, certain: true });
    expect(toWgs84({ ...gate, datum: 'unknown' })).toEqual({ ...gate, certain: false });
  });
});
