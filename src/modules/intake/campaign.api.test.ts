import { beforeAll, describe, expect, it } from 'vitest';
import { testProduct } from '../../../test/test-product.ts';

const house = await testProduct();
const spaceId = await house.newSpace();
const whole = { scopeKind: 'space' as const, scopeId: null };
await house.addUser(spaceId, 'op', { role: 'operator', ...whole });
await house.addUser(spaceId, 'city', { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:440600' });
await house.addUser(spaceId, 'county', { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:440605' });
await house.addUser(spaceId, 'elsewhere', { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:440300' });
await house.addUser(spaceId, 'anybody', { role: 'reader', ...whole });
const operator = await house.signIn('op');
const [city, county, elsewhere, anybody] = [await house.signIn('city'), await house.signIn('county'), await house.signIn('elsewhere'), await house.signIn('anybody')];

type Json = Record<string, unknown> & { id: string; version: number };
const call = async (cookie: string | null, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object | null, version?: number) =>
  house.request(cookie, { method, url: `/api/v1${path}`, headers: version === undefined ? {} : { 'if-match': `"v${version}"` }, ...(payload ? { payload } : {}) });
const made = async (cookie: string, path: string, payload: object): Promise<Json> => {
  const response = await call(cookie, 'POST', path, payload);
  if (response.statusCode !== 201) throw new Error(`${path}: ${response.body}`);
  return response.json<Json>();
};

const firmA = (await made(operator, '/organisations', { name: { zh: '样例甲厂' }, type: 'enterprise', territoryId: 'cn:440605', website: 'https://example.org' })).id;
const firmB = (await made(operator, '/organisations', { name: { zh: '样例乙厂' }, type: 'enterprise', territoryId: 'cn:440604' })).id;
await house.addUser(spaceId, 'rep-a', { role: 'organisationRepresentative', scopeKind: 'organisation', scopeId: firmA });
await house.addUser(spaceId, 'rep-b', { role: 'organisationRepresentative', scopeKind: 'organisation', scopeId: firmB });
const [repA, repB] = [await house.signIn('rep-a'), await house.signIn('rep-b')];

const fields = [
  { key: 'website', label: { zh: '网址', en: 'Website' }, type: 'text', source: { kind: 'record', attribute: 'website' } },
  { key: 'revenue', label: { zh: '主营业务收入', en: 'Main revenue' }, type: 'number', unit: 'CNY', scale: '10000', required: true, min: '0', changeLimit: 50 },
  { key: 'research', label: { zh: '研发费用', en: 'R&D cost' }, type: 'number', unit: 'CNY', scale: '10000', min: '0' },
];
const rules = [{ key: 'researchWithin', expression: 'research <= revenue', sentence: { zh: '研发费用不能超过收入。', en: 'R&D cost is above revenue.' } }];
const form = (more: object = {}) => ({ name: { zh: '月报', en: 'Monthly report' }, territoryId: 'cn:440600', legalBasis: 'statisticalSurvey', fields, rules, formNumber: 'F-01', issuer: '样例统计局', approvalNumber: '样例〔2026〕1 号', validUntil: '2027-12-31', ...more });

async function published(more: object = {}): Promise<Json> {
  const draft = await made(city, '/forms', form(more));
  const response = await call(city, 'POST', `/forms/${draft.id}/publish`, null, draft.version);
  if (response.statusCode !== 200) throw new Error(response.body);
  return response.json<Json>();
}
const campaignOf = (formId: string, period: string, more: object = {}) => ({ name: { zh: '样例任务', en: 'Sample campaign' }, territoryId: 'cn:440600', formId, period, levels: [{ rank: 'county' }, { rank: 'city' }], due: { date: '2026-12-15' }, ...more });
async function opened(formId: string, period: string, more: object = {}): Promise<Json> {
  const draft = await made(city, '/campaigns', campaignOf(formId, period, more));
  const response = await call(city, 'POST', `/campaigns/${draft.id}/open`, null, draft.version);
  if (response.statusCode !== 200) throw new Error(response.body);
  return response.json<Json>();
}
const partyOf = async (campaignId: string, organisationId: string): Promise<Json> => (await call(city, 'GET', `/campaigns/${campaignId}/parties`)).json<{ items: (Json & { organisationId: string })[] }>().items.find((party) => party.organisationId === organisationId) as Json;
const entry = (field: string, text: string, more: object = {}) => ({ field, text, ...more });

describe('a form', () => {
  it('of a statistical survey is published only with its whole header, in force, and sound', async () => {
    const draft = await made(city, '/forms', form({ approvalNumber: null, validUntil: '2020-01-01', rules: [{ ...rules[0], expression: 'nothing > 1' }] }));
    const refused = (await call(city, 'POST', `/forms/${draft.id}/publish`, null, draft.version)).json<{ reason: string; problems: { message: string }[] }>();
    expect(refused.reason).toBe('formUnsound');
    expect(refused.problems.map(({ message }) => message)).toEqual(['A statistical survey needs its approval number.', 'It was valid until 2020-01-01 and has expired.', 'The check “researchWithin” can\'t be read or names a field that does not exist.']);
    const { territoryId: _, ...change } = form();
    const changed = (await call(city, 'PUT', `/forms/${draft.id}`, change, draft.version)).json<Json>();
    expect((await call(city, 'POST', `/forms/${draft.id}/publish`, null, changed.version)).json()).toMatchObject({ state: 'published', visibility: 'open', publishedEdition: 1 });
    expect((await call(city, 'PUT', `/forms/${draft.id}`, change, changed.version + 1)).json()).toMatchObject({ reason: 'formNotDraft' });
    expect((await call(city, 'POST', `/forms/${draft.id}/editions`)).json()).toMatchObject({ state: 'draft', edition: 2, publishedEdition: 1 });
  });

  it('is made by officers in their own area only', async () => {
    expect((await call(elsewhere, 'POST', '/forms', form())).statusCode).toBe(403);
    expect((await call(repA, 'POST', '/forms', form())).statusCode).toBe(403);
    expect((await call(null, 'POST', '/forms', form())).statusCode).toBe(401);
  });
});

describe('a report', () => {
  let campaign: Json;
  let party: Json;
  beforeAll(async () => {
    campaign = await opened((await published()).id, '2026-10');
    party = await partyOf(campaign.id, firmA);
  });

  it('waits for its organisation, begun with what the register holds', async () => {
    expect(campaign).toMatchObject({ state: 'open', counts: { total: 2, missing: 2 } });
    expect((await call(repA, 'GET', '/my-reports?open=true')).json()).toMatchObject({ total: 1, items: [{ id: party.id, bucket: 'missing' }] });
    expect((await call(repA, 'GET', `/parties/${party.id}`)).json()).toMatchObject({ mayAnswer: true, isForOther: false, prefills: [{ field: 'website', text: 'https://example.org', origin: 'record' }] });
    expect((await call(repB, 'GET', `/parties/${party.id}`)).statusCode).toBe(404);
    expect((await call(elsewhere, 'GET', `/parties/${party.id}`)).statusCode).toBe(404);
    expect((await call(anybody, 'GET', `/parties/${party.id}`)).statusCode).toBe(403);
  });

  it('is saved with its problems and refused with all of them at once', async () => {
    const entries = [entry('revenue', '12 万家'), entry('research', '-3'), entry('website', 'https://example.org', { origin: 'record' })];
    const saved = (await call(repA, 'PUT', `/parties/${party.id}/draft`, { entries }, 0)).json<Json>();
    expect(saved).toMatchObject({ state: 'draft', draftVersion: 1, problems: [{ field: 'revenue', severity: 'error' }, { field: 'research', reason: 'tooSmall' }] });
    expect((await call(repA, 'PUT', `/parties/${party.id}/draft`, { entries }, 7)).statusCode).toBe(412);
    const refused = (await call(repA, 'POST', `/parties/${party.id}/submit`, { entries, isTruthAccepted: true }, saved.version)).json<{ reason: string; problems: { path: string; message: string }[] }>();
    expect(refused).toMatchObject({ reason: 'reportUnsound', problems: [{ path: 'body.entries.revenue', message: 'Main revenue: The unit differs from the one of the form.' }, { path: 'body.entries.research', message: 'R&D cost: It can\'t be below 0 CNY 10k.' }] });
    const above = await call(repA, 'POST', `/parties/${party.id}/submit`, { entries: [entry('revenue', '1302'), entry('research', '1,400')], isTruthAccepted: true }, saved.version);
    expect(above.json<{ problems: { message: string }[] }>().problems).toMatchObject([{ message: 'R&D cost is above revenue.' }]);
    const untrue = await call(repA, 'POST', `/parties/${party.id}/submit`, { entries: [entry('revenue', '1302')], isTruthAccepted: false }, saved.version);
    expect(untrue.json()).toMatchObject({ reason: 'truthNotAccepted' });
    party = saved;
  });

  it('goes up level by level, back with reasons, and every version stays', async () => {
    const entries = [entry('revenue', '1,302'), entry('research', '1.4 百万', { isWithheld: true })];
    const sent = (await call(repA, 'POST', `/parties/${party.id}/submit`, { entries, isTruthAccepted: true }, party.version)).json<Json>();
    expect(sent).toMatchObject({ state: 'submitted', level: 1, number: 1, mayAnswer: false });
    expect((await call(repA, 'POST', `/parties/${party.id}/accept`, {}, sent.version)).statusCode).toBe(403);
    const returned = (await call(county, 'POST', `/parties/${party.id}/return`, { reasons: [{ field: 'revenue', reason: '请核对' }] }, sent.version)).json<Json>();
    expect(returned).toMatchObject({ state: 'returned', level: 0 });
    expect((await call(county, 'POST', `/parties/${party.id}/return`, {}, returned.version)).json()).toMatchObject({ reason: 'notSubmitted' });
    const again = (await call(repA, 'POST', `/parties/${party.id}/submit`, { entries: [entry('revenue', '1303'), entries[1]], isTruthAccepted: true }, returned.version)).json<Json>();
    expect(again).toMatchObject({ state: 'submitted', number: 2, submissions: [{ number: 2 }, { number: 1, decisions: [{ verb: 'return', level: 1, isOnBehalf: false, reasons: [{ field: 'revenue' }] }] }] });
    const passed = (await call(county, 'POST', `/parties/${party.id}/accept`, {}, again.version)).json<Json>();
    expect(passed).toMatchObject({ state: 'submitted', level: 2 });
    expect((await call(county, 'POST', `/parties/${party.id}/accept`, {}, passed.version)).json()).toMatchObject({ reason: 'notYourLevel' });
    const accepted = (await call(city, 'POST', `/parties/${party.id}/accept`, {}, passed.version)).json<Json>();
    expect(accepted).toMatchObject({ state: 'accepted' });
    const first = (await call(repA, 'GET', `/parties/${party.id}/submissions/1`)).json();
    expect(first).toMatchObject({ number: 1, values: [{ field: 'research', text: '1.4 百万', value: '140', isWithheld: true, closed: null }, { field: 'revenue', text: '1,302', value: '1302', operator: '=', unit: 'CNY', scale: '10000', basis: 'statisticalSurvey' }] });
    expect((await call(city, 'GET', `/parties/${party.id}/submissions/2`)).json()).toMatchObject({ values: [{ field: 'research', text: null, value: null, closed: 'withheld' }, { field: 'revenue', value: '1303', closed: null }] });
    party = accepted;
  });

  it('tells the organisation who uses it, and gives it a receipt', async () => {
    const uses = (await call(repA, 'GET', `/parties/${party.id}/uses`)).json();
    expect(uses).toMatchObject({ basis: 'statisticalSurvey', levels: [{ holder: 'cn:440605' }, { holder: 'cn:440600' }], releases: [] });
    expect(uses.uses.map((use: { personName: string }) => use.personName).sort()).toEqual(['city', 'county']);
    const receipt = await house.request(repA, { method: 'GET', url: `/print/receipts/${party.id}` });
    expect(receipt.statusCode).toBe(200);
    expect(receipt.body).toContain('F-01');
    expect(receipt.body).toContain('1303');
    const ofCity = await house.request(city, { method: 'GET', url: `/print/receipts/${party.id}` });
    expect(ofCity.body).toContain('withheld');
    expect(ofCity.body).not.toContain('1.4 百万');
  });

  it('of somebody else is marked as on behalf', async () => {
    const other = await partyOf(campaign.id, firmB);
    const sent = (await call(city, 'POST', `/parties/${other.id}/submit`, { entries: [entry('revenue', '80')], isTruthAccepted: true }, other.version)).json();
    expect(sent).toMatchObject({ isOnBehalf: true, submissions: [{ isOnBehalf: true, onBehalfHolder: 'cn:440600', submittedByName: 'city' }] });
    expect((await call(county, 'POST', `/parties/${other.id}/accept`, {}, sent.version)).statusCode).toBe(404);
  });

  it('counts on the board and in the sheet for the level above', async () => {
    expect((await call(city, 'GET', `/campaigns/${campaign.id}/board`)).json()).toMatchObject({ items: [{ id: expect.stringContaining('cn:4406'), rank: 'county', total: 1, reported: 1 }, { total: 1, reported: 1 }] });
    const csv = await house.request(city, { method: 'GET', url: `/api/v1/campaigns/${campaign.id}/board?format=csv` });
    expect(csv.body).toContain('Must report');
    const sheet = await made(city, `/campaigns/${campaign.id}/summaries`, {});
    expect(sheet).toMatchObject({ holder: 'cn:440600', level: 2, state: 'draft', content: { total: 2, reported: 1, missingCount: 1, missing: [{ name: { zh: '样例乙厂' } }], lines: [{ field: 'revenue', sum: '1303', counted: 1 }, { field: 'research', sum: null, counted: 0, withheld: 1 }] } });
    const sent = (await call(city, 'POST', `/campaign-summaries/${sheet.id}/submit`, null, sheet.version)).json<Json>();
    expect(sent).toMatchObject({ state: 'submitted', submittedByName: 'city' });
    expect((await call(county, 'GET', `/campaign-summaries/${sheet.id}`)).statusCode).toBe(404);
    expect((await call(county, 'POST', `/campaigns/${campaign.id}/summaries`, {})).json()).toMatchObject({ holder: 'cn:440605', level: 1, content: { total: 1, reported: 1 } });
  });

  it('after sign-off changes only as a numbered revision with its reason', async () => {
    const closed = (await call(city, 'POST', `/campaigns/${campaign.id}/close`, null, (await call(city, 'GET', `/campaigns/${campaign.id}`)).json().version)).json<Json>();
    expect((await call(county, 'POST', `/campaigns/${campaign.id}/sign-off`, null, closed.version)).statusCode).toBe(404);
    const current = (await call(repA, 'GET', `/parties/${party.id}`)).json<Json>();
    expect((await call(repA, 'POST', `/parties/${party.id}/submit`, { entries: [entry('revenue', '1305')], isTruthAccepted: true }, current.version)).json()).toMatchObject({ reason: 'alreadySubmitted' });
    expect((await call(city, 'POST', `/campaigns/${campaign.id}/sign-off`, null, closed.version)).json()).toMatchObject({ state: 'signedOff', signedOffByName: 'city' });
    expect((await call(repA, 'POST', `/parties/${party.id}/submit`, { entries: [entry('revenue', '1305')], isTruthAccepted: true }, current.version)).json()).toMatchObject({ reason: 'reasonNeeded' });
    const revised = (await call(repA, 'POST', `/parties/${party.id}/submit`, { entries: [entry('revenue', '1305')], isTruthAccepted: true, reason: '年终调整' }, current.version)).json();
    expect(revised).toMatchObject({ number: 3, submissions: [{ number: 3, kind: 'revision', reason: '年终调整' }, { number: 2 }, { number: 1 }] });
  });

  it('is compared with the period before: a jump has to be explained, the likely number is offered', async () => {
    const next = await opened((await call(city, 'GET', `/campaigns/${campaign.id}`)).json().form.id, '2026-11');
    const asked = await partyOf(next.id, firmA);
    const draft = (await call(repA, 'PUT', `/parties/${asked.id}/draft`, { entries: [entry('revenue', '12860')] }, 0)).json();
    expect(draft.prefills).toContainEqual(expect.objectContaining({ field: 'revenue', text: '1305', origin: 'lastPeriod', at: '2026-10' }));
    expect(draft.problems).toEqual([expect.objectContaining({ field: 'revenue', reason: 'changed', severity: 'error', suggestion: '1286', words: expect.objectContaining({ en: '9.9 times 2026-10 (1,305). One digit too many?', zh: '是 2026-10（1 305）的 9.9 倍。是不是多写了一位？'.replace('1 305', '1\u202F305') }) })]);
    const sent = await call(repA, 'POST', `/parties/${asked.id}/submit`, { entries: [entry('revenue', '12860', { explanation: '一笔大订单' })], isTruthAccepted: true }, draft.version);
    expect(sent.json()).toMatchObject({ state: 'submitted', submissions: [{ warnings: [{ reason: 'changeExplained' }] }] });
  });
});

describe('a campaign', () => {
  it('asks nobody outside of its own area and is refused without anybody, without a form in force, or too late', async () => {
    const { id } = await published();
    const nobody = await made(city, '/campaigns', campaignOf(id, '2026-09', { audience: { territoryIds: ['cn:440300'] } }));
    expect((await call(city, 'POST', `/campaigns/${nobody.id}/open`, null, nobody.version)).json()).toMatchObject({ reason: 'nobodyReports' });
    const late = await made(city, '/campaigns', campaignOf(id, '2026-09', { due: { date: '2026-11-01' } }));
    expect((await call(city, 'POST', `/campaigns/${late.id}/open`, null, late.version)).json()).toMatchObject({ reason: 'duePassed' });
    const draft = await made(city, '/forms', form());
    expect((await call(city, 'POST', '/campaigns', campaignOf(draft.id, '2026-09'))).json()).toMatchObject({ reason: 'formNotPublished' });
    expect((await call(county, 'POST', '/campaigns', campaignOf(id, '2026-09'))).statusCode).toBe(403);
    expect((await call(elsewhere, 'GET', `/campaigns/${nobody.id}`)).statusCode).toBe(404);
  });

  it('with an expired survey form is not sent', async () => {
    const { id } = await published({ validUntil: '2026-11-22' });
    const draft = await made(city, '/campaigns', campaignOf(id, '2026-11'));
    const before = house.clock.now();
    house.clock.set('2026-11-23T08:00:00.000Z');
    expect((await call(await house.signIn('city'), 'POST', `/campaigns/${draft.id}/open`, null, draft.version)).json()).toMatchObject({ reason: 'formNotInForce' });
    house.clock.set(before.toISOString());
  });

  it('reminds each party at most once a day, and by itself', async () => {
    const campaign = await opened((await published()).id, '2026-08', { due: { date: '2026-11-25' }, remindDays: [2] });
    expect((await call(city, 'POST', `/campaigns/${campaign.id}/remind`, {})).json()).toEqual({ reminded: 2, alreadyToday: 0, nobody: 0 });
    expect((await call(city, 'POST', `/campaigns/${campaign.id}/remind`, {})).json()).toEqual({ reminded: 0, alreadyToday: 2, nobody: 0 });
    expect((await call(county, 'POST', `/campaigns/${campaign.id}/remind`, {})).statusCode).toBe(404);
    expect((await call(county, 'GET', `/campaigns/${campaign.id}`)).json()).toMatchObject({ mayManage: false });
    expect((await call(city, 'GET', `/campaigns/${campaign.id}`)).json()).toMatchObject({ mayManage: true });
  });
});
