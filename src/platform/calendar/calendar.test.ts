import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isWorkingDay, type SpecialDay, type WorkingCalendar } from './calendar-day.rules.ts';
import { computeDeadline } from './calendar.rules.ts';
import { knownYears } from './known-days.ts';
import { dayOf } from './zoned-time.rules.ts';

const known = [...knownYears().values()].flat();
const china: WorkingCalendar = { timeZone: 'Asia/Shanghai', days: new Map(known.map(({ day, kind, name }) => [day, { kind, name }])), announcedYears: new Set(knownYears().keys()) };
const at = (iso: string): Date => new Date(iso);

describe('deadlines by example', () => {
  test('working days skip the holiday and count the make-up day, and say so', () => {
    const deadline = computeDeadline({ workingDays: 3, at: '17:30' }, at('2026-09-30T02:00:00Z'), china);
    expect(deadline).toMatchObject({ day: '2026-10-10', instant: '2026-10-10T09:30:00.000Z', provisional: false });
    expect(deadline.steps.map(({ en }) => en)).toEqual([
      'It begins on Wednesday 30 Sep 2026, which is not counted itself.',
      'Skipped National Day (1–7 Oct).',
      'Saturday 10 Oct is a make-up working day and counts.',
      'Working day 3 is Saturday 10 Oct 2026.',
      'It ends on 10 Oct at 17:30 (Asia/Shanghai).',
    ]);
    expect(deadline.steps.map(({ zh }) => zh)).toContain('跳过国庆节（10月1日至7日，7 天）。');
  });

  test.each([
    ['late in the evening in UTC it is tomorrow in China', { workingDays: 1 }, '2026-11-22T16:30:00Z', '2026-11-24T15:59:59.000Z'],
    ['calendar days count the weekend', { days: 10 }, '2026-11-12T02:00:00Z', '2026-11-22T15:59:59.000Z'],
    ['and move on where the law wants it', { days: 10, roll: 'nextWorkingDay' }, '2026-11-12T02:00:00Z', '2026-11-23T15:59:59.000Z'],
    ['every month, a Sunday moves on', { monthly: 22, roll: 'nextWorkingDay' }, '2026-11-02T02:00:00Z', '2026-11-23T15:59:59.000Z'],
    ['or back', { monthly: 22, roll: 'previousWorkingDay' }, '2026-11-02T02:00:00Z', '2026-11-20T15:59:59.000Z'],
    ['what moved into this month is still ahead', { monthly: 31, roll: 'nextWorkingDay', at: '09:00' }, '2026-11-01T02:00:00Z', '2026-11-02T01:00:00.000Z'],
    ['a short month ends earlier', { monthly: 31, roll: 'none' }, '2026-11-12T02:00:00Z', '2026-11-30T15:59:59.000Z'],
    ['a date is a date', { date: '2026-10-03', at: '12:00' }, '2026-09-12T02:00:00Z', '2026-10-03T04:00:00.000Z'],
  ] as const)('%s', (_title, rule, start, instant) => {
    expect(computeDeadline(rule, at(start), china).instant).toBe(instant);
  });

  test('in a year without announcement it is provisional, and final once it is announced', () => {
    const start = at('2026-12-30T02:00:00Z');
    const before = computeDeadline({ workingDays: 3 }, start, china);
    expect(before).toMatchObject({ day: '2027-01-04', provisional: true });
    expect(before.steps.at(-1)?.en).toContain('2027 are not announced yet');
    const days = new Map([...china.days, ['2027-01-01', { kind: 'holiday', name: { en: 'New Year' } } satisfies SpecialDay]] as const);
    const after = computeDeadline({ workingDays: 3 }, start, { ...china, days, announcedYears: new Set([...china.announcedYears, 2027]) });
    expect(after).toMatchObject({ day: '2027-01-05', provisional: false });
    expect(computeDeadline({ date: '2027-03-01' }, start, china).provisional).toBe(false);
  });
});

const starts = fc.date({ min: at('2024-01-01'), max: at('2026-06-01'), noInvalidDate: true });
const counts = fc.integer({ min: 1, max: 60 });

describe('deadlines as such', () => {
  test('between the start and the end lie exactly the working days that were asked for', () => {
    fc.assert(
      fc.property(starts, counts, (start, workingDays) => {
        const { day } = computeDeadline({ workingDays }, start, china);
        let counted = 0;
        for (let each = addDays(dayOf(start, china.timeZone), 1); each <= day; each = addDays(each, 1)) if (isWorkingDay(each, china)) counted += 1;
        return counted === workingDays && isWorkingDay(day, china);
      }),
    );
  });

  test('one day more is later, and a later start is never earlier', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 0, max: 400 }), counts, (start, hours, workingDays) => {
        const end = (from: Date, count: number): string => computeDeadline({ workingDays: count }, from, china).instant;
        return end(start, workingDays) < end(start, workingDays + 1) && end(start, workingDays) <= end(new Date(start.getTime() + hours * 3_600_000), workingDays);
      }),
    );
  });

  test('a holiday more never makes it earlier', () => {
    fc.assert(
      fc.property(starts, counts, fc.integer({ min: 1, max: 90 }), (start, workingDays, ahead) => {
        const extra = addDays(dayOf(start, china.timeZone), ahead);
        const days = new Map([...china.days, [extra, { kind: 'holiday', name: { en: 'Extra' } } satisfies SpecialDay]] as const);
        return computeDeadline({ workingDays }, start, china).day <= computeDeadline({ workingDays }, start, { ...china, days }).day;
      }),
    );
  });

  test('a monthly one lies ahead, within about a month, and rolls onto a working day', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 31 }), fc.constantFrom('nextWorkingDay' as const, 'previousWorkingDay' as const), (start, monthly, roll) => {
        const { instant, day } = computeDeadline({ monthly, roll }, start, china);
        const ahead = Date.parse(instant) - start.getTime();
        return ahead > 0 && ahead < 46 * 86_400_000 && isWorkingDay(day, china);
      }),
    );
  });

  test('every one explains itself in both languages, and the same question has the same answer', () => {
    const rules = fc.oneof(fc.record({ workingDays: counts }), fc.record({ days: counts }), fc.record({ monthly: fc.integer({ min: 1, max: 31 }), roll: fc.constantFrom('none' as const, 'nextWorkingDay' as const) }));
    fc.assert(
      fc.property(starts, rules, (start, rule) => {
        const first = computeDeadline(rule, start, china);
        expect(computeDeadline(rule, start, china)).toEqual(first);
        return first.steps.length >= 2 && first.steps.every(({ zh, en }) => /\p{Script=Han}/u.test(zh) && !/\p{Script=Han}/u.test(en) && !zh.includes('undefined') && !en.includes('undefined'));
      }),
    );
  });
});
