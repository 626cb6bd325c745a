import type { MapLevel, Territory } from '../../words/territory.schema.ts';

export interface Frame {
  level: MapLevel;
  province?: string;
  /** Only these regions carry a number; the others are drawn for orientation. */
  only: readonly string[] | null;
}

const provinceOf = (id: string): string | null => /^cn:(?!10)(\d{2})\d{4}$/.exec(id)?.[1] ?? null;

/** The map on which a territory is seen with what lies below it; null where there are no boundaries to draw. */
export function frameOf({ id, level, children }: Pick<Territory, 'id' | 'level'> & { children: readonly { id: string; level: string }[] }): Frame | null {
  if (id === 'world') return { level: 'world', only: null };
  if (id === 'world:CN') return { level: 'provinces', only: null };
  const own = provinceOf(id);
  if (own && level !== 'province' && level !== 'city') return null;
  if (own) return { level: 'prefectures', province: `cn:${own}0000`, only: level === 'province' ? null : [id] };
  if (level !== 'macroRegion' && level !== 'cityGroup') return null;
  const ids = children.map((child) => child.id);
  if (children.every((child) => child.level === 'province')) return { level: 'provinces', only: ids };
  // A city group is drawn in the province that most of its cities lie in; the others are said in words.
  const provinces = children.flatMap((child) => (child.level === 'city' ? [provinceOf(child.id) ?? ''] : []));
  const [most] = [...new Set(provinces)].toSorted((one, other) => provinces.filter((each) => each === other).length - provinces.filter((each) => each === one).length);
  return most ? { level: 'prefectures', province: `cn:${most}0000`, only: ids } : null;
}
