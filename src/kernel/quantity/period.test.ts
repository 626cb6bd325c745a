import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromNumber, dayNumber, daysBetween, dayText, parseDay, yearsBetween } from './calendar.ts';
import { growth } from './growth.ts';
import { containsPeriod, endDay, nextPeriod, overlapsPeriod, parsePeriod, periodText, previousPeriod, startDay, yearEarlier, type Period, type SimplePeriod } from './period.ts';

function period(text: string): Period {
  const answer = parsePeriod(text);
  if (!answer.ok) throw new Error(`${text}: ${answer.reason}`);
  return answer.value;
}

const year = fc.integer({ min: 1900, max: 2100 });
const month = fc.integer({ min: 1, max: 12 });
const simple: fc.Arbitrary<SimplePeriod> = fc.oneof(
  fc.record({ kind: fc.constant('year' as const), year }),
  fc.record({ kind: fc.constant('half' as const), year, half: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ kind: fc.constant('quarter' as const), year, quarter: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('month' as const), year, month }),
  fc.record({ kind: fc.constant('yearToDate' as const), year, month }),
  fc.record({ kind: fc.constant('fiscalYear' as const), year, startMonth: month }),
  fc.integer({ min: -20000, max: 40000 }).map((number) => ({ kind: 'day' as const, ...dayFromNumber(number) })),
);
const anyPeriod: fc.Arbitrary<Period> = fc.oneof(
  simple,
  fc
    .tuple(simple, simple)
    .map(([from, until]): Period => ({ kind: 'span', from, until }))
    .filter((span) => startDay(span) <= endDay(span)),
);

describe('calendar', () => {
  it('agrees with known days', () => {
    expect(dayNumber({ year: 1970, month: 1, day: 1 })).toBe(0);
    expect(dayNumber({ year: 2000, month: 3, day: 1 })).toBe(11017);
    expect(dayText(dayFromNumber(-1))).toBe('1969-12-31');
    expect(parseDay('2023-02-29')).toBeNull();
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(yearsBetween('2020-02-29', '2021-02-28')).toBe(0);
    expect(yearsBetween('2020-02-29', '2021-03-01')).toBe(1);
    expect(yearsBetween('2022-05-01', '2019-05-01')).toBe(-3);
  });

  it('agrees with the platform calendar over eight centuries', () => {
    fc.assert(
      fc.property(fc.integer({ min: -150000, max: 150000 }), (number) => {
        const text = dayText(dayFromNumber(number));
        expect(text).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10));
        const day = parseDay(text);
        expect(day && dayNumber(day)).toBe(number);
      }),
    );
  });
});

describe('period', () => {
  it('knows its days', () => {
    const days = (text: string) => [startDay(period(text)), endDay(period(text))];
    expect(days('2022-H1')).toEqual(['2022-01-01', '2022-06-30']);
    expect(days('2022-Q4')).toEqual(['2022-10-01', '2022-12-31']);
    expect(days('2024-02')).toEqual(['2024-02-01', '2024-02-29']);
    expect(days('2022-YTD09')).toEqual(['2022-01-01', '2022-09-30']);
    expect(days('FY2022-04')).toEqual(['2022-04-01', '2023-03-31']);
    expect(days('2019..2023-H1')).toEqual(['2019-01-01', '2023-06-30']);
    expect(days('2022-03-07T23:59:59Z')).toEqual(['2022-03-07', '2022-03-07']);
  });

  it('refuses what is not one', () => {
    for (const bad of ['', '22', '2022-13', '2022-Q5', '2022-00', '2023-02-30', 'FY2022-13', '2023..2019', '2022..', '2022-3', '0000', '2022-03-07T25:00:00Z']) {
      expect(parsePeriod(bad).ok, bad).toBe(false);
    }
  });

  it('steps by its own kind', () => {
    const before = (text: string) => {
      const found = previousPeriod(period(text));
      return found && periodText(found);
    };
    expect(['2022', '2022-H1', '2022-Q1', '2022-01', '2024-03-01', '2022-YTD09', 'FY2022-04', '2019..2023'].map(before)).toEqual([
      '2021', '2021-H2', '2021-Q4', '2021-12', '2024-02-29', '2021-YTD09', 'FY2021-04', '2014..2018',
    ]);
    expect(before('2022-11..2023-02')).toBe('2022-07..2022-10');
    expect(before('2022-03-01..2022-03-10')).toBe('2022-02-19..2022-02-28');
    expect(before('2022-03-07T00:00:00Z')).toBeNull();
    expect(before('0001')).toBeNull();
    expect(yearEarlier(period('2022-Q3'))).toEqual(period('2021-Q3'));
  });

  it('holds and meets', () => {
    expect(containsPeriod(period('2022'), period('2022-Q3'))).toBe(true);
    expect(containsPeriod(period('2022'), period('FY2022-04'))).toBe(false);
    expect(overlapsPeriod(period('2022'), period('FY2022-04'))).toBe(true);
    expect(overlapsPeriod(period('2022'), period('2023'))).toBe(false);
    expect(containsPeriod(period('2022-03'), period('2022-03-07T08:00:00Z'))).toBe(true);
  });

  it('survives its text form, and next undoes previous', () => {
    fc.assert(
      fc.property(anyPeriod, (any) => {
        expect(parsePeriod(periodText(any))).toEqual({ ok: true, value: any });
        const before = previousPeriod(any);
        if (before === null) return;
        const back = nextPeriod(before);
        expect(back && [startDay(back), endDay(back)]).toEqual([startDay(any), endDay(any)]);
        expect(overlapsPeriod(before, any)).toBe(false);
      }),
    );
  });

  it('containing is a partial order and implies meeting', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (a, b) => {
        expect(containsPeriod(a, a)).toBe(true);
        expect(overlapsPeriod(a, b)).toBe(overlapsPeriod(b, a));
        if (containsPeriod(a, b)) expect(overlapsPeriod(a, b)).toBe(true);
      }),
    );
  });
});

describe('growth', () => {
  it('is in percent, with the sign of the direction', () => {
    const of = (now: string | null, before: string | null) => {
      const answer = growth({ period: period('2021'), value: now }, { period: period('2018'), value: before }, 1);
      return answer.ok ? answer.value : answer.reason;
    };
    expect(of('77.28', '37.95')).toBe('103.6');
    expect(of('-1', '-2')).toBe('50');
    expect(of('5', '0')).toBe('fromZero');
    expect(of(null, '1')).toBe('unknownValue');
    expect(growth({ period: period('2022-YTD09'), value: '1' }, { period: period('2021'), value: '1' })).toMatchObject({ reason: 'notComparable' });
    expect(growth({ period: period('2024-02'), value: '2' }, { period: period('2024-01'), value: '1' })).toEqual({ ok: true, value: '100' });
  });
});
