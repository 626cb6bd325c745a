import { describe, expect, it } from 'vitest';
import { classLimits, focusOn, labelledOf } from './map-data.ts';
import type { MapFeature } from './map-data.ts';
import { neighbourOf } from './neighbour.ts';

describe('classes of a map', () => {
  it('cover every value once, in order, and never stand empty', () => {
    const values = [1, 1, 2, 3, 5, 8, 13, 21, 34, 55];
    const limits = classLimits(values, 6);
    expect(limits).toHaveLength(6);
    for (const value of values) expect(limits.filter((each) => value >= each.from && value <= each.to)).toHaveLength(1);
    expect(classLimits([7, 7, 7])).toEqual([{ from: 7, to: 7 }]);
    expect(classLimits([])).toEqual([]);
  });
});

describe('what a map brings forward', () => {
  const square = (id: string, from: number, to: number): MapFeature => ({ id, properties: { name: id, zh: id, en: id, centre: null }, geometry: { type: 'Polygon', coordinates: [[[from, from], [to, from], [to, to], [from, to]]] } });
  it('is centred on the regions asked for, magnified within limits', () => {
    expect(focusOn([square('all', 0, 40), square('one', 10, 20)], ['one'])).toEqual({ center: [15, 15], zoom: 2 });
    expect(focusOn([square('all', 0, 40), square('dot', 1, 2)], ['dot'])?.zoom).toBe(6);
    expect(focusOn([square('all', 0, 40)], ['elsewhere'])).toBeNull();
  });

  it('is named where regions are few, and by the highest where they are many', () => {
    const many = Array.from({ length: 30 }, (_, index) => square(String(index), index, index + 1));
    const values = many.map(({ id }, value) => ({ id, value }));
    expect([...labelledOf(many, values, 2)]).toEqual(['29', '28']);
    expect([...labelledOf(many.slice(0, 3), [{ id: '0', value: 0 }, { id: '1', value: null }], 2)]).toEqual(['0']);
  });
});

describe('the keyboard path', () => {
  const at = (id: string, x: number, y: number): MapFeature => ({ id, properties: { name: id, zh: id, en: id, centre: [x, y] }, geometry: { type: 'Polygon', coordinates: [] } });
  const features = [at('middle', 0, 0), at('east', 5, 1), at('farEast', 9, 0), at('north', 1, 5)];
  it('goes to the nearest region in the direction and stays at the edge', () => {
    expect(neighbourOf(features, 'middle', 'ArrowRight')).toBe('east');
    expect(neighbourOf(features, 'middle', 'ArrowUp')).toBe('north');
    expect(neighbourOf(features, 'middle', 'ArrowLeft')).toBe('middle');
    expect(neighbourOf(features, null, 'ArrowRight')).toBe('middle');
    expect(neighbourOf(features, 'middle', 'a')).toBeNull();
  });
});
