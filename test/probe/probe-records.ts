import { computeNow } from '#modules/observatory/actions/scoreboard/compute-edition.ts';
import { uncertaintySchema } from '#modules/observatory/words/scoreboard-choices.schema.ts';
import { runRelay } from '#modules/notice/index.ts';
import type { TestProduct } from '../test-product.ts';
import type { KnownIds } from '../contract/sample-body.ts';

/** One record of each kind, so that a bad input reaches the action and is not stopped at an unknown id. */
export async function makeRecords(house: TestProduct, cookie: string): Promise<KnownIds> {
  const post = async (path: string, payload: object | string, headers: Record<string, string> = {}) => {
    const response = await house.request(cookie, { method: 'POST', url: `/api/v1${path}`, payload, headers });
    if (response.statusCode >= 300) throw new Error(`POST ${path}: ${response.body}`);
    return response.json();
  };
  const idOf = async (path: string, payload: object): Promise<string> => String((await post(path, payload)).id);
  const name = { zh: '样例', en: 'Sample' };
  const territoryId = 'cn:440300';
  const organisationId = await idOf('/organisations', { name, type: 'enterprise', territoryId });
  const otherId = await idOf('/organisations', { name: { en: 'Other sample' }, type: 'research' });
  const clusterId = await idOf('/clusters', { name, territories: [{ territoryId, scope: 'base' }] });
  const placeId = await idOf('/places', { kind: 'park', name, territoryId });
  const sourceId = await idOf('/sources', { title: 'Sample source', kind: 'other' });
  await post('/attributes', { key: 'probed', name, unit: 'CNY' });
  const listId = await idOf('/lists', { name, entryKind: 'organisation' });
  const programmeId = await idOf('/programmes', { name });
  const batch = await post('/import-batches?fileName=probe.csv', '机构名称,所在城市\n样例甲,深圳市\n样例乙,朝阳区\n', { 'content-type': 'text/csv' });
  const staffPath = `/clusters/${clusterId}/organisations`;
  const staffId: string = (await post(staffPath, { organisationId: otherId })).items[0].id;
  const bodyId: string = (await post(`${staffPath}/${staffId}/bodies`, { slot: 'run', name })).items[0].bodies[0].id;
  const seatId: string = (await post(`${staffPath}/${staffId}/bodies/${bodyId}/seats`, { personName: '样例', rotaOrder: 1 })).items[0].bodies[0].seats[0].id;
  const channelId = await idOf('/notice-channels', { kind: 'webhook', name, settings: { url: 'https://hook.example/' }, secrets: { signingKey: 'probe' } });
  const deliveryId = await idOf(`/notice-channels/${channelId}/test`, {});
  const indicatorId = await idOf('/indicators', { key: 'probedIndicator', name, kind: 'amount', unit: 'CNY', dimension: 'operation' });
  const scored = await ownScoreboard(house, cookie);
  const assetId = await idOf('/data-assets', { name, kind: 'register', ownerId: organisationId, authority: 'city', level: 'internal' });
  const form = await post('/forms', { name, territoryId, legalBasis: 'voluntaryService', fields: [{ key: 'revenue', label: name, type: 'number' }] });
  await house.request(cookie, { method: 'POST', url: `/api/v1/forms/${form.id}/publish`, headers: { 'if-match': `"v${form.version}"` } });
  const draft = await post('/campaigns', { name, territoryId, formId: form.id, period: '2026-10', due: { date: '2026-12-15' } });
  await house.request(cookie, { method: 'POST', url: `/api/v1/campaigns/${draft.id}/open`, headers: { 'if-match': `"v${draft.version}"` } });
  const [party] = (await house.request(cookie, { method: 'GET', url: `/api/v1/campaigns/${draft.id}/parties` })).json().items;
  const subject = { subjectKind: 'organisation', subjectId: organisationId };
  return {
    ...scored,
    indicatorId, assetId, crossTableId: await ownTable(house, cookie), dataAssetId: assetId, formId: form.id, campaignId: draft.id, partyId: party.id, requestId: await idOf(`/data-assets/${assetId}/requests`, { organisationId: otherId, access: 'read', purpose: 'Probe' }),
    channelId, deliveryId, noticeId: await ownNotice(house, cookie),
    territoryId, industryId: 'gbt4754:C40', level: 'provinces', provider: 'registry.organisationCount', anyId: '00000000-0000-7000-8000-000000000000', spaceId: '00000000-0000-7000-8000-000000000000',
    organisationId, otherId, mergedId: otherId, clusterId, placeId, sourceId, listId, programmeId, batchId: batch.id, subjectKind: 'organisation', subjectId: organisationId, scopeKind: 'space', attributeKey: 'probed', clusterOrganisationId: staffId, bodyId, seatId, fileName: 'probe.csv', subject: 'space', q: '样例',
    personId: await idOf('/people', { name }),
    membershipId: await idOf(`/clusters/${clusterId}/members`, { organisationId }),
    entryId: await idOf(`/lists/${listId}/entries`, { nameAsListed: 'Sample', subjectId: organisationId }),
    relationId: await idOf(`/organisations/${organisationId}/relations`, { kind: 'parent', otherId }),
    titleId: await idOf(`/organisations/${organisationId}/titles`, { key: 'other', name }),
    aliasId: await idOf('/aliases', { ...subject, name: 'Smpl', language: 'en', kind: 'short' }),
    statementId: await idOf('/statements', { ...subject, attributeKey: 'probed', value: '12.5', unit: 'CNY', sourceId }),
  };
}

async function ownNotice(house: TestProduct, cookie: string): Promise<string> {
  const get = async (path: string) => (await house.request(cookie, { method: 'GET', url: `/api/v1${path}` })).json();
  const { person, space } = await get('/session');
  await house.product.asSystem(space.id, async (context) => context.notify({ kind: 'identity.mandateGranted', subject: { kind: 'person', id: person.id }, href: '/account', to: { people: [person.id] } }));
  await runRelay((work) => house.product.asSystem(space.id, work));
  return String((await get('/notices')).items[0].id);
}

/** Two regions by two industries, through the same steps as on screen. */
async function ownTable(house: TestProduct, cookie: string): Promise<string> {
  const send = async (method: 'GET' | 'POST' | 'PUT', path: string, payload?: string | object, headers: Record<string, string> = {}) => {
    const answer = await house.request(cookie, { method, url: `/api/v1${path}`, headers, ...(payload === undefined ? {} : { payload }) });
    if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.body}`);
    await house.product.runDueJobs();
    return answer.json();
  };
  const { id } = await send('POST', '/import-batches?fileName=probe.csv&target=regionIndustry', 'region,Alpha,Beta\n440100,10,20\n440300,30,5\n', { 'content-type': 'text/csv' });
  const path = `/import-batches/${id}`;
  const at = async () => ({ 'if-match': `"v${(await send('GET', path)).version}"` });
  await send('PUT', `${path}/mapping`, { mapping: (await send('GET', path)).mapping, constants: { table: 'Probe', period: '2023', areaSystem: 'cn', industrySystem: 'probe', measure: 'jobs', unit: 'person' } }, await at());
  await send('POST', `${path}/check`);
  await send('POST', `${path}/apply`, undefined, await at());
  return String((await send('GET', '/cross-tables?limit=1')).items[0].id);
}

/** Two regions by one indicator, with a run. */
async function ownScoreboard(house: TestProduct, cookie: string): Promise<KnownIds> {
  const post = async <Made>(path: string, payload: object): Promise<Made> => (await house.request(cookie, { method: 'POST', url: `/api/v1${path}`, payload })).json();
  const { space } = (await house.request(cookie, { method: 'GET', url: '/api/v1/session' })).json();
  const { id: indicatorId } = await post<{ id: string }>('/indicators', { key: 'scoredIndicator', name: { en: 'Scored' } });
  const subjects = ['cn:440300', 'cn:440100'];
  for (const [at, subjectId] of subjects.entries()) await post(`/indicators/${indicatorId}/observations`, { subjectKind: 'territory', subjectId, period: '2025', value: String(at), basis: 'public' });
  const nodes = [{ code: 'top', parent: null, name: { en: 'Top' } }, { code: 'leaf', parent: 'top', indicatorId }];
  const board = await post<{ id: string; newest: { editionId: string } }>('/scoreboards', { name: { en: 'Probe' }, subjectKind: 'territory', content: { subjects: subjects.map((id) => ({ id })), nodes } });
  const { editionId } = board.newest;
  return { scoreboardId: board.id, editionId, runId: await house.product.asSystem(space.id, (context) => computeNow(context, editionId, uncertaintySchema.parse({ replications: 0, sensitivityPoints: 0 }))) };
}
