import type { Name } from '#platform/i18n/name.schema.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import { judgePins } from '../../../store/pin.ts';
import type { datums } from '../../../words/organisation.schema.ts';
import { choicesOf, type ChoiceWords, type RowReader } from './row-reader.ts';
import type { ImportField } from '#platform/module/module.ts';

export interface GivenPin {
  longitude: number;
  latitude: number;
  datum: (typeof datums)[number];
}

const datumWords: ChoiceWords<(typeof datums)[number]> = {
  wgs84: ['WGS-84', 'WGS-84', 'epsg:4326', 'gps', 'cgcs2000', '国家2000', '2000国家大地坐标系'],
  gcj02: ['GCJ-02（火星坐标）', 'GCJ-02', 'gcj02', '火星坐标', '国测局坐标', '高德', '高德坐标', '腾讯', '腾讯坐标', 'amap'],
  bd09: ['BD-09（百度坐标）', 'BD-09', 'bd09', '百度', '百度坐标', 'baidu'],
  unknown: ['坐标系未知', 'Datum unknown', '未知', '不详', 'unknown'],
};

/** The columns of a pin, the same for every record that has one. */
export const pinFields: readonly ImportField[] = [
  {
    key: 'longitude', label: { zh: '经度', en: 'Longitude' }, required: false, kind: 'coordinate', hints: ['longitude', '经度', 'lng', 'lon', 'long', 'x', '经度坐标'], example: '113.1219',
    note: { zh: '十进制度数，东经为正；度分秒（113°07′19″）也能读。投影坐标（米）不收。', en: 'Decimal degrees, east positive; 113°07′19″ is read too. Projected metres are not taken.' },
  },
  { key: 'latitude', label: { zh: '纬度', en: 'Latitude' }, required: false, kind: 'coordinate', hints: ['latitude', '纬度', 'lat', 'y', '纬度坐标'], example: '23.0215', note: { zh: '十进制度数，北纬为正。', en: 'Decimal degrees, north positive.' } },
  {
    key: 'datum', label: { zh: '坐标系', en: 'Coordinate system' }, required: false, kind: 'choice', hints: ['datum', '坐标系', '坐标系统', '坐标类型', 'crs', 'coordinate system'], choices: choicesOf(datumWords), example: 'WGS-84',
    note: { zh: '不知道就留空：坐标按原值保留，误差可能有几百米。', en: 'Leave it empty when nobody knows: the value is kept as it is and may be some hundred metres off.' },
  },
];

/** Degrees as `113.12`, `113,12`, `113°07′19″E` or `E113.12`; not a number for anything else. */
export function readDegrees(cell: string): number {
  const text = cell.normalize('NFKC').replace(/\s+/gu, '').replace(/[东經经緯纬]/gu, '').toUpperCase();
  const away = /[SW西南]/u.test(text) ? -1 : 1;
  const bare = text.replace(/[NESW北南西度]/gu, (mark) => (mark === '度' ? '°' : ''));
  const parted = /^(\d{1,3})°(?:(\d{1,2}(?:\.\d+)?)[′'’分](?:(\d{1,2}(?:\.\d+)?)(?:[″"”秒]|''|′′)?)?)?$/u.exec(bare);
  if (parted) return away * (Number(parted[1]) + Number(parted[2] ?? 0) / 60 + Number(parted[3] ?? 0) / 3600);
  const plain = /^([+-]?\d+(?:[.,]\d+)?)°?$/u.exec(bare);
  return plain?.[1] ? away * Number(plain[1].replace(',', '.')) : Number.NaN;
}

/** What can be told from the two cells alone: half a pin, 0/0, metres and impossible degrees are said and left empty. */
export function readPin(reader: RowReader): GivenPin | null {
  const [x, y] = [reader.cell('longitude'), reader.cell('latitude')];
  if (x === '' && y === '') return null;
  const value = `${x}, ${y}`.slice(0, 60);
  if (x === '' || y === '') return reader.remark('pinHalf', x === '' ? 'longitude' : 'latitude');
  const [longitude, latitude] = [readDegrees(x), readDegrees(y)];
  if (Number.isNaN(longitude) || Number.isNaN(latitude)) return reader.remark('pinUnreadable', 'longitude', { value });
  if (longitude === 0 && latitude === 0) return reader.remark('pinZero', 'longitude');
  if (Math.abs(longitude) > 1000 && Math.abs(latitude) > 1000) return reader.remark('pinProjected', 'longitude', { value });
  if (Math.abs(latitude) > 90 && Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90) return reader.remark('pinSwapped', 'longitude', { value });
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) return reader.remark('pinOutOfRange', 'longitude', { value });
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return { longitude: round(longitude), latitude: round(latitude), datum: reader.choice('datum', datumWords) ?? 'unknown' };
}

/** Says of each pin that lies outside of its place how far, and whether it would be inside with the two exchanged. */
export async function remarkPins(db: SpaceDb, given: readonly { reader: RowReader; pin: GivenPin | null; territoryId: string | null; name: Name | null }[]): Promise<void> {
  const pinned = given.flatMap(({ pin, ...rest }) => (pin ? [{ ...rest, pin }] : []));
  const verdicts = await judgePins(db, pinned.map(({ pin, territoryId }) => ({ ...pin, territoryId })));
  const outside = pinned.flatMap((one, index) => (verdicts[index]?.pinVerdict === 'outside' ? [{ ...one, distance: verdicts[index]?.pinDistance ?? 0 }] : []));
  const turned = outside.filter(({ pin }) => Math.abs(pin.longitude) <= 90);
  const exchanged = await judgePins(db, turned.map(({ pin, territoryId }) => ({ ...pin, longitude: pin.latitude, latitude: pin.longitude, territoryId })));
  const inside = new Set(turned.filter((_, index) => exchanged[index]?.pinVerdict === 'inside' || exchanged[index]?.pinVerdict === 'noPolygon').map(({ reader }) => reader));
  for (const { reader, pin, name, distance } of outside) {
    if (inside.has(reader)) reader.remark('pinSwapped', 'longitude', { value: `${pin.longitude}, ${pin.latitude}` });
    reader.remark('pinOutside', 'longitude', { place: name?.zh ?? name?.en ?? '', placeEn: name?.en ?? name?.zh ?? '', distance: Math.round(distance / 1000) });
  }
}
