import { beforeAll, expect, it } from 'vitest';
import { testProduct, type TestProduct } from '../../../test/test-product.ts';

let house: TestProduct;
let [operator, reader, cluster, organisation] = ['', '', '', ''];
const whole = { scopeKind: 'space' as const, scopeId: null };
const page = (cookie: string | null, path: string, language = 'en') => house.request(cookie, { method: 'GET', url: `/print${path}`, headers: { 'accept-language': language } });

beforeAll(async () => {
  house = await testProduct();
  const spaceId = await house.newSpace();
  await house.addUser(spaceId, 'op', { role: 'operator', ...whole });
  await house.addUser(spaceId, 'reader', { role: 'reader', ...whole });
  [operator, reader] = [await house.signIn('op'), await house.signIn('reader')];
  const make = async (path: string, payload: object): Promise<string> => (await house.request(operator, { method: 'POST', url: `/api/v1${path}`, payload })).json().id;
  cluster = await make('/clusters', { name: { zh: '光电集群', en: 'Optics cluster' }, description: '<script>alert(1)</script>', territories: [{ territoryId: 'cn:440300', scope: 'base' }] });
  organisation = await make('/organisations', { name: { zh: '<img src=x onerror=alert(1)>' }, type: 'enterprise' });
  const hidden = await make('/organisations', { name: { zh: '不公开单位' }, type: 'enterprise', visibility: 'internal' });
  for (const organisationId of [organisation, hidden]) await make(`/clusters/${cluster}/members`, { organisationId });
  const sourceId = await make('/sources', { title: '统计公报', kind: 'officialStatistics', publishedOn: '2024-05-01' });
  await make('/attributes', { key: 'revenue', name: { zh: '营业收入', en: 'Revenue' }, unit: 'CNY' });
  await make('/statements', { subjectKind: 'cluster', subjectId: cluster, attributeKey: 'revenue', value: '3900000', period: '2023', sourceId });
  await make('/statements', { subjectKind: 'cluster', subjectId: cluster, attributeKey: 'revenue', operator: 'notStated', period: '2022', sourceId });
}, 60_000);

it('prints a cluster in both languages, closed to scripts, with sources and what is not known', async () => {
  const english = await page(operator, `/clusters/${cluster}`);
  expect(english.statusCode).toBe(200);
  expect(english.headers['content-type']).toContain('text/html');
  expect(english.headers['content-security-policy']).toContain("default-src 'none'");
  expect(english.headers['content-security-policy']).not.toContain('script-src');
  for (const words of ['<html lang="en">', 'Optics cluster', 'Revenue', '2023', '统计公报', 'not stated', 'not known', '不公开单位', '2 of 2 members']) expect(english.body).toContain(words);
  expect(english.body).not.toContain('<script');
  expect(english.body).toContain('&lt;img src=x');
  const chinese = await page(operator, `/clusters/${cluster}`, 'zh-CN');
  for (const words of ['<html lang="zh-CN">', '光电集群', '营业收入', '产业集群档案']) expect(chinese.body).toContain(words);
  for (const body of [english.body, chinese.body]) expect(body).not.toMatch(/registry\.|web\.|\{\{|undefined|NaN/);
});

it('prints an organisation', async () => {
  const { statusCode, body } = await page(operator, `/organisations/${organisation}`);
  expect([statusCode, body.includes('Optics cluster')]).toEqual([200, true]);
  expect(body).not.toMatch(/registry\.|web\.|\{\{|undefined|NaN/);
});

it('leaves out what the reader may not see', async () => {
  const { body } = await page(reader, `/clusters/${cluster}`);
  expect([body.includes('Optics cluster'), body.includes('不公开单位'), body.includes('1 of 1 members')]).toEqual([true, false, true]);
});

it('says in a page what is wrong, and leads to the sign-in', async () => {
  const nobody = await page(null, `/clusters/${cluster}`);
  expect([nobody.statusCode, nobody.headers['content-type']]).toEqual([401, 'text/html; charset=utf-8']);
  expect(nobody.body).toContain(`/sign-in?next=${encodeURIComponent(`/print/clusters/${cluster}`)}`);
  const missing = await page(operator, '/clusters/00000000-0000-7000-8000-000000000000', 'zh-CN');
  expect([missing.statusCode, missing.body.includes('<html lang="zh-CN">'), missing.body.includes('返回首页')]).toEqual([404, true, true]);
  expect((await page(operator, '/clusters/%3Cscript%3E')).body).not.toContain('<script');
});
