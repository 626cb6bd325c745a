import { describe, expect, test } from 'vitest';
import { dayGroup, daysUntil, localDay } from './day.ts';

const now = new Date(2023, 2, 8, 9, 30);
const at = (day: number, hour: number) => new Date(2023, 2, day, hour).toISOString();

describe('days as the reader counts them', () => {
  test.each([
    [at(8, 0), 0],
    [at(8, 23), 0],
    [at(7, 23), -1],
    [at(9, 0), 1],
    ['2023-03-20', 12],
    ['2023-02-28', -8],
  ])('%s is %i days away', (iso, days) => expect(daysUntil(iso, now)).toBe(days));

  test('a clock a little ahead of ours still means today', () => {
    expect([at(9, 0), at(8, 1), at(7, 1), at(6, 23)].map((iso) => dayGroup(iso, now))).toEqual(['today', 'today', 'yesterday', 'earlier']);
  });

  test('a plain date is not moved by a time zone', () => expect(localDay('2023-03-07')).toBe('2023-03-07'));
});
