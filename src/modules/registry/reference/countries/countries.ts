import type { Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Area } from '#kernel/space/pin.ts';
import { searchTextOf } from '#platform/text/folding.ts';
import { readPackageJson } from '../package-json.ts';
import type { CodeSystemRow, GeometryRow, TerritoryRow } from '../reference-rows.ts';
import { chineseNames, countryAliases, leftOut, shortEnglishNames } from './country-names.ts';

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;
type Named = { countries: Record<string, string | string[]> };

export const worldSystem: CodeSystemRow = {
  id: 'world', kind: 'territory', name: { zh: '国家和地区代码', en: 'Country codes' }, issuer: { zh: '国际标准化组织', en: 'International Organization for Standardization' },
  edition: null, source: 'ISO 3166-1, names of npm i18n-iso-countries 7.14.0 (MIT)', valid_from: null, valid_until: null, sample: false, built_in: true,
};

const source = 'world-atlas 2.0.2, 1:110m, small states 1:50m (Natural Earth, public domain)';
/** Coasts and borders at 1:50m were found up to 10 km off at works whose country is beyond doubt. */
const slack = 10_000;
// The atlas draws three areas without a code of their own; they belong to the outline of the state that ISO 3166-1 lists.
const partOf: Readonly<Record<string, string>> = { Kosovo: 'RS', 'N. Cyprus': 'CY', Somaliland: 'SO' };
/** States whose sources count an autonomous part among their own places: a pin there is in the country. */
const within: Readonly<Record<string, readonly string[]>> = { FI: ['AX'], US: ['PR', 'GU', 'VI', 'AS', 'MP'] };
const polygonsOf = (geometry: Geometry): Extract<Area, { type: 'MultiPolygon' }>['coordinates'] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];

/** Two letters, three letters, three digits. */
const isoCodes = () => readPackageJson<[string, string, string][]>('i18n-iso-countries/codes.json');

function readOutlines(scale: '110m' | '50m'): Map<string, Area> {
  const atlas = readPackageJson<Atlas>(`world-atlas/countries-${scale}.json`);
  const codes = new Map(isoCodes().map(([alpha2, , numeric]) => [numeric, alpha2]));
  const outlines = new Map<string, Area>();
  for (const { id, properties, geometry } of feature(atlas, atlas.objects.countries).features) {
    const code = partOf[properties.name] ?? codes.get(String(id).padStart(3, '0'));
    // China's outline comes with its divisions, so that both agree.
    if (!code || code === 'CN' || leftOut.has(code)) continue;
    const held = outlines.get(code);
    outlines.set(code, { type: 'MultiPolygon', coordinates: [...(held ? polygonsOf(held as Geometry) : []), ...polygonsOf(geometry)] });
  }
  return outlines;
}

function judgedBy(code: string, fine: ReadonlyMap<string, Area>): Area | null {
  const areas = [code, ...(within[code] ?? [])].flatMap((part) => fine.get(part) ?? []);
  return areas.length === 0 ? null : { type: 'MultiPolygon', coordinates: areas.flatMap((area) => polygonsOf(area as Geometry)) };
}

const one = (names: string | string[] | undefined): string | undefined => (Array.isArray(names) ? names[0] : names);

function rowOf(code: string, zh: string | undefined, en: string | undefined, drawn: boolean, threeLetters?: string): TerritoryRow {
  const id = `world:${code}`;
  const name = { ...(zh ? { zh } : {}), ...(en ? { en } : {}) };
  const search = searchTextOf({ names: [name], aliases: countryAliases[code] ?? [], codes: [code, ...(threeLetters ? [threeLetters] : [])] });
  return {
    id, code_system_id: 'world', code, name, romanised: false, level: 'country', parent_id: 'world', ancestors: ['world', id], valid_from: null, valid_until: null,
    successor_id: null, longitude: null, latitude: null, has_polygon: drawn, place_keys: [], suggestion_keys: [], search_text: search.text, grams: search.grams,
  };
}

/** The world and its countries by ISO code. Taiwan, Hong Kong and Macao are provinces of China and appear only there. */
export function buildCountries(): { territories: TerritoryRow[]; geometries: GeometryRow[] } {
  const chinese = readPackageJson<Named>('i18n-iso-countries/langs/zh.json').countries;
  const english = readPackageJson<Named>('i18n-iso-countries/langs/en.json').countries;
  const threeLetters = new Map(isoCodes().map(([alpha2, alpha3]) => [alpha2, alpha3]));
  const fine = readOutlines('50m');
  // A state too small for the coarse atlas is drawn from the finer one.
  const outlines = new Map([...fine, ...readOutlines('110m')]);
  const codes = Object.keys(english).filter((code) => !leftOut.has(code)).toSorted();
  const countries = codes.map((code) => rowOf(code, chineseNames[code] ?? one(chinese[code]), shortEnglishNames[code] ?? one(english[code]), code === 'CN' || outlines.has(code), threeLetters.get(code)));
  const search = searchTextOf({ names: [{ zh: '世界', en: 'World' }] });
  const world: TerritoryRow = {
    ...rowOf('001', '世界', 'World', false), id: 'world', level: 'world', parent_id: null, ancestors: ['world'], search_text: search.text, grams: search.grams,
  };
  const geometries = [...outlines].map(([code, geometry]): GeometryRow => ({ territory_id: `world:${code}`, geometry, source, datum: 'wgs84', judged: judgedBy(code, fine), slack }));
  return { territories: [world, ...countries], geometries };
}
