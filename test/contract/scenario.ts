import { completeUscc } from '#kernel/text/uscc.ts';
import { computeNow } from '#modules/observatory/actions/scoreboard/compute-edition.ts';
import { uncertaintySchema } from '#modules/observatory/words/scoreboard-choices.schema.ts';
import type { GrantedRole } from '#modules/identity/identity.schema.ts';
import type { KeyLimits } from '#platform/auth/key-limits.rules.ts';
import type { ScopeFacts, MandateScope } from '#platform/auth/permission.rules.ts';
import { smallestPicture } from '../smallest-picture.ts';
import { testProduct, type TestProduct } from '../test-product.ts';

export type Side = 'own' | 'other' | 'elsewhere';

/** A record whose name nobody outside of its scope may ever see in an answer. */
export interface CanaryRecord {
  kind: string;
  id: string;
  side: Side;
  canary: string;
  facts: ScopeFacts;
  /** What hangs on it, by the name of the path's parameter. */
  attached: Readonly<Record<string, string>>;
}

export interface ProbeActor {
  label: string;
  cookie: string | null;
  /** A program: the secret it sends instead of a cookie, and what its key leaves of the mandates. */
  key?: { token: string; limits: KeyLimits };
  /** In force at the time of the probe; empty for an ended mandate. */
  mandates: readonly MandateScope[];
}

export interface Scenario {
  house: TestProduct;
  records: readonly CanaryRecord[];
  actors: readonly ProbeActor[];
}

const own = { territoryId: 'cn:440300', within: ['cn:440300', 'cn:440000', 'world:CN', 'world'] };
const other = { territoryId: 'cn:110000', within: ['cn:110000', 'world:CN', 'world'] };

/** Two spaces; in the first one record of each kind inside and one outside of the scopes that the actors hold. */
export async function buildScenario(house?: TestProduct): Promise<Scenario> {
  const product = house ?? (await testProduct());
  const [spaceA, spaceB] = [await product.newSpace(), await product.newSpace()];
  const whole = { scopeKind: 'space' as const, scopeId: null };
  await product.addUser(spaceA, 'operator-a', { role: 'operator', ...whole });
  await product.addUser(spaceB, 'operator-b', { role: 'operator', ...whole });
  const records = [
    ...(await makeRecords(product, await product.signIn('operator-a'), spaceA, 'own', own)),
    ...(await makeRecords(product, await product.signIn('operator-a'), spaceA, 'other', other)),
    ...(await makeRecords(product, await product.signIn('operator-b'), spaceB, 'elsewhere', own)),
  ];
  const idOf = (kind: string): string => records.find((record) => record.kind === kind && record.side === 'own')?.id ?? '';
  const held: Record<GrantedRole, MandateScope & { role: GrantedRole }> = {
    operator: { role: 'operator', ...whole },
    nationalOfficer: { role: 'nationalOfficer', ...whole },
    territorialOfficer: { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:440000' },
    chainLeaderOffice: { role: 'chainLeaderOffice', scopeKind: 'cluster', scopeId: idOf('cluster') },
    clusterStaff: { role: 'clusterStaff', scopeKind: 'cluster', scopeId: idOf('cluster') },
    organisationRepresentative: { role: 'organisationRepresentative', scopeKind: 'organisation', scopeId: idOf('organisation') },
    expert: { role: 'expert', ...whole },
    evaluator: { role: 'evaluator', ...whole },
    reader: { role: 'reader', ...whole },
  };
  const actors: ProbeActor[] = [{ label: 'anonymous', cookie: null, mandates: [{ role: 'public', scopeKind: 'space', scopeId: null }] }];
  for (const [role, mandate] of Object.entries(held)) {
    const login = `role-${role.toLowerCase()}`;
    await product.addUser(spaceA, login, mandate);
    actors.push({ label: role, cookie: await product.signIn(login), mandates: [mandate] });
  }
  const limited: MandateScope & { role: GrantedRole } = { ...held.operator, powers: ['system', 'audit'] };
  await product.addUser(spaceA, 'limited', limited);
  actors.push({ label: 'operator without security power', cookie: await product.signIn('limited'), mandates: [limited] });
  actors.push({ label: 'an API key that may only read', cookie: null, mandates: [held.operator], key: await readingKey(product) });
  await product.addUser(spaceA, 'ended', held.operator);
  const cookie = await product.signIn('ended');
  await giveUpMandate(product, cookie, 'ended');
  actors.push({ label: 'ended mandate', cookie, mandates: [] });
  return { house: product, records, actors };
}

/** Of an operator, over the rooms that hold records; it reads them and changes nothing. */
async function readingKey(product: TestProduct): Promise<NonNullable<ProbeActor['key']>> {
  const rooms = ['identity', 'registry', 'indicator', 'observatory', 'publication'].map((room) => ({ room, access: 'read' as const }));
  const made = await product.request(await product.signIn('operator-a'), { method: 'POST', url: '/api/v1/account/keys', payload: { name: 'Probe', rooms, expiresOn: '2027-01-31' } });
  if (made.statusCode !== 201) throw new Error(`the key could not be made: ${made.body}`);
  return { token: made.json().token, limits: { id: made.json().id, rooms } };
}

/** Ending somebody else's would wait for a second person; one's own does not. */
async function giveUpMandate(product: TestProduct, own: string, login: string): Promise<void> {
  const operator = await product.signIn('operator-a');
  const { items } = (await product.request(operator, { method: 'GET', url: `/api/v1/people?q=${login}` })).json();
  const person = items.find((item: { login: string }) => item.login === login);
  const { statusCode } = await product.request(own, { method: 'DELETE', url: `/api/v1/people/${person.id}/mandates/${person.mandates[0].id}` });
  if (statusCode !== 200) throw new Error(`the mandate of ${login} could not be ended`);
}

async function makeRecords(product: TestProduct, cookie: string, spaceId: string, side: Side, place: typeof own): Promise<CanaryRecord[]> {
  const canary = (kind: string): string => `canary${kind}${side}`;
  const post = async (path: string, payload: object): Promise<string> => {
    const response = await product.request(cookie, { method: 'POST', url: `/api/v1${path}`, payload });
    if (response.statusCode !== 201) throw new Error(`POST ${path}: ${response.body}`);
    return String(response.json().id);
  };
  const name = (kind: string): { en: string } => ({ en: canary(kind) });
  const visibility = 'internal' as const;
  const uscc = completeUscc(side === 'own' ? '91440000MA0CANARY' : '91320000MA0CANARY');
  const organisation = await post('/organisations', { name: name('organisation'), type: 'enterprise', territoryId: place.territoryId, visibility, uscc });
  const cluster = await post('/clusters', { name: name('cluster'), visibility, territories: [{ territoryId: place.territoryId, scope: 'base' }] });
  await post(`/clusters/${cluster}/members`, { organisationId: organisation });
  const site = await post('/places', { kind: 'park', name: name('place'), territoryId: place.territoryId, visibility, clusterIds: [cluster] });
  const person = await post('/people', { name: name('person') });
  const indicator = await post('/indicators', { key: canary('indicator'), name: name('indicator'), visibility });
  const officePost = await post('/posts', { name: name('post') });
  const asset = await post('/data-assets', { name: name('dataAsset'), kind: 'register', ownerId: organisation, authority: 'city', territoryId: place.territoryId, level: 'internal', visibility });
  const request = await post(`/data-assets/${asset}/requests`, { organisationId: organisation, access: 'read', purpose: canary('dataRequest') });
  const sent = await product.request(cookie, { method: 'POST', url: `/api/v1/import-batches?fileName=${canary('importBatch')}.csv`, headers: { 'content-type': 'text/csv' }, payload: `name\n${canary('importBatch')}\n` });
  if (sent.statusCode !== 201) throw new Error(`the file could not be imported: ${sent.body}`);
  const runs = await makeScoreboard(product, cookie, spaceId, side, place, cluster);
  const contact = await post('/reporter-contacts', { organisationId: organisation, name: canary('reporterContact'), mail: `${side}@example.org` });
  const claim = await claimOf(product, cookie, canary('reporterClaim'), uscc);
  const attach = async (kind: string, id: string): Promise<Record<string, string>> => {
    const url = `/api/v1/records/${kind}/${id}/files?name=${canary(kind)}.csv`;
    const file = await product.request(cookie, { method: 'POST', url, headers: { 'content-type': 'application/octet-stream' }, payload: canary(kind) });
    return { fileId: String(file.json().id), commentId: await post(`/records/${kind}/${id}/comments`, { body: canary(kind) }) };
  };
  const stage = { verdictId: await post(`/clusters/${cluster}/stage-verdicts`, {}), heading: 'outlook' };
  await post(`/clusters/${cluster}/diagnosis/outlook`, { after: 0, text: { en: canary('cluster') } });
  const alarmRule = await post('/alarm-rules', { indicatorId: indicator, ...alarm(canary('alarmRule')) });
  const warning = await warningOn(product, cookie, cluster, side, canary('warning'));
  const facts = { visibility, territories: place.within, clusters: [cluster], organisations: [organisation] };
  const ofHolder = { visibility, territories: place.within, clusters: [], organisations: [] };
  return [
    ...(await makeCampaign(product, cookie, side, place, organisation)).map((record) => ({ ...record, facts: record.kind === 'party' ? { ...ofHolder, organisations: [organisation] } : ofHolder })),
    { kind: 'organisation', id: organisation, side, canary: canary('organisation'), facts, attached: await attach('organisation', organisation) },
    { kind: 'cluster', id: cluster, side, canary: canary('cluster'), facts, attached: { ...(await attach('cluster', cluster)), ...stage } },
    { kind: 'place', id: site, side, canary: canary('place'), facts: { ...facts, organisations: [] }, attached: await attach('place', site) },
    { kind: 'indicator', id: indicator, side, canary: canary('indicator'), facts: { visibility, territories: [], clusters: [], organisations: [] }, attached: await attach('indicator', indicator) },
    { kind: 'alarmRule', id: alarmRule, side, canary: canary('alarmRule'), facts: { visibility, territories: [], clusters: [], organisations: [] }, attached: {} },
    { kind: 'warning', id: warning, side, canary: canary('warning'), facts, attached: {} },
    { kind: 'importBatch', id: String(sent.json().id), side, canary: canary('importBatch'), facts: { visibility, territories: [], clusters: [], organisations: [] }, attached: {} },
    { kind: 'person', id: person, side, canary: canary('person'), facts: { visibility, territories: [], clusters: [], organisations: [] }, attached: await attach('person', person) },
    { kind: 'dataAsset', id: asset, side, canary: canary('dataAsset'), facts: { ...facts, clusters: [] }, attached: await attach('dataAsset', asset) },
    { kind: 'dataRequest', id: request, side, canary: canary('dataRequest'), facts: { ...facts, clusters: [] }, attached: await attach('dataAsset', asset) },
    { kind: 'reporterContact', id: contact, side, canary: canary('reporterContact'), facts, attached: {} },
    { kind: 'reporterClaim', id: claim, side, canary: canary('reporterClaim'), facts, attached: {} },
    ...runs.map((record) => ({ ...record, facts: { ...facts, organisations: [] } })),
    { kind: 'post', id: officePost, side, canary: canary('post'), facts: { visibility, territories: [], clusters: [], organisations: [] }, attached: await attach('person', person) },
  ];
}

const alarm = (title: string): object => ({ validFrom: '2026-01-01', note: title, content: { title: { zh: title, en: title }, severity: 'notice', subjects: { kind: 'cluster' }, tests: [{ kind: 'threshold', operator: '<', bound: '5' }] } });

/** A warning on a cluster, with a remark that nobody outside may read; its rule and its indicator are open. */
async function warningOn(product: TestProduct, cookie: string, clusterId: string, side: Side, remark: string): Promise<string> {
  const ask = async (method: 'GET' | 'POST', path: string, payload?: object): Promise<{ id: string; items: { id: string }[] }> => {
    const response = await product.request(cookie, { method, url: `/api/v1${path}`, ...(payload ? { payload } : {}) });
    if (response.statusCode >= 300) throw new Error(`${method} ${path}: ${response.body}`);
    return response.json();
  };
  const { id: indicatorId } = await ask('POST', '/indicators', { key: `alarmed${side}`, name: { en: `Alarmed ${side}` } });
  await ask('POST', `/indicators/${indicatorId}/observations`, { subjectKind: 'cluster', subjectId: clusterId, period: '2025', value: '1', basis: 'public' });
  const rule = await ask('POST', '/alarm-rules', { indicatorId, ...alarm('Alarm') });
  await ask('POST', '/alarm-rule-evaluations');
  await product.product.runDueJobs();
  const [warning] = (await ask('GET', `/warnings?ruleId=${rule.id}`)).items;
  await ask('POST', `/warnings/${warning?.id}/steps`, { verb: 'acknowledge', note: remark });
  return String(warning?.id);
}

/** A claim from outside on the firm with a code, with the smallest licence that is a picture. */
async function claimOf(product: TestProduct, cookie: string, name: string, code: string): Promise<string> {
  const { space } = (await product.request(cookie, { method: 'GET', url: '/api/v1/session' })).json<{ space: { id: string } }>();
  const made = await product.request(null, { method: 'POST', url: '/api/v1/reporter-claims', payload: { spaceId: space.id, code, name, mail: 'claim@example.org', licence: { name: 'licence.png', bytes: smallestPicture } } });
  if (made.statusCode !== 201) throw new Error(`the claim was refused: ${made.body}`);
  const { items } = (await product.request(cookie, { method: 'GET', url: `/api/v1/reporter-claims?q=${name}` })).json<{ items: { id: string }[] }>();
  return String(items[0]?.id);
}

/** A scoreboard over two regions with a computed edition and its run. */
async function makeScoreboard(product: TestProduct, cookie: string, spaceId: string, side: Side, place: typeof own, clusterId: string): Promise<Omit<CanaryRecord, 'facts'>[]> {
  const ask = async <Made>(path: string, payload: object): Promise<Made> => {
    const response = await product.request(cookie, { method: 'POST', url: `/api/v1${path}`, payload });
    if (response.statusCode >= 300) throw new Error(`POST ${path}: ${response.body}`);
    return response.json<Made>();
  };
  const canary = (kind: string): string => `canary${kind}${side}`;
  const regions = ['cn:440300', 'cn:110000'];
  const { id: indicatorId } = await ask<{ id: string }>('/indicators', { key: `scored-${side}`, name: { en: 'Scored' } });
  for (const [at, subjectId] of regions.entries()) await ask(`/indicators/${indicatorId}/observations`, { subjectKind: 'territory', subjectId, period: '2025', value: String(at + 1), basis: 'public' });
  const nodes = [{ code: 'top', parent: null, name: { en: canary('scoreboardRun') } }, { code: 'leaf', parent: 'top', name: { en: canary('scoreboardEdition') }, indicatorId }];
  const content = { subjects: regions.map((id) => ({ id })), nodes };
  const board = await ask<{ id: string; newest: { editionId: string } }>('/scoreboards', { name: { en: canary('scoreboard') }, subjectKind: 'territory', territoryId: place.territoryId, clusterId, visibility: 'internal', content });
  const runId = await product.product.asSystem(spaceId, (context) => computeNow(context, board.newest.editionId, uncertaintySchema.parse({ replications: 0, sensitivityPoints: 0 })));
  const record = (kind: string, id: string): Omit<CanaryRecord, 'facts'> => ({ kind, id, side, canary: canary(kind), attached: {} });
  return [record('scoreboard', board.id), record('scoreboardEdition', board.newest.editionId), record('scoreboardRun', runId)];
}

/** A form and a campaign that are still drafts, whose names nobody below may see; an open campaign with one party, its report and a sheet. */
async function makeCampaign(product: TestProduct, cookie: string, side: Side, place: typeof own, organisationId: string): Promise<Omit<CanaryRecord, 'facts'>[]> {
  const ask = async (path: string, payload: object | null, version?: number): Promise<{ id: string; version: number }> => {
    const response = await product.request(cookie, { method: 'POST', url: `/api/v1${path}`, ...(payload ? { payload } : {}), headers: version === undefined ? {} : { 'if-match': `"v${version}"` } });
    if (response.statusCode >= 300) throw new Error(`POST ${path}: ${response.body}`);
    return response.json();
  };
  const { territoryId } = place;
  const canary = (kind: string): string => `canary${kind}${side}`;
  const form = { territoryId, legalBasis: 'voluntaryService', fields: [{ key: 'note', label: { en: 'Note' }, type: 'text' }] };
  const draft = await ask('/forms', { ...form, name: { en: canary('form') } });
  const sent = await ask('/forms', { ...form, name: { en: 'Form' } });
  await ask(`/forms/${sent.id}/publish`, null, sent.version);
  const waiting = await ask('/campaigns', { name: { en: canary('campaign') }, territoryId, formId: sent.id, period: '2026-11' });
  const campaign = await ask('/campaigns', { name: { en: 'Campaign' }, territoryId, formId: sent.id, period: '2026-10', due: { date: '2026-12-15' }, audience: { organisationIds: [organisationId] } });
  await ask(`/campaigns/${campaign.id}/open`, null, campaign.version);
  const party = (await product.request(cookie, { method: 'GET', url: `/api/v1/campaigns/${campaign.id}/parties` })).json().items[0] as { id: string; version: number };
  await ask(`/parties/${party.id}/submit`, { entries: [{ field: 'note', text: canary('party') }], isTruthAccepted: true }, party.version);
  const sheet = await ask(`/campaigns/${campaign.id}/summaries`, { note: canary('campaignSummary') });
  const record = (kind: string, id: string): Omit<CanaryRecord, 'facts'> => ({ kind, id, side, canary: canary(kind), attached: { number: '1' } });
  return [record('form', draft.id), record('campaign', waiting.id), record('campaignDesk', waiting.id), record('party', party.id), record('campaignSummary', sheet.id)];
}
