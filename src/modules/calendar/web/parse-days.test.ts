import { expect, test } from 'vitest';
import { parseDays, writeDays } from './parse-days.ts';
import { weeksOf } from './month-weeks.ts';

test('a pasted year is read in either language, and a line that is none is named', () => {
  const { days, wrong } = parseDays("2027-01-01, 放假, 元旦, New Year's Day\n\n2027-01-02，班，元旦调休\r\n2027-02-30, 放假, 不存在\n2027-01-04\tholiday\t\tExtra");
  expect(wrong).toEqual([4]);
  expect(days).toEqual([
    { day: '2027-01-01', kind: 'holiday', name: { zh: '元旦', en: "New Year's Day" } },
    { day: '2027-01-02', kind: 'workday', name: { zh: '元旦调休' } },
    { day: '2027-01-04', kind: 'holiday', name: { en: 'Extra' } },
  ]);
  expect(parseDays(writeDays(days, { holiday: '放假', workday: '上班' }))).toEqual({ days, wrong: [] });
});

test('a month stands in whole weeks from Monday', () => {
  const weeks = weeksOf(2026, 11);
  expect(weeks.every((week) => week.length === 7)).toBe(true);
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
  expect(weeks.flat().filter(Boolean)).toHaveLength(30);
  expect(weeksOf(2027, 2)).toHaveLength(4);
});
