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

const source = 'world-atlas 2.0.2, 1:110m (Natural Earth, public domain)';
// The atlas draws three areas without a code of their own; they belong to the outline of the state that ISO 3166-1 lists.
const partOf: Readonly<Record<string, string>> = { Kosovo: 'RS', 'N. Cyprus': 'CY', Somaliland: 'SO' };
const polygonsOf = (geometry: Geometry): Extract<Area, { type: 'MultiPolygon' }>['coordinates'] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];

function readOutlines(): Map<string, Area> {
  const atlas = readPackageJson<Atlas>('world-atlas/countries-110m.json');
  const codes = new Map(readPackageJson<[string, string, string][]>('i18n-iso-countries/codes.json').map(([alpha2, , numeric]) => [numeric, alpha2]));
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

const one = (names: string | string[] | undefined): string | undefined => (Array.isArray(names) ? names[0] : names);

function rowOf(code: string, zh: string | undefined, en: string | undefined, drawn: boolean): TerritoryRow {
  const id = `world:${code}`;
  const name = { ...(zh ? { zh } : {}), ...(en ? { en } : {}) };
  const search = searchTextOf({ names: [name], aliases: countryAliases[code] ?? [], codes: [code] });
  return {
    id, code_system_id: 'world', code, name, romanised: false, level: 'country', parent_id: 'world', ancestors: ['world', id], valid_from: null, valid_until: null,
    successor_id: null, longitude: null, latitude: null, has_polygon: drawn, place_keys: [], suggestion_keys: [], search_text: search.text, grams: search.grams,
  };
}

/** The world and its countries by ISO code. Taiwan, Hong Kong and Macao are provinces of China and appear only there. */
export function buildCountries(): { territories: TerritoryRow[]; geometries: GeometryRow[] } {
  const chinese = readPackageJson<Named>('i18n-iso-countries/langs/zh.json').countries;
  const english = readPackageJson<Named>('i18n-iso-countries/langs/en.json').countries;
  const outlines = readOutlines();
  const codes = Object.keys(english).filter((code) => !leftOut.has(code)).toSorted();
  const countries = codes.map((code) => rowOf(code, chineseNames[code] ?? one(chinese[code]), shortEnglishNames[code] ?? one(english[code]), code === 'CN' || outlines.has(code)));
  const search = searchTextOf({ names: [{ zh: '世界', en: 'World' }] });
  const world: TerritoryRow = {
    ...rowOf('001', '世界', 'World', false), id: 'world', level: 'world', parent_id: null, ancestors: ['world'], search_text: search.text, grams: search.grams,
  };
  const geometries = [...outlines].map(([code, geometry]): GeometryRow => ({ territory_id: `world:${code}`, geometry, source, datum: 'wgs84' }));
  return { territories: [world, ...countries], geometries };
}
