import { one } from '#web/router/search.ts';
import { useSearch, useSetSearch } from '#web/router/use-search.ts';
import type { MapLevel } from '../../words/territory.schema.ts';

export const counted = ['clusters', 'organisations', 'places'] as const;
export type Counted = (typeof counted)[number];

export interface MapView {
  of: Counted;
  level: Extract<MapLevel, 'provinces' | 'prefectures'>;
  province: string | undefined;
  region: string | null;
  setOf: (of: Counted) => void;
  setRegion: (id: string | null) => void;
  /** Into a province; null goes back to the country. */
  drill: (province: string | null) => void;
}

/** What the country map counts, which province it is in, and which region is in hand: all in the URL. */
export function useMapView(): MapView {
  const search = useSearch();
  const setSearch = useSetSearch();
  const asked = one(search['of']);
  const province = one(search['province']);
  return {
    of: counted.find((each) => each === asked) ?? 'clusters',
    level: province ? 'prefectures' : 'provinces',
    province,
    region: one(search['region']) ?? null,
    setOf: (of) => setSearch({ of: of === 'clusters' ? undefined : of }),
    setRegion: (id) => setSearch({ region: id ?? undefined }),
    drill: (id) => setSearch({ province: id ?? undefined, region: undefined }, { push: true }),
  };
}
