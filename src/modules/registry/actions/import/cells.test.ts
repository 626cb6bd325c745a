import { expect, it } from 'vitest';
import { readDay, readWebsite, readYear } from './cells.ts';

it.each([
  ['www.example.cn', 'http://www.example.cn'],
  ['HTTP://Example.cn/', 'http://example.cn'],
  ['http(s)://example.cn/a', 'https://example.cn/a'],
  ['example.cn:8080', 'http://example.cn:8080'],
  ['ftp://example.cn', null],
  ['javascript:alert(1)', null],
  ['none', null],
  ['http://user:pass@example.cn', null],
])('reads the website %s', (cell, address) => {
  expect(readWebsite(cell)).toBe(address);
});

it.each([
  ['2005', 2005],
  ['2005年3月', 2005],
  ['2005-03-01', 2005],
  ['2005/3', 2005],
  ['２００５', 2005],
  ['05', null],
  ['20055', null],
  ['unknown', null],
])('reads the year of %s', (cell, year) => {
  expect(readYear(cell)).toBe(year);
});

it.each([
  ['2022年8月9日', '2022-08-09', false],
  ['2022-08-09', '2022-08-09', false],
  ['２０２２/8/9', '2022-08-09', false],
  ['2022.8.9', '2022-08-09', false],
  ['20220809', '2022-08-09', false],
  ['2022-08-09 00:00:00', '2022-08-09', false],
  ['44782', '2022-08-09', false],
  ['2022.8', '2022-08-31', true],
  ['2024年2月', '2024-02-29', true],
  ['2022', '2022-12-31', true],
  ['2022年', '2022-12-31', true],
  ['2022-02-30', null, false],
  ['2022-13', null, false],
  ['长期', null, false],
  ['9', null, false],
])('reads the day of %s', (cell, day, widened) => {
  expect(readDay(cell, 'last')).toEqual(day === null ? null : { day, widened });
});
