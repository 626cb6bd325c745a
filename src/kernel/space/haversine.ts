/** Degrees, longitude first, as in GeoJSON (RFC 7946). */
export type LonLat = readonly [longitude: number, latitude: number];

/** Mean radius of the Earth R₁ (IUGG), metres. */
export const earthRadius = 6_371_008.8;
const radians = Math.PI / 180;

/**
 * Great-circle distance in metres by the haversine formula, stable for small distances. The sphere stands for the
 * ellipsoid: the error is at most 0.56 %. Reference: Sinnott, R. W. (1984), Sky and Telescope 68:158.
 */
export function haversine(a: LonLat, b: LonLat): number {
  const halfLatitude = Math.sin(((b[1] - a[1]) * radians) / 2);
  const halfLongitude = Math.sin(((b[0] - a[0]) * radians) / 2);
  const h = halfLatitude ** 2 + Math.cos(a[1] * radians) * Math.cos(b[1] * radians) * halfLongitude ** 2;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(h)));
}
