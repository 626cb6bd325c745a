import { sql } from 'kysely';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { ImportRow, RowCandidate, RowReason, SpaceDb } from '#platform/module/module.ts';
import type { PlaceCandidate } from '../../../reference/place-match.ts';
import { candidateOf, divisionId, findWide, readGazetteer, textOf, type Gazetteer } from '../gazetteer.ts';
import { say } from './shared-reasons.ts';

export interface Located {
  /** The narrowest place that is certain: the city, else its province, else the country. */
  territoryId: string | null;
  /** That place's name, for remarks about it. */
  name: Name | null;
  /** The country above it: all of China is one. */
  countryId: string | null;
  /** The place and everything above it. */
  territories: string[];
  reasons: RowReason[];
  candidates: RowCandidate[];
  question: string | null;
}

const china = 'world:CN';
type Found = Omit<Located, 'territories' | 'countryId'>;

const called = ({ name, id }: Pick<PlaceCandidate, 'name' | 'id'>) => {
  const code = id.replace(/^\w+:/, '');
  return { place: `${name.zh ?? name.en ?? ''} ${code}`, placeEn: `${name.en ?? name.zh ?? ''} ${code}` };
};

/** Where each row says that it is: by code, then by city in its province, then by country. What stays open is asked, never guessed. */
export async function locateRows(db: SpaceDb, rows: readonly ImportRow[]): Promise<Map<number, Located>> {
  const gazetteer = await readGazetteer(db, rows);
  const nameless = [...gazetteer.cities].flatMap(([city, { candidates }]) => (candidates.length === 0 ? [city] : []));
  const provincesAsCities = await findWide(db, nameless);
  const parts = await partsOf(db, gazetteer);
  const found = rows.map((row) => [row.rowNumber, decided(row, locate(row, gazetteer, parts, provincesAsCities))] as const);
  const ancestors = await ancestorsOf(db, found.flatMap(([, { territoryId }]) => territoryId ?? []));
  return new Map(found.map(([rowNumber, at]) => {
    const above = ancestors.get(at.territoryId ?? '') ?? { territories: [], name: null };
    return [rowNumber, { ...at, ...above, name: above.name ?? at.name, countryId: above.territories.find((id) => id.startsWith('world:')) ?? null }];
  }));
}

/** Old code → the places of today that its counties became: 莱芜 is in 济南 now, as two districts. */
async function partsOf(db: SpaceDb, { codes }: Gazetteer): Promise<Map<string, PlaceCandidate[]>> {
  const superseded = [...codes].flatMap(([code, place]) => (place.id === divisionId(code) ? [] : [divisionId(code)]));
  if (superseded.length === 0) return new Map();
  const { rows } = await sql<PlaceCandidate & { old: string }>`
    select distinct old.parent_id as old, today.id, today.name, today.level from territory old join territory today on today.id = old.successor_id
    where old.parent_id = any (${superseded}::text[]) order by today.id`.execute(db);
  const parts = new Map<string, PlaceCandidate[]>();
  for (const { old, ...today } of rows) parts.set(old, [...(parts.get(old) ?? []), today]);
  return parts;
}

async function ancestorsOf(db: SpaceDb, ids: readonly string[]): Promise<Map<string, { territories: string[]; name: Name }>> {
  const { rows } = await sql<{ id: string; ancestors: string[]; name: Name }>`select id, ancestors, name from territory where id = any (${[...new Set(ids)]}::text[])`.execute(db);
  return new Map(rows.map(({ id, ancestors, name }) => [id, { territories: ancestors, name }]));
}

function locate(row: ImportRow, { cities, wide, codes, provinces }: Gazetteer, parts: ReadonlyMap<string, PlaceCandidate[]>, asCities: ReadonlyMap<string, PlaceCandidate>): Found {
  const [code, city, province, country] = ['territoryCode', 'city', 'province', 'country'].map((key) => textOf(row, key)) as [string, string, string, string];
  const offer = (places: readonly PlaceCandidate[]) => places.map((place) => candidateOf(place, provinces)).slice(0, 8);
  const at = (place: PlaceCandidate | undefined, reasons: RowReason[], offered: RowCandidate[] = [], question: string | null = null): Found => ({
    territoryId: place?.id ?? null, name: place?.name ?? null, reasons, candidates: offered, question: offered.length > 0 ? question : null,
  });

  const byCode = codes.get(code);
  if (byCode) {
    if (byCode.id === divisionId(code)) return at(byCode, [say('placeFound', 'territoryCode', called(byCode))]);
    const among = parts.get(divisionId(code)) ?? [];
    return at(byCode, [say('codeSuperseded', 'territoryCode', { value: code, ...called(byCode) })], byCode.level === 'county' || among.length > 12 ? [] : offer(among), code);
  }
  const remarks = code === '' ? [] : [say('territoryCodeUnknown', 'territoryCode', { value: code.slice(0, 40) })];

  const countryPlace = wide.get(country);
  if (country !== '' && !countryPlace) remarks.push(say('countryUnknown', 'country', { country: country.slice(0, 60) }));
  // Only the divisions of China are held, so a foreign city is kept with the address.
  if (countryPlace && countryPlace.id !== china && !countryPlace.id.startsWith('cn:')) return at(countryPlace, [...remarks, say('placeFound', 'country', called(countryPlace))]);
  if (country !== '' && !countryPlace) return at(undefined, remarks);

  const namedProvince = wide.get(province);
  const provincePlace = namedProvince?.id.startsWith('cn:') ? namedProvince : countryPlace?.id.startsWith('cn:') ? countryPlace : undefined;
  if (province !== '' && !namedProvince) remarks.push(say('provinceUnknown', 'province', { province: province.slice(0, 60) }));
  const wider = provincePlace ?? countryPlace;
  if (city === '') return wider ? at(wider, [...remarks, say('placeFound', provincePlace ? 'province' : 'country', called(wider))]) : at(undefined, remarks);

  const match = cities.get(city) ?? { candidates: [], suggestions: [] };
  const inside = provincePlace ? match.candidates.filter((place) => place.id.slice(0, 5) === provincePlace.id.slice(0, 5)) : match.candidates;
  const [only] = inside;
  if (only && inside.length === 1) return at(only, [...remarks, say('placeFound', 'city', called(only))]);
  // 广东 in the column of cities is the province.
  const whole = inside.length === 0 && province === '' ? asCities.get(city) : undefined;
  if (whole?.id.startsWith('cn:')) return at(whole, [...remarks, say('placeFound', 'city', called(whole))]);
  const question = province === '' ? city : `${city}, ${province}`;
  if (inside.length > 1) return at(wider, [...remarks, say('cityAmbiguous', 'city', { city, count: inside.length })], offer(inside), question);
  const contradiction = match.candidates.length > 0 ? say('provinceDisagrees', 'city', { city, province: province || country }) : say('cityUnknown', 'city', { city });
  return at(wider, [...remarks, contradiction], offer([...match.candidates, ...match.suggestions]), question);
}

/** A person's choice counts only among the candidates that the row offers. */
function decided(row: ImportRow, place: Found): Found {
  if (!row.decision || place.question === null) return place;
  const { candidateId } = row.decision;
  const rest = place.reasons.filter(({ reason }) => reason !== 'cityAmbiguous' && reason !== 'cityUnknown' && reason !== 'provinceDisagrees');
  if (candidateId === null) return { ...place, reasons: [...place.reasons, say('placeDeclined', 'city')] };
  const chosen = place.candidates.find(({ id }) => id === candidateId);
  if (!chosen) return place;
  return { ...place, territoryId: chosen.id, name: chosen.label, reasons: [...rest, say('placeChosen', 'city', called({ name: chosen.label, id: chosen.id }))] };
}
