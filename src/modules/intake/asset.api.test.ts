import { beforeAll, describe, expect, it } from 'vitest';
import { jsonCalls, type Json } from '../../../test/json-calls.ts';
import { testProduct } from '../../../test/test-product.ts';

const house = await testProduct();
const spaceId = await house.newSpace();
await house.addUser(spaceId, 'assets-operator', { role: 'operator', scopeKind: 'space', scopeId: null });
await house.addUser(spaceId, 'assets-foshan', { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:440600' });
await house.addUser(spaceId, 'assets-reader', { role: 'reader', scopeKind: 'space', scopeId: null });
const operator = await house.signIn('assets-operator');
const foshan = await house.signIn('assets-foshan');
const reader = await house.signIn('assets-reader');

const { call, done } = jsonCalls(house);

let owner: Json;
let firm: Json;
const form = (more: object = {}) => ({ name: { zh: '样例企业月报' }, kind: 'survey', ownerId: owner.id, authority: 'city', territoryId: 'cn:440600', level: 'internal', updateCycle: 'month', updatedOn: '2026-08-01', ...more });

beforeAll(async () => {
  owner = await done(operator, 'POST', '/organisations', { name: { zh: '样例统计局' }, type: 'government', territoryId: 'cn:440600' });
  firm = await done(operator, 'POST', '/organisations', { name: { zh: '样例数据公司' }, type: 'enterprise', territoryId: 'cn:440300' });
});

describe('data assets', () => {
  it('pass their stages on a track, say when they are stale, and are kept by those in their scope', async () => {
    const made = await done(foshan, 'POST', '/data-assets', form());
    expect(made).toMatchObject({ stage: 'collect', state: 'active', stale: true, freshOn: '2026-08-01', grants: 0, owner: { id: owner.id } });
    expect((await call(foshan, 'POST', '/data-assets', form({ territoryId: 'cn:110000', ownerId: firm.id }))).status).toBe(403);
    expect((await call(reader, 'POST', '/data-assets', form())).status).toBe(403);
    expect((await call(foshan, 'POST', `/data-assets/${made.id}/moves`, { toStage: 'collect' }, 1)).body).toMatchObject({ reason: 'sameStage' });
    const moved = await done(foshan, 'POST', `/data-assets/${made.id}/moves`, { toStage: 'process', note: '已核对' }, 1);
    expect(moved).toMatchObject({ stage: 'process', version: 2, moves: [{ toStage: 'collect' }, { fromStage: 'collect', toStage: 'process', note: '已核对' }] });
    expect((await call(foshan, 'POST', `/data-assets/${made.id}/moves`, { toStage: 'circulate' }, 1)).status).toBe(412);
    const renewed = await done(foshan, 'POST', `/data-assets/${made.id}/renewal`, { updatedOn: '2026-11-20' }, 2);
    expect(renewed).toMatchObject({ stale: false, freshOn: '2026-11-20' });
    expect((await call(foshan, 'PUT', `/data-assets/${made.id}`, form({ territoryId: 'cn:110000', ownerId: firm.id }), 3)).body).toMatchObject({ reason: 'ownerOutside' });
    const ended = await done(foshan, 'POST', `/data-assets/${made.id}/end`, { state: 'disposed', note: '保存期满' }, 3);
    expect(ended).toMatchObject({ state: 'disposed', stateNote: '保存期满' });
    expect((await call(foshan, 'POST', `/data-assets/${made.id}/renewal`, {}, 4)).body).toMatchObject({ reason: 'stepImpossible' });
    expect((await call(foshan, 'PUT', `/data-assets/${made.id}`, form(), 4)).body).toMatchObject({ reason: 'assetEnded' });
  });

  it('know what they were made from, never in a ring', async () => {
    const raw = await done(operator, 'POST', '/data-assets', form({ name: { zh: '样例原始表' } }));
    const made = await done(operator, 'POST', '/data-assets', form({ name: { zh: '样例指数' }, kind: 'product', stage: 'addValue', origins: [{ assetId: raw.id, kind: 'derived' }] }));
    expect(await done(operator, 'GET', `/data-assets/${raw.id}`)).toMatchObject({ uses: [{ id: made.id, kind: 'derived' }] });
    expect((await call(operator, 'PUT', `/data-assets/${raw.id}`, form({ origins: [{ assetId: made.id, kind: 'derived' }] }), 1)).body).toMatchObject({ reason: 'originInRing' });
    expect((await call(operator, 'POST', '/data-assets', form({ origins: [{ assetId: owner.id, kind: 'derived' }] }))).body).toMatchObject({ reason: 'originUnknown' });
    expect((await call(operator, 'POST', '/data-assets', form({ sourceId: owner.id }))).body).toMatchObject({ reason: 'sourceUnknown' });
  });

  it('hide internal sets and their counts from readers', async () => {
    const before = await done(reader, 'GET', '/data-assets/tally');
    const hidden = await done(operator, 'POST', '/data-assets', form({ name: { zh: '样例内部库' }, visibility: 'internal' }));
    expect((await call(reader, 'GET', `/data-assets/${hidden.id}`)).status).toBe(404);
    expect(await done(reader, 'GET', '/data-assets/tally')).toEqual(before);
    expect(await done(reader, 'GET', '/data-assets?q=样例内部库')).toMatchObject({ total: 0 });
  });
});

describe('requests for data', () => {
  it('are asked once, answered by the keeper within ten working days, and end', async () => {
    const asset = await done(operator, 'POST', '/data-assets', form({ name: { zh: '样例名录库' } }));
    const wanted = { organisationId: firm.id, access: 'read', purpose: '研究产业配套' };
    const asked = await done(reader, 'POST', `/data-assets/${asset.id}/requests`, wanted);
    expect(asked).toMatchObject({ state: 'open', own: true, mine: false, late: false });
    expect(asked.dueAt).toMatch(/^2026-12-0/);
    expect((await call(reader, 'POST', `/data-assets/${asset.id}/requests`, wanted)).body).toMatchObject({ reason: 'askedAlready' });
    expect((await call(reader, 'POST', `/data-requests/${asked.id}/decision`, { grant: true, reason: '同意' }, 1)).status).toBe(403);
    expect(await done(foshan, 'GET', '/data-requests?state=open')).toMatchObject({ total: 1, items: [{ mine: true, own: false }] });
    expect((await call(foshan, 'POST', `/data-requests/${asked.id}/decision`, { grant: true, reason: '同意', grantedUntil: '2025-01-01' }, 1)).body).toMatchObject({ reason: 'grantEndsBefore' });
    expect(await done(foshan, 'POST', `/data-requests/${asked.id}/decision`, { grant: true, reason: '同意', grantedUntil: '2026-12-31' }, 1)).toMatchObject({ state: 'granted', dueAt: null });
    expect(await done(reader, 'GET', `/data-assets/${asset.id}`)).toMatchObject({ grants: 1, openRequests: 0 });
    expect(await done(reader, 'GET', '/data-assets?unshared=true&q=样例名录库')).toMatchObject({ total: 0 });
    expect((await call(reader, 'POST', `/data-requests/${asked.id}/withdrawal`)).body).toMatchObject({ reason: 'stepImpossible' });
    expect(await done(foshan, 'POST', `/data-requests/${asked.id}/end`, { reason: '用途变更' }, 2)).toMatchObject({ state: 'ended' });
    const again = await done(reader, 'POST', `/data-assets/${asset.id}/requests`, wanted);
    house.clock.set('2027-01-10T08:00:00.000Z');
    const later = await house.signIn('assets-foshan');
    expect(await done(later, 'GET', '/data-requests?late=true')).toMatchObject({ total: 1, items: [{ id: again.id, late: true }] });
    expect(await done(later, 'GET', '/data-assets/tally')).toMatchObject({ lateRequests: 1 });
    house.clock.set('2026-11-22T08:00:00.000Z');
    expect(await done(reader, 'POST', `/data-requests/${again.id}/withdrawal`)).toMatchObject({ state: 'withdrawn' });
  });
});
