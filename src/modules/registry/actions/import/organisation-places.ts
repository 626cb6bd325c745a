import type { Name } from '#platform/i18n/name.schema.ts';
import type { ImportRow, RowCandidate, RowReason, SpaceDb } from '#platform/module/module.ts';
import type { PlaceCandidate } from '../../reference/place-match.ts';
import { candidateOf, readGazetteer, textOf, type Gazetteer } from './gazetteer.ts';
import type { OrganisationImportGroup, OrganisationImportReason } from './organisation-fields.ts';

export interface RowPlace {
  territoryId: string | null;
  group: Extract<OrganisationImportGroup, 'placed' | 'placeToChoose' | 'placeUnknown' | 'placeElsewhere' | 'placeMissing'>;
  reasons: RowReason[];
  candidates: RowCandidate[];
  question: string | null;
}

const china = 'world:CN';
/** A remark keeps its words, so the place stands in it by both its names. */
const called = (name: Name, code = '') => ({ place: `${name.zh ?? name.en ?? ''} ${code}`.trim(), placeEn: `${name.en ?? name.zh ?? ''} ${code}`.trim() });
const calledPlace = ({ name, id }: PlaceCandidate) => called(name, id.replace(/^\w+:/, ''));
const say = (reason: OrganisationImportReason, field: string, params: Record<string, string | number> = {}): RowReason => ({ reason, field, params });

/** Finds a place for every row, by code, then by city within its province; none is ever placed by guess. */
export async function placeRows(db: SpaceDb, rows: readonly ImportRow[]): Promise<Map<number, RowPlace>> {
  const gazetteer = await readGazetteer(db, rows);
  return new Map(rows.map((row) => [row.rowNumber, decided(row, placeRow(row, gazetteer))]));
}

function placeRow(row: ImportRow, gazetteer: Gazetteer): RowPlace {
  const { cities, wide, codes, countriesOf, provinces } = gazetteer;
  const offer = (places: readonly PlaceCandidate[]) => places.map((place) => candidateOf(place, provinces));
  const [code, city, province, country] = ['territoryCode', 'city', 'province', 'country'].map((key) => textOf(row, key)) as [string, string, string, string];
  const byCode = codes.get(code);
  if (byCode) return found(byCode, 'territoryCode');
  const remarks = code === '' ? [] : [say('territoryCodeUnknown', 'territoryCode', { value: code })];

  const countryPlace = wide.get(country);
  if (country !== '' && countryPlace?.id !== china) return elsewhere(row, gazetteer, countryPlace, remarks);
  const provincePlace = wide.get(province);
  if (city === '') {
    if (provincePlace?.id.startsWith('cn:')) return { ...found(provincePlace, 'province'), reasons: [...remarks, say('placeFound', 'province', calledPlace(provincePlace))] };
    return { territoryId: null, group: 'placeMissing', reasons: [...remarks, say('cityMissing', 'city')], candidates: [], question: null };
  }
  const match = cities.get(city) ?? { status: 'unmatched', candidates: [], suggestions: [] };
  const inside = provincePlace ? match.candidates.filter((place) => place.id.slice(0, 5) === provincePlace.id.slice(0, 5)) : match.candidates;
  const question = province === '' ? city : `${city}, ${province}`;
  const [only] = inside;
  if (only && inside.length === 1) return { ...found(only, 'city'), reasons: [...remarks, say('placeFound', 'city', calledPlace(only))] };
  if (inside.length > 1) {
    return { territoryId: null, group: 'placeToChoose', reasons: [...remarks, say('cityAmbiguous', 'city', { city, count: inside.length })], candidates: offer(inside), question };
  }
  const contradiction = match.candidates.length > 0 ? say('provinceDisagrees', 'city', { city, province }) : say('cityUnknown', 'city', { city });
  const offered = offer([...match.candidates, ...match.suggestions].slice(0, 8));
  return { territoryId: null, group: 'placeUnknown', reasons: [...remarks, contradiction, ...twoCountries(city, countriesOf.get(city))], candidates: offered, question: offered.length > 0 ? question : null };
}

function found(place: PlaceCandidate, field: string): RowPlace {
  return { territoryId: place.id, group: 'placed', reasons: [say('placeFound', field, calledPlace(place))], candidates: [], question: null };
}

function elsewhere(row: ImportRow, { cities, countriesOf, provinces }: Gazetteer, countryPlace: PlaceCandidate | undefined, remarks: RowReason[]): RowPlace {
  const [city, country] = [textOf(row, 'city'), textOf(row, 'country')];
  const match = cities.get(city);
  const chinese = match?.status === 'unique' ? match.candidates[0] : undefined;
  const disagrees = chinese
    ? say('countryDisagrees', 'country', { city, country, ...calledPlace(chinese) })
    : say('placeElsewhere', 'country', { city: city === '' ? '–' : city, country });
  const candidates = [...(match?.candidates ?? []), ...(countryPlace ? [countryPlace] : [])].map((place) => candidateOf(place, provinces));
  const group = city === '' ? 'placeMissing' : 'placeElsewhere';
  const missing = city === '' ? [say('cityMissing', 'city')] : [];
  return { territoryId: null, group, reasons: [...remarks, ...missing, disagrees, ...(chinese ? [] : twoCountries(city, countriesOf.get(city)))], candidates, question: candidates.length === 0 ? null : chinese ? `${city}, ${country}` : country };
}

function twoCountries(city: string, countries: Map<string, number> | undefined): RowReason[] {
  if (!countries || countries.size < 2) return [];
  return [say('cityInTwoCountries', 'city', { city, countries: [...countries].toSorted((a, b) => b[1] - a[1]).map(([name, count]) => `${name} ${count}`).join(' / ') })];
}

/** A person's choice counts only among the candidates that the row offers. */
function decided(row: ImportRow, place: RowPlace): RowPlace {
  if (!row.decision || place.question === null) return place;
  const { candidateId } = row.decision;
  if (candidateId === null) return { ...place, group: place.group === 'placeToChoose' ? 'placeUnknown' : place.group, reasons: [...place.reasons, say('placeDeclined', 'city')] };
  const chosen = place.candidates.find(({ id }) => id === candidateId);
  if (!chosen) return place;
  return { ...place, territoryId: chosen.id, group: 'placed', reasons: [say('placeChosen', 'city', called(chosen.label, chosen.detail))] };
}
