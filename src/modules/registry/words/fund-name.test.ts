import { expect, it } from 'vitest';
import { fundWordIn } from './fund-name.ts';

it.each([
  ['Guojin Xinxin Flexible Allocation Mixed Fund (LOF)', '', 'LOF'],
  ['E Fund Keshun Regular Open Flexible Allocation Mixed Fund', '', 'Fund'],
  ['Bosera SZSE RAFI 200 Index ETF', '', 'ETF'],
  ['China Universal Huitiantong MMkt E', '', 'MMkt'],
  ['广发沪深300ETF', '', 'ETF'],
  ['华夏成长证券投资基金', '', '证券投资基金'],
  ['易方达蓝筹精选混合型基金A', '', '基金A'],
  ['Yinhua HSCEI Graded', 'Yinhua HSCEI Graded is a fund that tracks an index.', 'is a fund'],
])('finds the fund in %s', (name, description, word) => {
  expect(fundWordIn(name, description)).toBe(word);
});

it.each([
  ['CPIC FUND MANAGEMENT CO LTD', ''],
  ['E Fund Management Co., Ltd.', ''],
  ['某某基金管理有限公司', ''],
  ['某某教育基金会', ''],
  ['Profunda Metals Co., Ltd.', 'Profunda Metals makes copper parts; its funds come from its owners.'],
  ['Fundan Pharma', ''],
])('leaves %s an organisation', (name, description) => {
  expect(fundWordIn(name, description)).toBeNull();
});
