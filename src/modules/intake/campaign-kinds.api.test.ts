import { describe, expect, it } from 'vitest';
import { testProduct } from '../../../test/test-product.ts';
import { remindCampaign } from './actions/campaign/campaign-jobs.ts';

const house = await testProduct();
const spaceId = await house.newSpace();
const whole = { scopeKind: 'space' as const, scopeId: null };
await house.addUser(spaceId, 'kinds-operator', { role: 'operator', ...whole });
await house.addUser(spaceId, 'kinds-reader', { role: 'reader', ...whole });
await house.addUser(spaceId, 'kinds-province', { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:440000' });
await house.addUser(spaceId, 'kinds-city', { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:440600' });
const [operator, reader, province, city] = [await house.signIn('kinds-operator'), await house.signIn('kinds-reader'), await house.signIn('kinds-province'), await house.signIn('kinds-city')];

type Json = Record<string, unknown> & { id: string; version: number };
type Answer = Json & { items: Json[]; total: number };
const call = async (cookie: string, method: 'GET' | 'POST' | 'PUT', path: string, payload?: object, version?: number): Promise<Answer> => {
  const response = await house.request(cookie, { method, url: `/api/v1${path}`, headers: version === undefined ? {} : { 'if-match': `"v${version}"` }, ...(payload ? { payload } : {}) });
  if (response.statusCode >= 300) throw new Error(`${method} ${path}: ${response.body}`);
  return response.json<Answer>();
};

async function opened(cookie: string, form: object, campaign: object): Promise<Answer> {
  const draft = await call(cookie, 'POST', '/forms', form);
  await call(cookie, 'POST', `/forms/${draft.id}/publish`, undefined, draft.version);
  const made = await call(cookie, 'POST', '/campaigns', { formId: draft.id, due: { date: '2026-12-15' }, ...campaign });
  return call(cookie, 'POST', `/campaigns/${made.id}/open`, undefined, made.version);
}
const firms = await Promise.all(['甲', '乙', '丙'].map((name) => call(operator, 'POST', '/organisations', { name: { zh: `样例${name}` }, type: 'enterprise', territoryId: 'cn:440605' })));
const weaver = await call(operator, 'POST', '/organisations', { name: { zh: '样例促进中心' }, type: 'service', territoryId: 'cn:440600' });
const cluster = await call(operator, 'POST', '/clusters', { name: { zh: '样例集群' }, territories: [{ territoryId: 'cn:440600', scope: 'base' }] });
await call(operator, 'POST', `/clusters/${cluster.id}/organisations`, { organisationId: weaver.id, role: 'main' });
await house.addUser(spaceId, 'kinds-cluster', { role: 'clusterStaff', scopeKind: 'cluster', scopeId: cluster.id });
const staff = await house.signIn('kinds-cluster');
const entry = (field: string, text: string, more: object = {}) => ({ field, text, ...more });

describe('the annual report of clusters', () => {
  it('is asked of cluster organisations, filled in by their staff, and who is late is published', async () => {
    const form = { name: { zh: '年度报告' }, territoryId: 'cn:440000', legalBasis: 'administrativeFiling', respondent: 'clusterOrganisation', periodicity: 'year', fields: [{ key: 'members', label: { zh: '成员数' }, type: 'number', unit: 'firm', required: true }] };
    const campaign = await opened(province, form, { name: { zh: '2025 年度报告' }, territoryId: 'cn:440000', period: '2025', levels: [{ rank: 'province' }] });
    expect(campaign).toMatchObject({ counts: { total: 1, missing: 1 }, respondent: 'clusterOrganisation' });
    const mine = await call(staff, 'GET', '/my-reports?open=true');
    expect(mine).toMatchObject({ total: 1, items: [{ kind: 'clusterOrganisation', cluster: { id: cluster.id }, organisationId: weaver.id }] });
    const party = mine.items[0] as Json;
    const sent = await call(staff, 'POST', `/parties/${party.id}/submit`, { entries: [entry('members', '128')], isTruthAccepted: true }, party.version);
    expect(sent).toMatchObject({ state: 'submitted', isOnBehalf: false });
    expect((await call(province, 'GET', `/campaigns/${campaign.id}/board?rank=cluster`)).items).toMatchObject([{ id: cluster.id, reported: 1 }]);
    expect((await call(reader, 'GET', '/published-campaigns')).total).toBe(0);
    const open = await call(province, 'GET', `/campaigns/${campaign.id}`);
    await call(province, 'PUT', `/campaigns/${campaign.id}/publication`, { isPublished: true }, open.version);
    expect(await call(reader, 'GET', '/published-campaigns')).toMatchObject({ total: 1, items: [{ counts: { total: 1, reported: 1, late: 0 } }] });
    expect((await house.request(reader, { method: 'GET', url: `/api/v1/campaigns/${campaign.id}` })).statusCode).toBe(403);
  });
});

describe('a form that territories fill in', () => {
  it('asks the counties of the city, and the province sees which of them reported', async () => {
    await house.addUser(spaceId, 'kinds-county', { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:440605' });
    const county = await house.signIn('kinds-county');
    const form = { name: { zh: '县区报表' }, territoryId: 'cn:440600', legalBasis: 'administrativeFiling', respondent: 'territory', fields: [{ key: 'parks', label: { zh: '园区数' }, type: 'number', unit: 'unit' }] };
    const campaign = await opened(city, form, { name: { zh: '县区月报' }, territoryId: 'cn:440600', period: '2026-10', audience: { territoryIds: ['cn:440600'], rank: 'county' } });
    expect((campaign as unknown as { counts: { total: number } }).counts.total).toBe(5);
    const own = (await call(county, 'GET', '/my-reports')).items.find(({ kind }) => kind === 'territory') as Json;
    expect(await call(county, 'POST', `/parties/${own.id}/submit`, { entries: [entry('parks', '3')], isTruthAccepted: true }, own.version)).toMatchObject({ state: 'submitted', isOnBehalf: false });
    expect((await call(city, 'GET', `/campaigns/${campaign.id}/board`)).items.filter(({ reported }) => reported === 1)).toMatchObject([{ id: 'cn:440605' }]);
  });
});

describe('a baseline survey', () => {
  it('counts every answer, adds up numbers, and shows nobody what was kept back', async () => {
    const choices = [{ value: 'talent', label: { zh: '人才' } }, { value: 'money', label: { zh: '资金' } }];
    const form = { name: { zh: '摸底问卷' }, territoryId: 'cn:440600', legalBasis: 'voluntaryService', periodicity: 'once', fields: [{ key: 'needs', label: { zh: '需要' }, type: 'choices', choices }, { key: 'exports', label: { zh: '出口' }, type: 'yesNo' }, { key: 'staff', label: { zh: '人数' }, type: 'number', unit: 'person' }] };
    const campaign = await opened(city, form, { name: { zh: '集群摸底' }, territoryId: 'cn:440600', period: '2026', audience: { organisationIds: firms.map(({ id }) => id) } });
    const parties = (await call(city, 'GET', `/campaigns/${campaign.id}/parties`)).items;
    const given = [[entry('needs', 'talent\nmoney'), entry('exports', 'yes'), entry('staff', '10')], [entry('needs', 'talent'), entry('exports', '否'), entry('staff', '30')], [entry('staff', '999', { isWithheld: true })]];
    for (const [at, entries] of given.entries()) await call(city, 'POST', `/parties/${parties[at]?.id}/submit`, { entries, isTruthAccepted: true }, parties[at]?.version);
    const { items } = await call(city, 'GET', `/campaigns/${campaign.id}/findings`);
    expect(items).toMatchObject([
      { field: 'needs', answer: 'talent', answered: 2, share: 100 },
      { field: 'needs', answer: 'money', answered: 1, share: 50 },
      { field: 'exports', answer: 'yes', answered: 1, share: 50 },
      { field: 'exports', answer: 'no', answered: 1, share: 50 },
      { field: 'staff', answered: 2, withheld: 1, sum: '40', mean: '20', median: '20' },
    ]);
  });
});

describe('the clock', () => {
  it('reminds before the due date on the days that were named, and once when it has passed', async () => {
    const firm = firms[0] as Json;
    await house.addUser(spaceId, 'kinds-firm', { role: 'organisationRepresentative', scopeKind: 'organisation', scopeId: firm.id });
    const form = { name: { zh: '催报' }, territoryId: 'cn:440600', legalBasis: 'administrativeFiling', fields: [{ key: 'staff', label: { zh: '人数' }, type: 'number', unit: 'person' }] };
    const campaign = await opened(city, form, { name: { zh: '催报任务' }, territoryId: 'cn:440600', period: '2026-10', due: { date: '2026-11-25' }, remindDays: [2], audience: { organisationIds: [firm.id] } });
    const remindedOn = async (): Promise<unknown> => (await call(await house.signIn('kinds-city'), 'GET', `/campaigns/${campaign.id}/parties`)).items[0]?.['remindedOn'];
    const at = async (instant: string): Promise<unknown> => {
      house.clock.set(instant);
      await house.product.asSystem(spaceId, (context) => remindCampaign(context, campaign.id));
      return remindedOn();
    };
    expect(await at('2026-11-22T09:00:00.000Z')).toBeNull();
    expect(await at('2026-11-23T01:00:00.000Z')).toBe('2026-11-23');
    expect(await at('2026-11-24T01:00:00.000Z')).toBe('2026-11-23');
    expect(await at('2026-11-26T01:00:00.000Z')).toBe('2026-11-26');
    expect(await at('2026-11-27T01:00:00.000Z')).toBe('2026-11-26');
  });
});
