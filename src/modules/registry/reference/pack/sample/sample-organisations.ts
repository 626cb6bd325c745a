import { contains, type Area } from '#kernel/space/pin.ts';
import type { Rng } from '#kernel/stats/rng.ts';
import { completeUscc } from '#kernel/text/uscc.ts';
import type { OrganisationRow } from '../pack-types.ts';
import { sampleLetters, samplePlaces } from './sample-places.ts';
import { enterpriseSubtypes, otherKinds, ownerships, provinceShares, sizes, trades } from './sample-vocabulary.ts';

/** A real prefecture (or municipality) with its outline, as the reference tables hold it. */
export interface Prefecture {
  id: string;
  area: Area;
}

export const sampleSize = 2_000;
const pinsOutside = 12;
const withoutPlace = 24;

/**
 * Credit codes of generated organisations carry a check character that is right and a prefix that cannot be: `X` is no
 * registering department and 000000 is no division. No such code has been or can be issued.
 */
export function sampleUscc(serial: number): string {
  return completeUscc(`XX000000${String(serial).padStart(9, '0')}`);
}

function bounds(area: Area): [west: number, south: number, east: number, north: number] {
  const rings = area.type === 'Polygon' ? area.coordinates : area.coordinates.flat();
  const points = rings.flat();
  const xs = points.map(([x = 0]) => x);
  const ys = points.map(([, y = 0]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/** A point inside the outline, by rejection, drawn towards the middle as settlements are; null when none is found. */
function pinInside(rng: Rng, area: Area): { longitude: number; latitude: number } | null {
  const [west, south, east, north] = bounds(area);
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const near = (low: number, high: number) => low + (high - low) * Math.min(1, Math.max(0, 0.5 + 0.17 * rng.normal()));
    const [longitude, latitude] = [round(near(west, east)), round(near(south, north))];
    if (contains(area, [longitude, latitude])) return { longitude, latitude };
  }
  return null;
}

function foundedYear(rng: Rng, type: OrganisationRow['type']): number | null {
  if (rng.chance(0.04)) return null;
  if (type === 'government' || type === 'research') return rng.whole(1952, 2020);
  // young firms are many, old ones few
  return Math.max(1978, 2024 - Math.floor(-Math.log(1 - rng.unit()) * 11));
}

type Draft = Pick<OrganisationRow, 'key' | 'name' | 'type' | 'subtype' | 'industryId' | 'sizeClass' | 'ownership' | 'origin' | 'sector'>;

function draft(rng: Rng, serial: number): Draft {
  const number = String(serial).padStart(4, '0');
  const key = `sample${number}`;
  if (rng.chance(0.79)) {
    const [industryId, zh, en] = rng.weighted(trades.map((trade) => [trade, trade[3]] as const));
    const sizeClass = rng.weighted(sizes);
    const subtype = industryId === 'gbt4754:I65' ? 'softwareFirm' : rng.weighted(enterpriseSubtypes);
    const form = sizeClass === 'large' ? '股份有限公司' : '有限公司';
    return {
      key, type: 'enterprise', subtype, industryId: rng.chance(0.03) ? null : industryId, sizeClass, ownership: rng.weighted(ownerships), sector: 'market',
      name: { zh: `样例${number}${zh}${form}`, en: `Sample ${en} ${number}` },
      origin: rng.weighted([['endogenous', 62], ['attracted', 25], [null, 13]] as const),
    };
  }
  const kind = rng.weighted(otherKinds.map((each) => [each, each.share] as const));
  const sector = kind.type === 'government' ? 'government' : kind.type === 'association' ? 'society' : null;
  return {
    key, type: kind.type, subtype: kind.subtype, industryId: kind.industryId ?? null, sizeClass: null, sector,
    ownership: kind.type === 'government' ? 'public' : null, origin: null,
    name: { zh: `样例${number}${kind.zh}`, en: `Sample ${kind.en} ${number}` },
  };
}

/**
 * About two thousand generated organisations: two fifths in the generated cities, most of the rest in real prefectures
 * with a pin inside the outline, a few with a pin outside and a few without any place.
 */
export function sampleOrganisations(rng: Rng, prefectures: readonly Prefecture[]): OrganisationRow[] {
  const cities = samplePlaces.filter((place) => place.level !== 'province');
  const byProvince = provinceShares.map(([code, share]) => [prefectures.filter((place) => place.id.startsWith(`cn:${code}`)), share] as const).filter(([places]) => places.length > 0);
  let outside = byProvince.length > 0 ? pinsOutside : 0;
  return Array.from({ length: sampleSize }, (_, at): OrganisationRow => {
    const serial = at + 1;
    const row: OrganisationRow = {
      ...draft(rng, serial),
      uscc: rng.chance(0.85) ? sampleUscc(serial) : null,
      foundedYear: null,
      visibility: rng.chance(0.03) ? 'internal' : 'open',
      description: '生成的样例记录,不代表任何真实机构。\nA generated sample record; it stands for no real organisation.',
    };
    row.foundedYear = foundedYear(rng, row.type);
    if (at < withoutPlace * 10 && at % 10 === 9) return row;
    if (rng.chance(0.42) || byProvince.length === 0) {
      // the cities are of unequal size, A the largest
      const letter = rng.weighted(sampleLetters.map((each, order) => [each, 6 - order] as const));
      return { ...row, territoryId: rng.pick(cities.filter((place) => place.code.startsWith(letter))).id };
    }
    const prefecture = rng.pick(rng.weighted(byProvince));
    const pin = rng.chance(0.93) ? pinInside(rng, prefecture.area) : null;
    if (!pin) return { ...row, territoryId: prefecture.id };
    // a wrong pin lies four degrees off, so that the verdict "outside" has something to say
    const shift = outside > 0 && at % 97 === 0 ? 4 : 0;
    if (shift > 0) outside -= 1;
    return { ...row, territoryId: prefecture.id, sites: [{ kind: 'registered', territoryId: prefecture.id, longitude: round(pin.longitude + shift), latitude: pin.latitude, datum: 'wgs84' }] };
  });
}
