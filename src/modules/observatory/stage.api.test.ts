import { beforeAll, describe, expect, it } from 'vitest';
import { insertIndicators, writeObservations } from '#modules/indicator/index.ts';
import { jsonCalls, type Json } from '../../../test/json-calls.ts';
import { testProduct } from '../../../test/test-product.ts';
import { samplePoints, stageIndicators } from './sample/stage-series.ts';
import { defaultStageRule } from './words/stage-default.rules.ts';
import { findIndicators } from '#modules/indicator/index.ts';

const house = await testProduct();
const spaceId = await house.newSpace();
const whole = { scopeKind: 'space', scopeId: null } as const;
await house.addUser(spaceId, 'stage-operator', { role: 'operator', ...whole });
await house.addUser(spaceId, 'stage-national', { role: 'nationalOfficer', ...whole });
await house.addUser(spaceId, 'stage-foshan', { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:440600' });
await house.addUser(spaceId, 'stage-expert', { role: 'expert', ...whole });
await house.addUser(spaceId, 'stage-other', { role: 'expert', ...whole });
await house.addUser(spaceId, 'stage-reader', { role: 'reader', ...whole });
const [operator, national, foshan, expert, other, reader] = await Promise.all(['operator', 'national', 'foshan', 'expert', 'other', 'reader'].map((name) => house.signIn(`stage-${name}`)));

const { call, done } = jsonCalls(house);

const clusters: string[] = [];
let hidden: Json;

beforeAll(async () => {
  for (let at = 0; at < 6; at += 1) clusters.push((await done(operator, 'POST', '/clusters', { name: { zh: `样例集群 ${at}` }, territories: [{ territoryId: 'cn:440600', scope: 'base' }] })).id);
  hidden = await done(operator, 'POST', '/clusters', { name: { zh: '样例内部集群' }, visibility: 'internal', territories: [{ territoryId: 'cn:440300', scope: 'base' }] });
  await house.product.asSystem(spaceId, async (context) => {
    await insertIndicators(context, stageIndicators);
    const ids = new Map((await findIndicators(context.db, { keys: stageIndicators.map(({ key }) => key) })).map(({ key, id }) => [key, id]));
    await writeObservations(context, clusters.flatMap((subjectId, at) => samplePoints(at).map(({ key, ...point }) => ({ ...point, indicatorId: ids.get(key) ?? '', subjectKind: 'cluster' as const, subjectId, basis: 'public' as const, origin: { kind: 'sample' as const, id: context.newId() } }))));
  });
});

const judge = (at: number, on?: string, by = foshan) => done(by, 'POST', `/clusters/${clusters[at]}/stage-verdicts`, on ? { on } : {});

describe('a stage by the rules', () => {
  it('follows the series, shows every clause, and leaves what is not known undetermined', async () => {
    const verdicts = [];
    for (let at = 0; at < 6; at += 1) verdicts.push(await judge(at));
    expect(verdicts.map(({ stage, towards, reason, emerging }) => [stage, towards, reason, emerging])).toEqual([
      ['maturity', null, null, false], ['growth', null, null, false], ['transformation', null, null, false], [null, null, 'open', true], ['decline', null, null, false], ['initial', null, null, false],
    ]);
    const { evidence } = verdicts[3] as unknown as { evidence: { measures: Json[]; stages: { stage: string; outcome: string; clauses: Json[] }[] } };
    expect(evidence.measures.find(({ key }) => key === 'size')).toMatchObject({ hint: { stage: 'undetermined', emerging: true, reason: 'noCeiling' }, withheld: false });
    expect(evidence.measures.find(({ key }) => key === 'variety')).toMatchObject({ value: null, notes: ['noMembers'] });
    const clause = evidence.stages.find(({ stage }) => stage === 'growth')?.clauses.find(({ id }) => id === 'growthConcentration');
    expect(clause).toMatchObject({ outcome: 'fail', inputs: [{ name: 'concentration', asOf: '2025' }], distance: { operator: '>=', threshold: '35' } });
  });
  it('is judged for an earlier day from what had been seen by then, and keeps its history', async () => {
    expect(await judge(0, '2014-01-01')).toMatchObject({ on: '2014-01-01', stage: 'growth', reason: null, edition: '1', productDefault: true });
    const held = await done(reader, 'GET', `/clusters/${clusters[0]}/stage`);
    expect(held).toMatchObject({ latest: { on: '2026-11-22', stage: 'maturity' }, rule: { id: 'default', productDefault: true } });
    expect((held['history'] as Json[]).map(({ on }) => on)).toEqual(['2026-11-22', '2014-01-01']);
    expect((await call(foshan, 'POST', `/clusters/${clusters[0]}/stage-verdicts`, { on: '2027-01-01' })).body).toMatchObject({ reason: 'dayAhead' });
    expect((await call(foshan, 'POST', `/clusters/${clusters[0]}/stage-verdicts`, { on: '1999-01-01' })).body).toMatchObject({ reason: 'noRuleThen' });
  });

  it('is computed in one’s own scope only, and seen as the cluster is', async () => {
    for (const who of [reader, expert]) expect((await call(who, 'POST', `/clusters/${clusters[0]}/stage-verdicts`, {})).status).toBe(403);
    expect((await call(foshan, 'POST', `/clusters/${hidden.id}/stage-verdicts`, {})).status).toBe(404);
    await done(operator, 'POST', `/clusters/${hidden.id}/stage-verdicts`, {});
    expect((await call(reader, 'GET', `/clusters/${hidden.id}/stage`)).status).toBe(404);
    expect(await done(reader, 'GET', '/stages?q=样例内部集群')).toMatchObject({ total: 0 });
    expect(await done(operator, 'GET', '/stages?q=样例内部集群')).toMatchObject({ total: 1, items: [{ latest: { stage: null, reason: 'open' } }] });
  });

  it('lists clusters by stage and over time', async () => {
    expect(await done(reader, 'GET', '/stages?stage=maturity')).toMatchObject({ total: 1, items: [{ id: clusters[0], latest: { shown: { stage: 'maturity' } }, history: [{ on: '2014-01-01', stage: 'growth' }, { on: '2026-11-22', stage: 'maturity' }] }] });
    expect(await done(reader, 'GET', '/stages?stage=undetermined&sort=-on')).toMatchObject({ total: 1 });
  });

  it('withholds counts that rest on internal rows from whoever may not see them', async () => {
    const firm = await done(operator, 'POST', '/organisations', { name: { zh: '样例内部企业' }, type: 'enterprise', territoryId: 'cn:440600', visibility: 'internal' });
    await done(operator, 'POST', `/clusters/${clusters[1]}/members`, { organisationId: firm.id });
    const own = await judge(1);
    const typesOf = (verdict: Json) => (verdict as unknown as { evidence: { measures: Json[] } }).evidence.measures.find(({ key }) => key === 'actorTypes');
    expect(typesOf(own)).toMatchObject({ value: '1', withheld: false });
    expect(typesOf((await done(reader, 'GET', `/clusters/${clusters[1]}/stage`))['latest'] as Json)).toMatchObject({ value: null, withheld: true });
  });
});

describe('opinions on a verdict', () => {
  it('override it with a reason, keep dissent, and are taken back by their own author', async () => {
    const verdict = await judge(4);
    const path = `/clusters/${clusters[4]}/stage-verdicts/${verdict.id}/opinions`;
    expect((await call(reader, 'POST', path, { kind: 'override', stage: 'maturity', reason: '看法' })).status).toBe(403);
    expect((await call(expert, 'POST', path, { kind: 'override', stage: 'maturity', towards: 'maturity', reason: '看法' })).status).toBe(400);
    expect(await done(expert, 'POST', path, { kind: 'override', stage: 'maturity', towards: 'decline', reason: '行业整体放缓' })).toMatchObject({ stage: 'decline', shown: { stage: 'maturity', towards: 'decline', overridden: true }, dissents: 0 });
    await done(other, 'POST', path, { kind: 'dissent', stage: 'decline', reason: '退出面过大' });
    const second = await done(national, 'POST', path, { kind: 'override', stage: 'transformation', reason: '新方向已成' });
    expect(second).toMatchObject({ shown: { stage: 'transformation', overridden: true }, dissents: 2 });
    const mine = (second['opinions'] as Json[]).find(({ kind, stage }) => kind === 'override' && stage === 'transformation');
    expect(await done(reader, 'GET', '/stages?disputed=true')).toMatchObject({ total: 1, items: [{ id: clusters[4] }] });
    const back = `/clusters/${clusters[4]}/stage-opinions/${mine?.id}/withdrawal`;
    expect((await call(expert, 'POST', back, { reason: '不同意' })).body).toMatchObject({ reason: 'opinionOfOther' });
    expect(await done(national, 'POST', back, { reason: '改由专家定' })).toMatchObject({ shown: { stage: 'maturity' }, dissents: 1 });
    expect((await call(national, 'POST', back, { reason: '再撤' })).body).toMatchObject({ reason: 'opinionEnded' });
    await judge(4);
    expect((await call(expert, 'POST', path, { kind: 'dissent', stage: 'growth', reason: '迟到' })).body).toMatchObject({ reason: 'verdictOld' });
  });
});

describe('editions of the rules', () => {
  const edition = (more: object = {}) => ({ edition: '2026', validFrom: '2026-01-01', note: '放宽成长阶段的条件数', content: { ...defaultStageRule, stages: defaultStageRule.stages.map((each) => ({ ...each, atLeast: 2 })) }, ...more });
  it('are checked, dated, and judge from their day on', async () => {
    expect((await call(foshan, 'POST', '/stage-rules', edition())).status).toBe(403);
    const [firstStage, ...others] = defaultStageRule.stages;
    const written = (expression: string) => edition({ content: { ...defaultStageRule, stages: [{ ...firstStage, clauses: [{ ...firstStage?.clauses[0], expression }] }, ...others] } });
    expect((await call(national, 'POST', '/stage-rules', written('size >='))).body).toMatchObject({ reason: 'clauseUnreadable' });
    expect((await call(national, 'POST', '/stage-rules', written('sales >= 3'))).body).toMatchObject({ reason: 'factUnknown' });
    expect((await call(national, 'POST', '/stage-rules', edition({ content: { ...defaultStageRule, lead: 'actorTypes' } }))).body).toMatchObject({ reason: 'leadUnknown' });
    expect((await call(national, 'POST', '/stage-rules', edition({ validFrom: '1999-01-01' }))).body).toMatchObject({ reason: 'editionTooEarly' });
    const made = await done(national, 'POST', '/stage-rules', edition());
    expect(made).toMatchObject({ edition: '2026', productDefault: false, inForce: true, validUntil: null });
    expect((await done(reader, 'GET', '/stage-rules')).items.map(({ edition: name, validUntil, inForce }) => [name, validUntil, inForce])).toEqual([['2026', null, true], ['1', '2025-12-31', false]]);
    expect(await judge(1, '2025-06-30')).toMatchObject({ edition: '1', productDefault: true });
    expect(await judge(1)).toMatchObject({ edition: '2026', ruleId: made.id, productDefault: false });
    expect((await call(national, 'POST', '/stage-rules', edition({ validFrom: '2026-02-01' }))).body).toMatchObject({ reason: 'editionTaken' });
  });
});

describe('diagnosis', () => {
  it('keeps every version, with figures, their sources and what they are held against', async () => {
    const path = `/clusters/${clusters[0]}/diagnosis`;
    const indicator = (await done(operator, 'GET', '/indicators?q=patentApplications')).items[0];
    const finding = { after: 0, judgement: 'poor', text: { zh: '专利增长放缓' }, evidence: [{ indicatorId: indicator?.id, benchmark: { value: '520', source: '对照集群' } }] };
    expect(await done(expert, 'POST', `${path}/innovationWeak`, finding)).toMatchObject({ number: 1, judgement: 'poor', evidence: [{ period: '2025', benchmark: { value: '520' } }] });
    expect((await call(expert, 'POST', `${path}/innovationWeak`, finding)).status).toBe(412);
    expect((await call(expert, 'POST', `${path}/innovationWeak`, { ...finding, after: 1, judgement: null })).body).toMatchObject({ reason: 'judgementMissing' });
    expect((await call(expert, 'POST', `${path}/outlook`, finding)).body).toMatchObject({ reason: 'judgementOdd' });
    expect((await call(expert, 'POST', `${path}/outlook`, { after: 0, text: { zh: '向好' }, evidence: [{ indicatorId: clusters[0] }] })).body).toMatchObject({ reason: 'indicatorUnknown' });
    expect((await call(reader, 'POST', `${path}/outlook`, { after: 0, text: { zh: '向好' } })).status).toBe(403);
    await done(expert, 'POST', `${path}/innovationWeak`, { ...finding, after: 1, judgement: 'fair' });
    expect((await done(reader, 'GET', path)).items).toMatchObject([{ heading: 'innovationWeak', number: 2, judgement: 'fair' }]);
    expect((await done(reader, 'GET', `${path}/innovationWeak`)).items.map(({ number }) => number)).toEqual([2, 1]);
  });
});

describe('all clusters of a scope', () => {
  it('are judged by a job, each once', async () => {
    expect((await call(reader, 'POST', '/stages/verdicts')).status).toBe(403);
    house.clock.set('2026-11-23T08:00:00.000Z');
    const officer = await house.signIn('stage-foshan');
    expect((await call(officer, 'POST', '/stages/verdicts')).status).toBe(202);
    await house.product.runDueJobs();
    expect((await done(officer, 'GET', '/stages')).items.map(({ latest }) => (latest as Json)['on'])).toEqual(Array.from({ length: 6 }, () => '2026-11-23'));
    expect((await done(officer, 'GET', `/clusters/${clusters[0]}/stage`))['latest']).toMatchObject({ computedByName: expect.any(String) as unknown, stage: 'maturity' });
    house.clock.set('2026-11-22T08:00:00.000Z');
  });
});
