import { beforeAll, describe, expect, it } from 'vitest';
import { mountedPath } from '#platform/http/route.contract.ts';
import { testProduct } from '../../../test/test-product.ts';
import { sampleBody } from '../../../test/contract/sample-body.ts';
import { readReportedValues } from './actions/campaign/reported-values.ts';
import { releasePurposes } from './words/party.schema.ts';
import { passGate } from './words/statistical-gate.rules.ts';

const house = await testProduct();
const spaceId = await house.newSpace();
const whole = { scopeKind: 'space' as const, scopeId: null };
await house.addUser(spaceId, 'gate-operator', { role: 'operator', ...whole });
const operator = await house.signIn('gate-operator');
type Json = Record<string, unknown> & { id: string; version: number };
const ask = async (cookie: string, method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object, version?: number) => {
  const response = await house.request(cookie, { method, url: `/api/v1${path}`, headers: version === undefined ? {} : { 'if-match': `"v${version}"` }, ...(payload ? { payload } : {}) });
  if (response.statusCode >= 300) throw new Error(`${path}: ${response.body}`);
  return (response.body ? response.json() : {}) as Json & Record<string, never>;
};

/** Numbers that nobody could have come upon otherwise. */
const [reported, withheld] = ['73519', '86420'];
const inYuan = '735190000';
const territoryId = 'cn:440600';
const firm = await ask(operator, 'POST', '/organisations', { name: { zh: '样例受查厂' }, type: 'enterprise', territoryId });
const rival = await ask(operator, 'POST', '/organisations', { name: { zh: '样例同行厂' }, type: 'enterprise', territoryId });
const cluster = await ask(operator, 'POST', '/clusters', { name: { zh: '样例集群' }, territories: [{ territoryId, scope: 'base' }] });
await ask(operator, 'POST', `/clusters/${cluster.id}/members`, { organisationId: firm.id });
const indicator = await ask(operator, 'POST', '/indicators', { key: 'gateRevenue', name: { zh: '样例收入' }, kind: 'amount', unit: 'CNY', dimension: 'operation', topic: '规模' });

const strangers = {
  rival: { role: 'organisationRepresentative', scopeKind: 'organisation', scopeId: rival.id },
  elsewhere: { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:440300' },
  'cluster-staff': { role: 'clusterStaff', scopeKind: 'cluster', scopeId: cluster.id },
  expert: { role: 'expert', ...whole },
  evaluator: { role: 'evaluator', ...whole },
} as const;
for (const [login, mandate] of Object.entries(strangers)) await house.addUser(spaceId, `gate-${login}`, mandate);
await house.addUser(spaceId, 'gate-firm', { role: 'organisationRepresentative', scopeKind: 'organisation', scopeId: firm.id });
await house.addUser(spaceId, 'gate-city', { role: 'territorialOfficer', scopeKind: 'territory', scopeId: territoryId });
const [ofFirm, ofCity] = [await house.signIn('gate-firm'), await house.signIn('gate-city')];

let party: Json;
let campaign: Json;
let sheet: Json;
beforeAll(async () => {
  const form = await ask(ofCity, 'POST', '/forms', {
    name: { zh: '样例调查' }, territoryId, legalBasis: 'statisticalSurvey', formNumber: 'S-1', issuer: '样例统计局', approvalNumber: '样例 1 号', validUntil: '2027-12-31',
    fields: [{ key: 'revenue', label: { zh: '收入' }, type: 'number', unit: 'CNY', scale: '10000', required: true, source: { kind: 'indicator', indicatorId: indicator.id, indicatorKey: 'gateRevenue' } }, { key: 'secret', label: { zh: '其他' }, type: 'number', unit: 'CNY', scale: '10000' }],
  });
  await ask(ofCity, 'POST', `/forms/${form.id}/publish`, undefined, form.version);
  const draft = await ask(ofCity, 'POST', '/campaigns', { name: { zh: '样例统计任务' }, territoryId, formId: form.id, period: '2026-10', due: { date: '2026-12-15' }, audience: { organisationIds: [firm.id] } });
  campaign = await ask(ofCity, 'POST', `/campaigns/${draft.id}/open`, undefined, draft.version);
  const [waiting] = (await ask(ofCity, 'GET', `/campaigns/${campaign.id}/parties`))['items'] as unknown as Json[];
  const entries = [{ field: 'revenue', text: reported }, { field: 'secret', text: withheld, isWithheld: true }];
  const sent = await ask(ofFirm, 'POST', `/parties/${waiting?.id}/submit`, { entries, isTruthAccepted: true }, waiting?.version);
  party = await ask(ofCity, 'POST', `/parties/${sent.id}/accept`, {}, sent.version);
  sheet = await ask(ofCity, 'POST', `/campaigns/${campaign.id}/summaries`, {});
  await ask(ofCity, 'POST', `/campaigns/${campaign.id}/close`, undefined, (await ask(ofCity, 'GET', `/campaigns/${campaign.id}`)).version);
}, 60_000);

describe('a value of a statistical survey', () => {
  it('becomes an observation that carries its basis, in the unit of the indicator', async () => {
    const seen = await ask(ofCity, 'GET', `/indicators/${indicator.id}/observations`);
    expect(seen).toMatchObject({ total: 1, items: [{ value: inYuan, basis: 'statisticalSurvey', period: '2026-10', origin: 'submission' }] });
  });

  it('comes through no door: every reading route, as JSON and as CSV, for everybody who is not of its levels', async () => {
    const ids: Record<string, string> = { organisationId: firm.id, clusterId: cluster.id, indicatorId: indicator.id, campaignId: campaign.id, partyId: party.id, campaignSummaryId: sheet.id, formId: String((campaign as unknown as { form: { id: string } }).form.id), number: '1', kind: 'party', recordId: party.id, subjectKind: 'organisation', subjectId: firm.id, territoryId, key: 'gateRevenue', id: firm.id };
    const routes = house.product.house.routes.map(({ route }) => route).filter((route) => route.method === 'GET');
    const leaks: string[] = [];
    let doors = 0;
    for (const login of Object.keys(strangers)) {
      const cookie = await house.signIn(`gate-${login}`);
      for (const route of routes) {
        const path = mountedPath(route).replaceAll(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(ids[name] ?? firm.id));
        const needed = Object.entries(route.query ? (sampleBody(route.query, { ...ids, anyId: firm.id }) as object) : {}).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
        const wanted = [...needed, ...(route.query && 'q' in route.query.shape ? [`q=${reported}`] : [])];
        for (const form of route.csv ? ['', 'format=csv'] : ['']) {
          const query = [...wanted, form].filter(Boolean).join('&');
          const { body } = await house.request(cookie, { method: 'GET', url: `${path}${query ? `?${query}` : ''}` });
          doors += 1;
          if ([reported, withheld, inYuan].some((value) => body.replace(/(?<=[?&]q=)\d+/g, '').includes(value))) leaks.push(`${login}: ${route.id} ${form}`);
        }
      }
    }
    process.stdout.write(`statistical gate: ${doors} doors tried by ${Object.keys(strangers).length} strangers, ${leaks.length} leaks\n`);
    expect(doors).toBeGreaterThan(500);
    expect(leaks).toEqual([]);
  }, 120_000);

  it('is closed to rules, policy fit, grading, review and other screens until the firm releases it for just that', async () => {
    const facts = (purpose: (typeof releasePurposes)[number]) => house.product.asSystem(spaceId, (context) => readReportedValues(context, { organisationId: firm.id, purpose }));
    for (const purpose of releasePurposes) expect((await facts(purpose)).map(({ field, value, closed, basis }) => ({ field, value, closed, basis }))).toEqual([{ field: 'revenue', value: null, closed: 'statisticalConfidentiality', basis: 'statisticalSurvey' }, { field: 'secret', value: null, closed: 'withheld', basis: 'statisticalSurvey' }]);
    const refused = await house.request(operator, { method: 'POST', url: `/api/v1/parties/${party.id}/releases`, payload: { purpose: 'policyFit' } });
    expect(refused.json()).toMatchObject({ reason: 'onlyTheParty' });
    const release = await ask(ofFirm, 'POST', `/parties/${party.id}/releases`, { purpose: 'policyFit', fields: ['revenue'] });
    expect(await facts('policyFit')).toMatchObject([{ field: 'revenue', value: reported, closed: null }, { field: 'secret', value: null, closed: 'withheld' }]);
    expect(await facts('grading')).toMatchObject([{ value: null, closed: 'statisticalConfidentiality' }, { value: null }]);
    await ask(ofFirm, 'DELETE', `/parties/${party.id}/releases/${release.id}`);
    expect(await facts('policyFit')).toMatchObject([{ value: null, closed: 'statisticalConfidentiality' }, { value: null }]);
  });

  it('goes into totals, where what is withheld is counted and never added', async () => {
    expect(sheet).toMatchObject({ content: { lines: [{ field: 'revenue', sum: reported, counted: 1 }, { field: 'secret', sum: null, counted: 0, withheld: 1 }] } });
  });
});

describe('the gate', () => {
  it('tells its reason, and turns red for a value without a basis rule', () => {
    const value = { field: 'revenue', basis: 'statisticalSurvey' as const, isWithheld: false };
    expect(passGate(value, 'rules', [], '2026-11-22')).toEqual({ open: false, basis: 'statisticalSurvey', why: 'statisticalConfidentiality' });
    expect(passGate(value, 'reporting', [], '2026-11-22')).toMatchObject({ open: true, by: 'reporting' });
    expect(passGate({ ...value, isWithheld: true }, 'reporting', [], '2026-11-22')).toMatchObject({ open: false, why: 'withheld' });
    expect(passGate({ ...value, basis: 'administrativeFiling' }, 'rules', [], '2026-11-22')).toMatchObject({ open: true, by: 'basis' });
    expect(passGate({ ...value, basis: 'administrativeFiling' }, 'otherScreens', [], '2026-11-22')).toMatchObject({ open: false });
    const until = { purpose: 'rules' as const, fields: [], until: '2026-11-21', revokedAt: null };
    expect(passGate(value, 'rules', [until], '2026-11-21')).toMatchObject({ open: true, by: 'release' });
    expect(passGate(value, 'rules', [until], '2026-11-22')).toMatchObject({ open: false });
  });
});
