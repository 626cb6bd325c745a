import { beforeAll, describe, expect, it } from 'vitest';
import { findIndicators, insertIndicators, writeObservations } from '#modules/indicator/index.ts';
import { jsonCalls, type Json } from '../../../test/json-calls.ts';
import { testProduct } from '../../../test/test-product.ts';
import { stageIndicators } from './sample/stage-series.ts';

const house = await testProduct();
const spaceId = await house.newSpace();
const whole = { scopeKind: 'space', scopeId: null } as const;
await house.addUser(spaceId, 'alarm-operator', { role: 'operator', ...whole });
await house.addUser(spaceId, 'alarm-foshan', { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:440600' });
await house.addUser(spaceId, 'alarm-reader', { role: 'reader', ...whole });
const [operator, foshan, reader] = await Promise.all(['operator', 'foshan', 'reader'].map((name) => house.signIn(`alarm-${name}`)));

const { call, done } = jsonCalls(house);

const clusters: string[] = [];
let indicatorId = '';
let hidden = '';
const write = (rows: readonly (readonly [string, string, string])[]) =>
  house.product.asSystem(spaceId, async (context) => {
    await writeObservations(context, rows.map(([subjectId, period, value]) => ({ indicatorId, subjectKind: 'cluster' as const, subjectId, period, value, unit: 'firm', basis: 'public' as const, origin: { kind: 'sample' as const, id: context.newId() } })));
  });

beforeAll(async () => {
  for (let at = 0; at < 3; at += 1) clusters.push((await done(operator, 'POST', '/clusters', { name: { zh: `样例集群 ${at}` }, territories: [{ territoryId: 'cn:440600', scope: 'base' }] })).id);
  hidden = (await done(operator, 'POST', '/clusters', { name: { zh: '样例内部集群' }, visibility: 'internal', territories: [{ territoryId: 'cn:440300', scope: 'base' }] })).id;
  await house.product.asSystem(spaceId, async (context) => {
    await insertIndicators(context, stageIndicators);
    indicatorId = (await findIndicators(context.db, { keys: ['newFirms'] }))[0]?.id ?? '';
  });
  await write(clusters.flatMap((id, at) => [2019, 2020, 2021, 2022, 2023, 2024, 2025].map((year, step) => [id, String(year), String([100 - 6 * step, 50 + 5 * step, 70][at])] as const)));
  await write([[hidden, '2024', '90'], [hidden, '2025', '20']]);
});

const content = (tests: object[], more: object = {}) => ({ title: { zh: '样例规则', en: 'Sample rule' }, severity: 'serious', subjects: { kind: 'cluster' }, tests, ...more });
const makeRule = (tests: object[], more: object = {}) => done(operator, 'POST', '/alarm-rules', { indicatorId, validFrom: '2026-01-01', note: 'Sample', content: content(tests, more) });
async function evaluate(): Promise<void> {
  await done(operator, 'POST', '/alarm-rule-evaluations');
  await house.product.runDueJobs();
}
const warningsOf = (rule: Json, who = operator) => done(who, 'GET', `/warnings?ruleId=${rule.id}`);
const namesIn = ({ items }: Json) => items.map(({ subject }) => (subject as { id: string }).id).toSorted();

describe('alarm rules', () => {
  it('warn by bound, change, place, share and trend, with the values behind each', async () => {
    const threshold = await makeRule([{ kind: 'threshold', operator: '<', bound: '65' }]);
    const change = await makeRule([{ kind: 'change', against: 'yearEarlier', measure: 'percent', operator: '<=', bound: '-50' }]);
    const rank = await makeRule([{ kind: 'rank', direction: 'falls', places: 1 }]);
    const share = await makeRule([{ kind: 'share', operator: '>', bound: '37' }], { subjects: { kind: 'cluster', territoryId: 'cn:440600' } });
    const trend = await makeRule([{ kind: 'trend', direction: 'falls', window: 7, alpha: 0.05 }], { severity: 'urgent' });
    await evaluate();
    expect(namesIn(await warningsOf(threshold))).toEqual([clusters[0], hidden].toSorted());
    expect(namesIn(await warningsOf(change))).toEqual([hidden]);
    expect(namesIn(await warningsOf(rank))).toEqual([clusters[0]]);
    expect(namesIn(await warningsOf(share))).toEqual([clusters[1]]);
    expect(namesIn(await warningsOf(trend))).toEqual([clusters[0]]);
    const [first] = (await warningsOf(trend)).items;
    const warning = await done(operator, 'GET', `/warnings/${first?.id}`);
    expect(warning).toMatchObject({ state: 'open', severity: 'urgent', period: '2025', value: '64', may: ['acknowledge', 'dismiss'], targets: [], evidence: { unit: 'firm', signs: [{ outcome: 'pass', before: null, reason: null }] } });
    expect((warning['evidence'] as { series: Json[] }).series).toHaveLength(7);
    expect((await done(operator, 'GET', `/warnings/${(await warningsOf(change)).items[0]?.id}`))['evidence']).toMatchObject({ signs: [{ before: { period: '2024', value: '90' }, beyond: '27.77777778', missing: '0' }] });
    expect(await done(operator, 'GET', `/alarm-rules/${share.id}`)).toMatchObject({ outcome: { subjects: 3, unknown: 0 }, territory: { zh: '佛山市' }, may: { manage: true } });
  });

  it('do not warn again of the same signs, whatever the bound becomes, and warn of new ones after figures came in', async () => {
    const rule = await makeRule([{ kind: 'threshold', operator: '>', bound: '75' }]);
    await evaluate();
    expect(await warningsOf(rule)).toMatchObject({ total: 1 });
    await done(operator, 'POST', `/alarm-rules/${rule.id}/editions`, { validFrom: '2026-06-01', note: 'Sample', content: content([{ kind: 'threshold', operator: '>', bound: '60' }], { subjects: { kind: 'cluster', ids: [clusters[1], clusters[2]] } }) });
    await evaluate();
    expect(namesIn(await warningsOf(rule))).toEqual([clusters[1], clusters[2]].toSorted());
    expect(await done(operator, 'GET', `/alarm-rules/${rule.id}`)).toMatchObject({ edition: { number: 2 }, editions: [{ number: 2, inForce: true }, { number: 1, inForce: false }], outcome: { subjects: 2, unknown: 0 } });
    await write([[clusters[1] ?? '', '2025-11', '81']]);
    await house.product.runDueJobs();
    expect((await warningsOf(rule)).total).toBe(2);
    await done(operator, 'POST', `/alarm-rules/${rule.id}/state`, { state: 'paused' });
    await write([[clusters[2] ?? '', '2018', '1']]);
    await evaluate();
    expect((await warningsOf(rule)).total).toBe(2);
  });

  it('are refused where they could not work, and kept by those who answer for the space', async () => {
    const bare = { indicatorId, validFrom: '2026-01-01', note: 'Sample', content: content([{ kind: 'threshold', operator: '<', bound: '1' }]) };
    for (const who of [reader, foshan]) expect((await call(who, 'POST', '/alarm-rules', bare)).status).toBe(403);
    expect((await call(operator, 'POST', '/alarm-rules', { ...bare, indicatorId: hidden })).body).toMatchObject({ reason: 'alarmIndicatorUnknown' });
    expect((await call(operator, 'POST', '/alarm-rules', { ...bare, content: content(bare.content.tests, { subjects: { kind: 'cluster', ids: ['nobody'] } }) })).body).toMatchObject({ reason: 'alarmSubjectsUnknown' });
    expect((await call(operator, 'POST', '/alarm-rules', { ...bare, content: content([]) })).status).toBe(400);
    const rule = await done(operator, 'POST', '/alarm-rules', bare);
    expect((await call(operator, 'POST', `/alarm-rules/${rule.id}/editions`, { ...bare, indicatorId: undefined, validFrom: '2025-12-31' })).body).toMatchObject({ reason: 'alarmEditionTooEarly' });
    expect(await done(reader, 'GET', `/alarm-rules/${rule.id}`)).toMatchObject({ state: 'active', may: { manage: false } });
  });
});

describe('a warning', () => {
  it('goes its way by the table, keeps what was said, and tells those who answer for the place', async () => {
    const rule = await makeRule([{ kind: 'threshold', operator: '<', bound: '66' }], { severity: 'urgent' });
    await evaluate();
    const mine = (await warningsOf(rule, foshan)).items.find(({ subject }) => (subject as { id: string }).id === clusters[0]);
    const step = (verb: string, more: object = {}, who = foshan) => call(who, 'POST', `/warnings/${mine?.id}/steps`, { verb, ...more });
    expect((await step('close')).body).toMatchObject({ reason: 'stepNotPossible' });
    expect((await step('dismiss')).body).toMatchObject({ reason: 'stepNeedsReason' });
    expect((await step('raise', { targetId: 'governance.matter' })).body).toMatchObject({ reason: 'raiseTargetUnknown' });
    expect((await step('acknowledge')).body).toMatchObject({ state: 'acknowledged', may: ['dismiss', 'close'] });
    expect((await step('close', { note: 'Looked into' })).body).toMatchObject({ state: 'closed', may: ['reopen'], steps: [{ verb: 'acknowledge' }, { verb: 'close', note: 'Looked into' }] });
    expect((await step('reopen', { note: 'Again' })).body).toMatchObject({ state: 'open' });
    expect((await step('acknowledge', {}, reader)).status).toBe(403);
    const notices = await done(foshan, 'GET', '/notices');
    expect(notices.items.some(({ kind }) => kind === 'observatory.warningRaised')).toBe(true);
  });

  it('is counted and seen as the values behind it are', async () => {
    const seen = await done(reader, 'GET', '/warnings?limit=100');
    expect(namesIn(seen)).not.toContain(hidden);
    const secret = (await done(operator, 'GET', `/warnings?subjectId=${hidden}`)).items[0];
    expect(secret).toBeDefined();
    for (const who of [reader, foshan]) expect((await call(who, 'GET', `/warnings/${secret?.id}`)).status).toBe(404);
    const counts = (await done(reader, 'GET', '/warnings/counts')) as unknown as { byState: { count: number }[] };
    expect(counts.byState.reduce((sum, { count }) => sum + count, 0)).toBe(seen.total);
    expect((await done(foshan, 'GET', '/waiting')).items.some(({ href }) => href === '/warnings?state=open')).toBe(true);
    expect((await done(reader, 'GET', '/warnings?severity=urgent&state=waiting&q=样例集群')).items.every(({ severity }) => severity === 'urgent')).toBe(true);
  });
});
