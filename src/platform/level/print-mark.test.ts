import { expect, it } from 'vitest';
import { printMark } from './print-mark.ts';

const now = new Date('2026-03-01T16:30:00Z');

it('names who printed and when, in the time zone of the space, on sensitive pages only', () => {
  const shanghai = printMark({ name: 'Li' } as never, now, 'sensitive', { language: 'en', timeZone: 'Asia/Shanghai' });
  expect([shanghai?.startsWith('Li · '), shanghai?.includes('2 Mar') || shanghai?.includes('Mar 2'), shanghai?.includes('00:30')]).toEqual([true, true, true]);
  expect(printMark({ name: 'Li' } as never, now, 'sensitive', { language: 'en', timeZone: 'UTC' })).toContain('16:30');
  for (const level of ['public', 'internal'] as const) expect(printMark({ name: 'Li' } as never, now, level, { language: 'en', timeZone: 'UTC' })).toBeUndefined();
});
