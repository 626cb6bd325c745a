import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, instantOf, isTimeZone, wallTime } from './zoned-time.rules.ts';

const zones = fc.constantFrom('Asia/Shanghai', 'Asia/Kathmandu', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Auckland', 'UTC');

test('what a wall shows leads back to its instant, but for the hour that summer time repeats', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1995-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }), zones, (date, zone) => {
      const instant = Math.floor(date.getTime() / 1000) * 1000;
      const back = instantOf(wallTime(new Date(instant), zone), zone).getTime();
      return back === instant || (back < instant && instant - back <= 3_600_000 && dayOf(new Date(back), zone) === dayOf(new Date(instant), zone));
    }),
  );
});

test('an hour that summer time leaves out is the one after it', () => {
  const skipped = { year: 2026, month: 3, day: 29, hour: 2, minute: 30, second: 0 };
  expect(instantOf(skipped, 'Europe/Berlin').toISOString()).toBe('2026-03-29T01:30:00.000Z');
});

test('the day changes at midnight of the zone', () => {
  expect(dayOf(new Date('2026-11-22T15:59:59Z'), 'Asia/Shanghai')).toBe('2026-11-22');
  expect(dayOf(new Date('2026-11-22T16:00:00Z'), 'Asia/Shanghai')).toBe('2026-11-23');
});

test.each([['Asia/Shanghai', true], ['UTC', true], ['Asia/Beijing', false], ['+08:00', false], ['', false], ["Asia/Shanghai'; --", false]])('%s', (name, known) => {
  expect(isTimeZone(name)).toBe(known);
});
