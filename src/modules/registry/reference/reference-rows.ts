import type { Area } from '#kernel/space/pin.ts';
import type { Datum } from '#platform/geo/datum.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { territoryLevels } from '../words/territory.schema.ts';

/** Rows as the reference tables hold them (migration 202611220100). */
export interface CodeSystemRow {
  id: string;
  kind: 'territory' | 'industry';
  name: Name;
  issuer: Name | null;
  edition: string | null;
  source: string;
  valid_from: string | null;
  valid_until: string | null;
  sample: boolean;
  /** Comes with the product; only its own loader may change it or what belongs to it. */
  built_in: boolean;
}

export type TerritoryLevel = (typeof territoryLevels)[number];

export interface TerritoryRow {
  id: string;
  code_system_id: string;
  code: string;
  name: Name;
  /** The English name is a machine romanisation. */
  romanised: boolean;
  level: TerritoryLevel;
  parent_id: string | null;
  ancestors: string[];
  valid_from: string | null;
  valid_until: string | null;
  successor_id: string | null;
  longitude: number | null;
  latitude: number | null;
  has_polygon: boolean;
  place_keys: string[];
  suggestion_keys: string[];
  search_text: string;
  grams: string[];
}

export interface GeometryRow {
  territory_id: string;
  geometry: Area;
  source: string;
  datum: Datum;
  /** A finer outline that pins are judged by; null where the drawn one is good enough. */
  judged: Area | null;
  /** Metres by which the outline may be off, where that is more than a pin is forgiven anyway. */
  slack: number | null;
}

export interface IndustryRow {
  id: string;
  code_system_id: string;
  code: string;
  name: Name;
  level: string;
  parent_id: string | null;
  ancestors: string[];
  valid_from: string | null;
  valid_until: string | null;
  successor_id: string | null;
  search_text: string;
  grams: string[];
}

export interface IndustryMappingRow {
  from_id: string;
  to_id: string;
  relation: 'exact' | 'broader' | 'narrower' | 'partial';
  source: string;
}

export interface TerritoryGroup {
  id: string;
  kind: 'macroRegion' | 'cityGroup';
  name: Name;
  source: string;
  members: string[];
}
