import type { MapLevel } from '../../words/territory.schema.ts';

/** A choice inside one province shows its prefectures; anything else the provinces. */
export function mapLevelOf(territoryId: string | undefined): { level: Extract<MapLevel, 'provinces' | 'prefectures'>; province?: string } {
  const [, province] = /^cn:(\d{2})\d{4}$/.exec(territoryId ?? '') ?? [];
  return province ? { level: 'prefectures', province: `cn:${province}0000` } : { level: 'provinces' };
}
