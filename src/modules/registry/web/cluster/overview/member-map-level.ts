import type { Cluster } from '../../../words/cluster.schema.ts';
import type { MapLevel } from '../../../words/territory.schema.ts';

export interface MemberMapLevel {
  level: MapLevel;
  province?: string;
}

/** A cluster of one province is drawn on its prefectures, one of several on the provinces, one abroad on the world. */
export function memberMapOf(territories: Cluster['territories']): MemberMapLevel {
  const base = territories.filter((each) => each.scope === 'base');
  if (base.length > 0 && base.every((each) => each.id.startsWith('world:') && each.id !== 'world:CN')) return { level: 'world' };
  const provinces = new Set(base.map((each) => /^cn:(\d{2})\d{4}$/.exec(each.id)?.[1] ?? ''));
  const [only] = provinces;
  return provinces.size === 1 && only && only !== '10' ? { level: 'prefectures', province: `cn:${only}0000` } : { level: 'provinces' };
}
