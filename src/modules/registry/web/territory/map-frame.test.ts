import { describe, expect, it } from 'vitest';
import { frameOf } from './map-frame.ts';

const province = (id: string) => ({ id, level: 'province' });
const city = (id: string) => ({ id, level: 'city' });

describe('the map of a territory', () => {
  it('shows a province with its prefectures and a city among its neighbours', () => {
    expect(frameOf({ id: 'cn:440000', level: 'province', children: [] })).toEqual({ level: 'prefectures', province: 'cn:440000', only: null });
    expect(frameOf({ id: 'cn:440600', level: 'city', children: [] })).toEqual({ level: 'prefectures', province: 'cn:440000', only: ['cn:440600'] });
  });
  it('shows a region of provinces on the country, and a city group in its main province', () => {
    expect(frameOf({ id: 'cn-region:north-east', level: 'macroRegion', children: [province('cn:210000'), province('cn:220000')] })).toEqual({ level: 'provinces', only: ['cn:210000', 'cn:220000'] });
    expect(frameOf({ id: 'cn-group:greater-bay-area', level: 'cityGroup', children: [city('cn:440100'), city('cn:440300'), province('cn:810000')] })).toMatchObject({ province: 'cn:440000' });
  });
  it('has no map for a county, another country or a generated place', () => {
    expect(frameOf({ id: 'cn:440605', level: 'county', children: [] })).toBeNull();
    expect(frameOf({ id: 'world:DE', level: 'country', children: [] })).toBeNull();
    expect(frameOf({ id: 'sample:A', level: 'city', children: [] })).toBeNull();
  });
});
