import { sql } from 'kysely';
import type { ImportRow, RowCandidate, SpaceDb } from '#platform/module/module.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import { fold, initialsOf } from '#platform/text/folding.ts';
import { matchPlaces, type PlaceCandidate, type PlaceMatch } from '../../reference/place-match.ts';

export interface Gazetteer {
  cities: Map<string, PlaceMatch>;
  /** Countries, and provinces of China, by name as written. */
  wide: Map<string, PlaceCandidate>;
  /** Divisions by administrative code; a superseded code leads to its successor. */
  codes: Map<string, PlaceCandidate>;
  /** Provinces by id, to tell places of one name apart. */
  provinces: Map<string, Name>;
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
    provinces: await findProvinces(db),
    countriesOf,
  };
}

/** Countries and provinces by name, alias or code. */
export async function findWide(db: SpaceDb, names: readonly string[]): Promise<Map<string, PlaceCandidate>> {
  const { rows } = await sql<PlaceCandidate & { segments: string[] }>`
    select id, name, level, string_to_array(search_text, '|') as segments from territory
    where level in ('country', 'province') and code_system_id in ('world', 'cn') and successor_id is null and string_to_array(search_text, '|') && ${names.map((name) => fold(name))}::text[]`.execute(db);
  return new Map(
    names.flatMap((name) => {
      const key = fold(name);
      // The initials that people search by are no name here: BD is Bangladesh, and not 不丹.
      const held = rows.filter((row) => row.segments.includes(key) && (isCode(row, key) || initialsOf(row.name.zh ?? '') !== key));
      const best = held.find((row) => isCode(row, key)) ?? held.find((row) => row.level === 'country') ?? held[0];
      return best ? [[name, best] as const] : [];
    }),
  );
}

const isCode = ({ id }: PlaceCandidate, key: string): boolean => id.toLowerCase() === `world:${key}`;

async function findCodes(db: SpaceDb, codes: readonly string[]): Promise<Map<string, PlaceCandidate>> {
  const ids = new Map(codes.map((code) => [code, divisionId(code)]));
  const { rows } = await sql<PlaceCandidate & { asked: string }>`
    select given.id as asked, coalesce(later.id, given.id) as id, coalesce(later.name, given.name) as name, coalesce(later.level, given.level) as level
    from territory given left join territory later on later.id = given.successor_id where given.id = any (${[...ids.values()]}::text[])`.execute(db);
  return new Map(codes.flatMap((code) => rows.filter((row) => row.asked === ids.get(code)).map((row) => [code, row] as const)));
}

/** Codes of towns and villages begin with their county's. */
export const divisionId = (code: string): string => (/^(?:\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(code) ? `cn:${code.slice(0, 6).padEnd(6, '0')}` : code);

async function findProvinces(db: SpaceDb): Promise<Map<string, Name>> {
  const { rows } = await sql<{ id: string; name: Name }>`select id, name from territory where code_system_id = 'cn' and level = 'province'`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** A place as a choice: 江苏省苏州市 and `Suzhou, Jiangsu`, since the name alone is what is ambiguous. */
export function candidateOf(place: PlaceCandidate, provinces: ReadonlyMap<string, Name>): RowCandidate {
  const province = place.id.startsWith('cn:') ? provinces.get(`${place.id.slice(0, 5)}0000`) : undefined;
  const apart = province !== undefined && place.level !== 'province';
  const { zh, en } = place.name;
  const label = apart ? { ...(zh && { zh: `${province.zh ?? ''}${zh}` }), ...(en && { en: `${en}, ${province.en ?? ''}` }) } : place.name;
  return { id: place.id, label, ...(place.id.startsWith('cn:') && { detail: place.id.slice(3) }) };
}
