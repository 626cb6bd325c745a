import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Name } from '#platform/i18n/name.schema.ts';
import { fold } from '#platform/text/folding.ts';
import type { TerritoryLevel, TerritoryRow } from './reference-rows.ts';

export interface PlaceCandidate {
  id: string;
  name: Name;
  level: TerritoryLevel;
}

export interface PlaceMatch {
  /** `unique`: one candidate, the record may be placed. `ambiguous`: a person chooses. `unmatched`: nothing is placed. */
  status: 'unique' | 'ambiguous' | 'unmatched';
  candidates: PlaceCandidate[];
  /** Divisions known by a spelling that may be meant; never placed without a person. */
  suggestions: PlaceCandidate[];
}

type KeyedTerritory = Pick<TerritoryRow, 'id' | 'name' | 'level' | 'place_keys' | 'suggestion_keys'>;

const suffix = /[\s'’]+(?:city|shi|municipality|prefecture|county|xian|district|qu)\.?$/iu;
// A city is meant before the county of the same name: Chaoyang is the prefecture of Liaoning before the district of Beijing.
const ranks: readonly TerritoryLevel[] = ['province', 'city', 'county'];

/** The keys of a place name as written, likeliest first: `Xi'an`, `Xian` and `Xi An` are one; `Foshan City` is read with and without its suffix. */
export function placeKeys(raw: string): string[] {
  const name = raw.normalize('NFKC').trim();
  return [...new Set([fold(name), fold(name.replace(suffix, ''))])].filter((key) => key !== '');
}

const candidateOf = ({ id, name, level }: KeyedTerritory): PlaceCandidate => ({ id, name, level });

/** Decides among territories that share the key: the highest rank that holds any wins; more than one there is ambiguous. */
export function judgePlace(raw: string, territories: readonly KeyedTerritory[]): PlaceMatch {
  const keys = placeKeys(raw);
  const key = keys.find((tried) => territories.some((territory) => territory.place_keys.includes(tried)));
  const held = key === undefined ? [] : territories.filter((territory) => territory.place_keys.includes(key));
  const rank = ranks.find((level) => held.some((territory) => territory.level === level));
  const candidates = held.filter((territory) => territory.level === rank).map(candidateOf).toSorted((a, b) => a.id.localeCompare(b.id));
  const suggestions = territories.filter((territory) => territory.suggestion_keys.some((spelling) => keys.includes(spelling))).map(candidateOf);
  const status = candidates.length === 1 ? 'unique' : candidates.length === 0 ? 'unmatched' : 'ambiguous';
  return { status, candidates, suggestions };
}

/** Places many names at once, in one query; the answer is keyed by the names as given. Superseded divisions are never offered. */
export async function matchPlaces<Tables>(db: Kysely<Tables>, names: readonly string[]): Promise<Map<string, PlaceMatch>> {
  const keys = [...new Set(names.flatMap(placeKeys))];
  const { rows } = await sql<KeyedTerritory>`
    select id, name, level, place_keys, suggestion_keys from territory
    where successor_id is null and (place_keys && ${keys}::text[] or suggestion_keys && ${keys}::text[])`.execute(db);
  const byKey = new Map<string, KeyedTerritory[]>();
  for (const row of rows) {
    for (const key of [...row.place_keys, ...row.suggestion_keys]) byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  return new Map(names.map((name) => [name, judgePlace(name, [...new Set(placeKeys(name).flatMap((key) => byKey.get(key) ?? []))])]));
}
