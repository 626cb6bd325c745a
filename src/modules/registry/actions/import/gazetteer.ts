import { sql } from 'kysely';
import type { ImportRow, SpaceDb } from '#platform/module/module.ts';
import { fold } from '#platform/text/folding.ts';
import { matchPlaces, type PlaceCandidate, type PlaceMatch } from '../../reference/place-match.ts';

export interface Gazetteer {
  cities: Map<string, PlaceMatch>;
  /** Countries, and provinces of China, by name as written. */
  wide: Map<string, PlaceCandidate>;
  /** Divisions by administrative code; a superseded code leads to its successor. */
  codes: Map<string, PlaceCandidate>;
  /** City as written → how many rows put it in which country. */
  countriesOf: Map<string, Map<string, number>>;
}

/** A cell as places are compared: half width, single spaces. */
export const textOf = (row: ImportRow, key: string): string => (row.values[key] ?? '').normalize('NFKC').replace(/\s+/gu, ' ').trim();

/** Looks up every place that the rows name, each once. */
export async function readGazetteer(db: SpaceDb, rows: readonly ImportRow[]): Promise<Gazetteer> {
  const distinct = (key: string) => [...new Set(rows.map((row) => textOf(row, key)).filter((text) => text !== ''))];
  const countriesOf = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const [city, country] = [textOf(row, 'city'), textOf(row, 'country')];
    if (city === '' || country === '') continue;
    const counts = countriesOf.get(city) ?? new Map<string, number>();
    countriesOf.set(city, counts.set(country, (counts.get(country) ?? 0) + 1));
  }
  return {
    cities: await matchPlaces<never>(db, distinct('city')),
    wide: await findWide(db, [...distinct('country'), ...distinct('province')]),
    codes: await findCodes(db, distinct('territoryCode')),
    countriesOf,
  };
}

async function findWide(db: SpaceDb, names: readonly string[]): Promise<Map<string, PlaceCandidate>> {
  const { rows } = await sql<PlaceCandidate & { segments: string[] }>`
    select id, name, level, string_to_array(search_text, '|') as segments from territory
    where level in ('country', 'province') and successor_id is null and string_to_array(search_text, '|') && ${names.map((name) => fold(name))}::text[]`.execute(db);
  return new Map(
    names.flatMap((name) => {
      const held = rows.filter((row) => row.segments.includes(fold(name)));
      const best = held.find((row) => row.level === 'country') ?? held[0];
      return best ? [[name, best] as const] : [];
    }),
  );
}

async function findCodes(db: SpaceDb, codes: readonly string[]): Promise<Map<string, PlaceCandidate>> {
  const ids = new Map(codes.map((code) => [code, /^\d{2}$|^\d{4}$|^\d{6}$/.test(code) ? `cn:${code.padEnd(6, '0')}` : code]));
  const { rows } = await sql<PlaceCandidate & { asked: string }>`
    select given.id as asked, coalesce(later.id, given.id) as id, coalesce(later.name, given.name) as name, coalesce(later.level, given.level) as level
    from territory given left join territory later on later.id = given.successor_id where given.id = any (${[...ids.values()]}::text[])`.execute(db);
  return new Map(codes.flatMap((code) => rows.filter((row) => row.asked === ids.get(code)).map((row) => [code, row] as const)));
}
