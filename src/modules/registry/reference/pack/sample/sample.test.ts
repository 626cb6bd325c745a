import { describe, expect, it } from 'vitest';
import { contains, type Area } from '#kernel/space/pin.ts';
import { checkUscc } from '#kernel/text/uscc.ts';
import { packAttributes } from '../attributes.ts';
import { danglingKeys, invalidRows } from '../check-record-set.ts';
import { referencePack } from '../pack.ts';
import { generateSample } from './generate-sample.ts';

const square = (west: number, south: number): Area => ({ type: 'Polygon', coordinates: [[[west, south], [west + 2, south], [west + 2, south + 2], [west, south + 2], [west, south]]] });
const prefectures = [
  { id: 'cn:440100', area: square(112, 22) },
  { id: 'cn:320500', area: square(120, 30) },
  { id: 'cn:310000', area: square(121, 30) },
];
const sample = generateSample(prefectures);
const areas = new Map(prefectures.map((place) => [place.id, place.area]));

describe('generated sample', () => {
  it('is the same for the same seed', () => {
    expect(generateSample(prefectures)).toEqual(sample);
    expect(generateSample(prefectures, 1).organisations).not.toEqual(sample.organisations);
  });

  it('holds rows that the words accept and points only at itself', () => {
    expect(invalidRows(sample)).toEqual([]);
    // attributes are shared with the pack; every other key must be the sample's own
    expect(danglingKeys({ ...sample, attributes: packAttributes })).toEqual([]);
    const real = new Set([...referencePack.organisations, ...referencePack.clusters, ...referencePack.places, ...referencePack.programmes, ...referencePack.sources, ...referencePack.lists].map((row) => row.key));
    const own = [...sample.organisations, ...sample.clusters, ...sample.places, ...sample.programmes, ...sample.sources, ...sample.lists].map((row) => row.key);
    expect(own.filter((key) => real.has(key))).toEqual([]);
  });

  it('says of everything and everybody that it is a sample', () => {
    const named = [...sample.organisations, ...sample.clusters, ...sample.places, ...sample.programmes, ...sample.lists];
    for (const row of named) {
      expect(row.name.zh).toMatch(/样例/u);
      expect(row.name.en).toMatch(/Sample/u);
    }
    expect(sample.sources.every((source) => source.title.startsWith('样例'))).toBe(true);
    const seats = sample.clusterOrganisations.flatMap((row) => row.bodies ?? []).flatMap((body) => body.seats ?? []);
    expect(seats.length).toBeGreaterThan(30);
    expect(seats.every((seat) => seat.personName?.startsWith('样例·'))).toBe(true);
    expect(sample.titles.every((title) => title.issuer?.startsWith('样例'))).toBe(true);
  });

  it('ties clusters, places and statements to generated places only', () => {
    const places = [...sample.clusters.flatMap((row) => (row.territories ?? []).map((each) => each.territoryId)), ...sample.places.map((row) => row.territoryId ?? 'sample:')];
    expect(places.every((id) => id.startsWith('sample:'))).toBe(true);
    expect([...sample.statements, ...sample.compositions, ...sample.aliases].some((row) => row.subject.kind === 'territory')).toBe(false);
    expect(sample.places.every((row) => row.longitude === undefined)).toBe(true);
    expect(sample.organisations.filter((row) => row.territoryId?.startsWith('sample:')).every((row) => row.sites === undefined)).toBe(true);
  });

  it('has codes that check and cannot be real', () => {
    const codes = sample.organisations.flatMap((row) => row.uscc ?? []);
    expect(codes.length).toBeGreaterThan(1_600);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => code.startsWith('XX000000') && checkUscc(code).valid)).toBe(true);
  });

  it('covers the cases that screens must show', () => {
    const count = (test: (row: (typeof sample.organisations)[number]) => boolean) => sample.organisations.filter(test).length;
    expect(sample.organisations.length).toBeGreaterThan(2_000);
    expect(count((row) => row.type === 'enterprise') / sample.organisations.length).toBeCloseTo(0.79, 1);
    for (const type of ['government', 'research', 'association', 'service']) expect(count((row) => row.type === type)).toBeGreaterThan(20);
    expect(count((row) => row.territoryId === undefined)).toBe(24);
    expect(count((row) => row.visibility === 'internal')).toBeGreaterThan(20);
    const pins = sample.organisations.flatMap((row) => row.sites ?? []);
    const outside = pins.filter((pin) => !contains(areas.get(pin.territoryId ?? '') ?? square(0, 0), [pin.longitude ?? 0, pin.latitude ?? 0]));
    expect(pins.length).toBeGreaterThan(900);
    expect(outside.length).toBeGreaterThan(3);
    expect(outside.length).toBeLessThan(13);
    const sums = sample.compositions.map((row) => [row.total, row.parts.some((part) => part.value === null) ? null : row.parts.reduce((sum, part) => sum + Number(part.value), 0)]);
    expect(sums).toEqual([['168', 168], ['124', 117], ['100', null]]);
    const revenue = sample.statements.filter((row) => row.subject.key === 'sampleClusterA' && row.attributeKey === 'revenue' && row.period === '2024');
    expect(new Set(revenue.map((row) => row.source)).size).toBe(2);
  });
});
