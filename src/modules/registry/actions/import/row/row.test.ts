import { describe, expect, it } from 'vitest';
import { importTargets } from '../import-targets.ts';
import { readDegrees, readPin } from './pin-cells.ts';
import { choiceIn, RowReader, type ChoiceWords } from './row-reader.ts';

it.each([
  ['113.12', 113.12], ['113,12', 113.12], ['-71.0589', -71.0589], ['113°07′12″', 113.12], ["113°7'12\"E", 113.12], ['东经113度7分12秒', 113.12], ['33.5S', -33.5], ['北纬 23.02°', 23.02],
  ['E 113.12', 113.12], ['１１３．１２', 113.12], ['abc', Number.NaN], ['113.12.5', Number.NaN], ['', Number.NaN],
])('reads the degrees of %s', (cell, degrees) => {
  if (Number.isNaN(degrees)) expect(readDegrees(cell)).toBeNaN();
  else expect(readDegrees(cell)).toBeCloseTo(degrees, 6);
});

describe('a pin', () => {
  const pinOf = (longitude: string, latitude: string, datum = '') => {
    const reader = new RowReader({ rowNumber: 2, values: { longitude, latitude, datum } });
    return { pin: readPin(reader), reasons: reader.remarks.map(({ reason }) => reason) };
  };
  it('keeps its value and its datum', () => {
    expect(pinOf('113.1219', '23.0215', '高德')).toEqual({ pin: { longitude: 113.1219, latitude: 23.0215, datum: 'gcj02' }, reasons: [] });
    expect(pinOf('113.1219', '23.0215').pin?.datum).toBe('unknown');
    expect(pinOf('113.1219', '23.0215', '月球')).toMatchObject({ pin: { datum: 'unknown' }, reasons: ['choiceLeftEmpty'] });
  });
  it.each([
    ['', '23', 'pinHalf'], ['0', '0', 'pinZero'], ['x', '23', 'pinUnreadable'], ['38404000', '2540000', 'pinProjected'], ['23.02', '113.12', 'pinSwapped'], ['200', '23', 'pinOutOfRange'], ['113', '-91', 'pinOutOfRange'],
  ])('of %s, %s is none: %s', (longitude, latitude, reason) => {
    expect(pinOf(longitude, latitude)).toEqual({ pin: null, reasons: [reason] });
  });
});

describe('a choice', () => {
  const words: ChoiceWords<'littleGiant' | 'other'> = { littleGiant: ['专精特新“小巨人”企业', 'Little giant', '小巨人'], other: ['其他', 'Other'] };
  it('is read by value, label and the words that people write', () => {
    for (const cell of ['littleGiant', '专精特新"小巨人"企业', ' little GIANT ', '小巨人']) expect(choiceIn(words, cell), cell).toBe('littleGiant');
    expect(choiceIn(words, '巨人')).toBeNull();
  });
  it('refuses the row where it is needed, else says so and stays empty', () => {
    const reader = new RowReader({ rowNumber: 2, values: { a: 'x' } });
    expect([reader.choice('a', words), reader.choice('a', words, true), reader.choice('b', words), reader.choice('b', words, true)]).toEqual([null, null, null, null]);
    expect([reader.remarks.map(({ reason }) => reason), reader.refusals.map(({ reason }) => reason)]).toEqual([['choiceLeftEmpty'], ['choiceUnknown', 'choiceMissing']]);
    expect(reader.refusals[0]?.params).toEqual({ value: 'x', allowed: '专精特新“小巨人”企业、其他', allowedEn: 'Little giant, Other' });
  });
});

describe('every target of the register', () => {
  it.each(importTargets.map((target) => [target.id, target] as const))('%s names each field and reason in both languages, and each field once', (_, target) => {
    expect(new Set(target.fields.map(({ key }) => key)).size).toBe(target.fields.length);
    for (const { key, label, choices = [], kind, hints } of target.fields) {
      expect([label.zh, label.en].every(Boolean), key).toBe(true);
      expect(hints.length, key).toBeGreaterThan(0);
      if (choices.length > 0) expect(kind, key).toBe('choice');
    }
    for (const [key, { zh, en }] of Object.entries(target.reasons)) {
      const named = (sentence: string) => [...sentence.matchAll(/\{\{(\w+?)(?:En)?\}\}/g)].map(([, name]) => name).toSorted();
      expect(named(zh), key).toEqual(named(en));
    }
    expect(target.groups.some(({ written }) => written)).toBe(true);
  });
});
