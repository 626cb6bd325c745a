import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastDue, readCron } from './cron.rules.ts';

describe('when a schedule was last due', () => {
  test.each([
    ['0 8 * * *', '2026-11-22T08:00:00Z', 'Asia/Shanghai', '2026-11-22T00:00:00.000Z'],
    ['0 8 * * *', '2026-11-21T23:59:59Z', 'Asia/Shanghai', '2026-11-21T00:00:00.000Z'],
    ['*/15 * * * *', '2026-11-22T08:14:59Z', 'Asia/Shanghai', '2026-11-22T08:00:00.000Z'],
    ['30 1 1 * *', '2026-11-22T08:00:00Z', 'Asia/Shanghai', '2026-10-31T17:30:00.000Z'],
    ['0 9 * * 1-5', '2026-11-22T08:00:00Z', 'Europe/Berlin', '2026-11-20T08:00:00.000Z'],
    ['0 0 29 2 *', '2026-11-22T08:00:00Z', 'UTC', '2024-02-29T00:00:00.000Z'],
    ['0 0 1 * 0', '2026-11-24T08:00:00Z', 'UTC', '2026-11-22T00:00:00.000Z'],
  ])('%s at %s in %s', (cron, now, zone, due) => {
    expect(lastDue(readCron(cron), new Date(now), zone)?.toISOString()).toBe(due);
  });

  test('is never later than now, and asking again at that instant gives the same', () => {
    const cron = readCron('7,37 3-5 * * *');
    fc.assert(
      fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }), fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York'), (now, zone) => {
        const due = lastDue(cron, now, zone);
        return due !== null && due.getTime() <= now.getTime() && now.getTime() - due.getTime() < 26 * 3_600_000 && lastDue(cron, due, zone)?.getTime() === due.getTime();
      }),
    );
  });

  test.each(['* * * *', '60 * * * *', 'a * * * *', '5-1 * * * *', '*/0 * * * *', '0 0 0 * *'])('%s is no schedule', (text) => {
    expect(() => readCron(text)).toThrow();
  });
});
