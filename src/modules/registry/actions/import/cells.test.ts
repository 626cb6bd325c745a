import { expect, it } from 'vitest';
import { readWebsite, readYear } from './cells.ts';

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
