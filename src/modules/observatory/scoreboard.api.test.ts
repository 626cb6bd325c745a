import type { InjectOptions } from 'fastify';
import { describe, expect, it } from 'vitest';
import { indicatorModule } from '#modules/indicator/index.ts';
import { registryModule } from '#modules/registry/index.ts';
import { testProduct } from '../../../test/test-product.ts';
import { seedScoreboard } from './sample/seed-scoreboard.ts';
import type { Benchmark, Preview, Run, RunComparison, Trail } from './words/scoreboard-run.schema.ts';
import type { Edition, Scoreboard } from './words/scoreboard.schema.ts';

const house = await testProduct();
const spaceId = await house.newSpace();
const whole = { scopeKind: 'space' as const, scopeId: null };
await house.addUser(spaceId, 'board-operator', { role: 'operator', ...whole });
await house.addUser(spaceId, 'board-reader', { role: 'reader', ...whole });
await house.addUser(spaceId, 'board-foshan', { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:440600' });
const [operator, reader, foshan] = [await house.signIn('board-operator'), await house.signIn('board-reader'), await house.signIn('board-foshan')];

type Answer<Value> = { status: number; body: Value & { reason?: string; version: number } };
async function call<Value>(cookie: string, method: NonNullable<InjectOptions['method']>, path: string, payload?: object, version?: number): Promise<Answer<Value>> {
  const headers = version === undefined ? {} : { 'if-match': `"v${version}"` };
  const response = await house.request(cookie, { method, url: `/api/v1${path}`, headers, ...(payload ? { payload } : {}) });
  return { status: response.statusCode, body: JSON.parse(response.body || 'null') as Answer<Value>['body'] };
}
async function done<Value>(...args: Parameters<typeof call>): Promise<Value & { version: number }> {
  const answer = await call<Value>(...args);
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

const cities = ['cn:440600', 'cn:440100', 'cn:440300', 'cn:441900'];
const ids: Record<string, string> = {};
for (const [key, direction] of [['boardRevenue', 'up'], ['boardPatents', 'up'], ['boardEnergy', 'down'], ['boardPeople', 'up']] as const) {
  ids[key] = (await done<{ id: string }>(operator, 'POST', '/indicators', { key, name: { zh: `样例${key}`, en: key }, direction, unit: 'one' })).id;
}
const observe = (key: string, subjectId: string, value: string | null, over: object = {}) =>
  done<{ id: string }>(operator, 'POST', `/indicators/${ids[key]}/observations`, { subjectKind: 'territory', subjectId, period: '2025', value, basis: 'public', ...(value === null ? { operator: 'notStated', missing: 'suppressed' } : {}), ...over });
const figures: Record<string, (string | null)[]> = { boardRevenue: ['100', '80', '120', '60'], boardPatents: ['10', '0', null, '7'], boardEnergy: ['5', '9', '4', '6'], boardPeople: ['10', '10', '20', '5'] };
for (const [key, values] of Object.entries(figures)) for (const [at, value] of values.entries()) await observe(key, cities[at] as string, value);

const nodes = [
  { code: 'index', parent: null, name: { zh: '样例指数' } },
  { code: 'size', parent: 'index', name: { zh: '规模' }, weight: 2 },
  { code: 'output', parent: 'size', indicatorId: ids['boardRevenue'], denominatorId: ids['boardPeople'] },
  { code: 'patents', parent: 'size', indicatorId: ids['boardPatents'], lower: 0, upper: 20, target: 20 },
  { code: 'energy', parent: 'index', indicatorId: ids['boardEnergy'] },
];
const contentOf = (over: object = {}, choices: object = {}) => ({ period: '2025', subjects: cities.map((id, at) => ({ id, peer: at === 3 })), nodes, choices: { treatment: null, ...choices }, ...over });
const board = await done<Scoreboard>(operator, 'POST', '/scoreboards', { name: { zh: '样例记分牌' }, subjectKind: 'territory', territoryId: 'cn:440000', content: contentOf() });
const editionId = board.newest?.editionId ?? '';
const preview = (content: object, more: object = {}) => call<Preview>(operator, 'POST', `/scoreboards/${board.id}/preview`, { content, ...more });
const edition = () => done<Edition>(operator, 'GET', `/scoreboard-editions/${editionId}`);
const computed = async (id: string): Promise<Run> => {
  await done(operator, 'POST', `/scoreboard-editions/${id}/runs`, { uncertainty: { replications: 60, sensitivityPoints: 4 } });
  await house.product.runDueJobs();
  return done<Run>(operator, 'GET', `/scoreboard-runs/${(await done<Edition>(operator, 'GET', `/scoreboard-editions/${id}`)).runId}`);
};

describe('a preview', () => {
  it('divides, keeps missing, zero and withheld apart, and puts the tree together', async () => {
    const { body } = await preview(contentOf(), { parts: ['stages'] });
    expect(body.stages?.denominated.map((row) => row[0])).toEqual([10, 8, 6, 12]);
    expect(body.result?.marks.map((row) => row[1])).toEqual(['value', 'value', 'suppressed', 'value']);
    expect(body.result?.portraits.find(({ code }) => code === 'patents')).toMatchObject({ available: 3, zero: 1, suppressed: 1, missing: 0 });
    expect(body.result?.nodes.map(({ code, effectiveWeight }) => [code, effectiveWeight])).toEqual([['output', 1 / 3], ['patents', 1 / 3], ['energy', 1 / 3], ['size', 2 / 3], ['index', 1]].map(([code, share]) => [code, Number((share as number).toPrecision(12))]));
    expect(body.result?.ranks.map((row) => row.at(-1))).toEqual([1, 4, 3, 2]);
    expect(body.result?.scores[2]?.slice(0, 3)).toEqual([0, null, 100]);
  });

  it.each([
    ['goalposts without posts', contentOf({}, { normalisation: { method: 'goalposts' } }), 'choiceNeedsPosts'],
    ['targets that are missing', contentOf({}, { normalisation: { method: 'dist2target' } }), 'choiceNeedsTarget'],
    ['groups that nobody is in', contentOf({}, { imputation: 'group-mean' }), 'choiceNeedsGroups'],
    ['a reference that is not compared', contentOf({}, { normalisation: { method: 'dist2ref', subjectId: 'cn:110000' } }), 'choiceNeedsReference'],
    ['an empty scale', contentOf({}, { normalisation: { method: 'minmax', low: 1, high: 1 } }), 'choiceRangeEmpty'],
    ['a comparison of another size', contentOf({}, { weighting: { method: 'ahp', comparisons: [{ parent: 'size', matrix: [[1]] }] } }), 'comparisonMisfit'],
    ['one subject', contentOf({ subjects: [{ id: 'cn:440600' }] }), 'tooFewSubjects'],
    ['one subject twice', contentOf({ subjects: [{ id: 'cn:440600' }, { id: 'cn:440600' }] }), 'scoreboardSubjectTwice'],
    ['somebody unknown', contentOf({ subjects: [{ id: 'cn:440600' }, { id: 'cn:999999' }] }), 'scoreboardSubjectUnknown'],
    ['two tops', contentOf({ nodes: [...nodes, { code: 'other', parent: null, indicatorId: ids['boardPeople'] }] }), 'treeNotWhole'],
    ['a ring', contentOf({ nodes: [{ code: 'a', parent: 'b', name: { en: 'a' } }, { code: 'b', parent: 'a', name: { en: 'b' } }] }), 'treeNotWhole'],
    ['an unknown indicator', contentOf({ nodes: [{ code: 'a', parent: null, name: { en: 'a' } }, { code: 'b', parent: 'a', indicatorId: '0190aaaa-0000-7000-8000-00000000ffff' }] }), 'scoreboardIndicatorUnknown'],
    ['no period', contentOf({ period: 'sometime' }), 'scoreboardPeriodUnreadable'],
  ])('refuses %s', async (_, content, reason) => {
    expect((await preview(content)).body).toMatchObject({ status: 422, reason });
  });

  it.each([['zscore', {}], ['rank', {}], ['percentile-rank', {}], ['fracmax', {}]])('takes %s with ways of weighing and putting together', async (method, more) => {
    for (const [weighting, aggregation] of [['equal', 'arithmetic'], ['std', 'copeland'], ['critic', 'mpi'], ['pca1', 'bod']]) {
      const { status, body } = await preview(contentOf({}, { normalisation: { method, ...more }, weighting: { method: weighting }, aggregation: { method: aggregation }, imputation: 'median' }));
      expect([status, body.result?.scores.length]).toEqual([200, 4]);
    }
  }, 30_000);

  it('computes with what a formula gives', async () => {
    const { id } = await done<{ id: string }>(operator, 'POST', '/indicators', { key: 'boardPerHead', name: { zh: '样例人均' }, formula: 'boardRevenue / boardPeople', unit: 'one' });
    const { body } = await preview(contentOf({ nodes: [{ code: 'index', parent: null, name: { zh: '指数' } }, { code: 'perHead', parent: 'index', indicatorId: id }] }), { parts: ['stages'] });
    expect(body.stages?.raw).toEqual([[10], [8], [6], [12]]);
  });

  it('tells what is mixed instead of numbers, never accepts a ratio of two populations, and a mixture only with a reason', async () => {
    await observe('boardPatents', 'cn:440100', '3', { period: '2024' });
    await observe('boardPeople', 'cn:440600', '11', { period: '2023', scopeNote: '规上' });
    await observe('boardRevenue', 'cn:440600', '90', { period: '2023' });
    const ratio = await preview({ ...contentOf(), period: '2023', subjects: cities.slice(0, 2).map((id) => ({ id })) });
    expect(ratio.body).toMatchObject({ result: null, findings: [{ kind: 'ratioOfScopes', code: 'output', values: ['– / 规上'], subjectIds: ['cn:440600'], accepted: null }] });
    expect((await preview(contentOf({ period: '2023' }, { accepted: [{ kind: 'ratioOfScopes', reason: 'x' }] }))).status).toBe(400);
    const extra = { ...contentOf(), period: null, subjects: [...cities, 'cn:441300'].map((id) => ({ id })) };
    await observe('boardEnergy', 'cn:441300', '8', { period: '2022' });
    expect((await preview(extra)).body).toMatchObject({ result: null, findings: [{ kind: 'mixedPeriods', code: 'energy', values: ['2025', '2022'], subjectIds: ['cn:441300'] }] });
    const accepted = await preview({ ...extra, choices: { ...extra.choices, accepted: [{ kind: 'mixedPeriods', code: 'energy', reason: '能耗只有旧数' }] } });
    expect(accepted.body).toMatchObject({ result: { findings: [{ accepted: '能耗只有旧数' }] } });
  });
});

describe('an edition', () => {
  let run: Run;

  it('is for those who build within their mandate', async () => {
    const input = { name: { zh: '样例' }, subjectKind: 'territory' };
    expect((await call(reader, 'POST', '/scoreboards', { ...input, territoryId: 'cn:440600' })).status).toBe(403);
    expect((await call(foshan, 'POST', '/scoreboards', input)).status).toBe(403);
    const own = await done<Scoreboard>(foshan, 'POST', '/scoreboards', { ...input, territoryId: 'cn:440600' });
    expect(own).toMatchObject({ mayManage: true, newest: { state: 'draft', number: 1 } });
    expect((await call(foshan, 'PUT', `/scoreboards/${own.id}`, { name: { zh: '样例' }, territoryId: 'cn:440100' }, own.version)).status).toBe(403);
    expect((await call(foshan, 'GET', `/scoreboards/${board.id}`)).status).toBe(404);
    expect((await call(reader, 'GET', `/scoreboard-editions/${editionId}`)).status).toBe(404);
    expect((await done<{ total: number }>(reader, 'GET', '/scoreboards')).total).toBe(0);
  });

  it('is computed by a job, the same to the last byte, and can be published then', async () => {
    expect((await call(operator, 'POST', `/scoreboard-editions/${editionId}/step`, { verb: 'publish' }, (await edition()).version)).body).toMatchObject({ reason: 'editionStepNotNow' });
    run = await computed(editionId);
    expect(run).toMatchObject({ editionState: 'computed', number: 1, subjectCount: 4, indicatorCount: 3, seed: 1, replications: 60 });
    expect(run.result.intervals?.every(({ low, high }) => low !== null && high !== null && low <= high)).toBe(true);
    expect(run.result.varied.map(({ choice }) => choice)).toEqual(['treatment', 'imputation', 'normalisation', 'weights', 'aggregation']);
    const again = await computed(editionId);
    expect([again.number, again.inputHash, again.resultHash]).toEqual([2, run.inputHash, run.resultHash]);
    expect(await done(operator, 'POST', `/scoreboard-runs/${again.id}/check`)).toMatchObject({ same: true, recomputedHash: run.resultHash });
    expect((await call(reader, 'GET', `/scoreboard-runs/${again.id}`)).status).toBe(404);
    expect(await done(operator, 'POST', `/scoreboard-editions/${editionId}/step`, { verb: 'publish' }, (await edition()).version)).toMatchObject({ state: 'published' });
    expect(await done<{ total: number }>(reader, 'GET', '/scoreboards')).toMatchObject({ total: 1, items: [{ publishedCount: 1, newest: { state: 'published' } }] });
    expect((await call(reader, 'GET', `/scoreboard-runs/${run.id}`)).status).toBe(404);
    run = await done<Run>(reader, 'GET', `/scoreboard-runs/${again.id}`);
    expect((await call(operator, 'PUT', `/scoreboard-editions/${editionId}`, { content: contentOf() }, (await edition()).version)).body).toMatchObject({ reason: 'editionNotOpen' });
  }, 60_000);

  it('leads from the score to the source, to peers, to another edition and out of the house', async () => {
    const trail = await done<Trail>(reader, 'GET', `/scoreboard-runs/${run.id}/trail?subjectId=cn:440600`);
    expect(trail).toMatchObject({ rank: 1, nodes: [{ code: 'output', input: { value: '100', period: '2025', mark: 'value' }, denominator: { value: '10' }, stages: { raw: 100, denominated: 10 } }, {}, {}, { code: 'size', input: null }, {}] });
    const gaps = await done<Benchmark>(reader, 'GET', `/scoreboard-runs/${run.id}/benchmark?subjectId=cn:440100`);
    expect(gaps).toMatchObject({ peers: [{ id: 'cn:441900' }], rows: [{ ownValue: 8, peerValues: [12], bestPeerId: 'cn:441900' }, { ownMark: 'value' }, {}, {}, {}] });
    expect((await call(reader, 'GET', `/scoreboard-runs/${run.id}/benchmark?subjectId=x`)).body).toMatchObject({ reason: 'runSubjectUnknown' });
    const next = await done<Edition>(operator, 'POST', `/scoreboards/${board.id}/editions`, { fromId: editionId, note: '改权重' });
    const heavier = { ...next.content, nodes: next.content.nodes.map((node) => (node.code === 'energy' ? { ...node, weight: 5 } : node)) };
    await done(operator, 'PUT', `/scoreboard-editions/${next.id}`, { content: heavier }, next.version);
    const other = await computed(next.id);
    const compared = await done<RunComparison>(operator, 'GET', `/scoreboard-runs/${other.id}/comparison?withId=${run.id}`);
    expect(compared).toMatchObject({ sameInputs: true, changes: [{ path: 'nodes.energy.weight', from: '1', to: '5' }] });
    expect(compared.subjects.find(({ id }) => id === 'cn:440300')).toMatchObject({ fromRank: 3, toRank: 2 });
    expect((await call(reader, 'GET', `/scoreboard-runs/${run.id}/comparison?withId=${other.id}`)).body).toMatchObject({ reason: 'runOfOtherScoreboard' });
    const file = await house.request(reader, { method: 'GET', url: `/api/v1/scoreboard-runs/${run.id}/export` });
    const kept = JSON.parse(file.body) as { inputHash: string; input: { format: string; methods: object[] } };
    expect([kept.inputHash, kept.input.format, kept.input.methods.length]).toEqual([run.inputHash, 'clusterloom.scoreboard-run/1', 4]);
    const table = await house.request(reader, { method: 'GET', url: `/api/v1/scoreboard-runs/${run.id}/export?as=csv` });
    expect(table.body).toContain('input,cn:440300,');
  }, 60_000);

  it('is withdrawn with a reason, and stays away from all then', async () => {
    const { version } = await edition();
    expect((await call(operator, 'POST', `/scoreboard-editions/${editionId}/step`, { verb: 'withdraw' }, version)).body).toMatchObject({ reason: 'withdrawReasonMissing' });
    expect(await done(operator, 'POST', `/scoreboard-editions/${editionId}/step`, { verb: 'withdraw', reason: '数据有误' }, version)).toMatchObject({ state: 'withdrawn', stateNote: '数据有误' });
    expect((await call(reader, 'GET', `/scoreboard-runs/${run.id}`)).status).toBe(404);
  });
});

describe('values that are not for all', () => {
  it('keep a run from publication and from readers who may not see every one of them', async () => {
    const firms = await Promise.all(['甲', '乙', '丙'].map((name) => done<{ id: string }>(operator, 'POST', '/organisations', { name: { zh: `样例${name}` }, type: 'enterprise', territoryId: 'cn:440604' })));
    const far = await done<{ id: string }>(operator, 'POST', '/organisations', { name: { zh: '样例丁' }, type: 'enterprise', territoryId: 'cn:440100' });
    const values = `/indicators/${ids['boardEnergy']}/observations`;
    for (const [at, firm] of [...firms, far].entries()) await done(operator, 'POST', values, { subjectKind: 'organisation', subjectId: firm.id, period: '2025', value: String(at + 1), basis: 'statisticalSurvey' });
    const content = { period: '2025', subjects: [...firms, far].map(({ id }) => ({ id })), nodes: [{ code: 'index', parent: null, name: { zh: '指数' } }, { code: 'energy', parent: 'index', indicatorId: ids['boardEnergy'] }], choices: { treatment: null } };
    const made = await done<Scoreboard>(operator, 'POST', '/scoreboards', { name: { zh: '样例企业' }, subjectKind: 'organisation', territoryId: 'cn:440600', content });
    const run = await computed(made.newest?.editionId ?? '');
    expect((await call(foshan, 'GET', `/scoreboard-runs/${run.id}`)).body).toMatchObject({ status: 403, reason: 'inputsNotReadable' });
    const held = await done<Edition>(operator, 'GET', `/scoreboard-editions/${made.newest?.editionId}`);
    expect((await call(operator, 'POST', `/scoreboard-editions/${held.id}/step`, { verb: 'publish' }, held.version)).body).toMatchObject({ status: 409, reason: 'inputsNotReleased' });
    const own = await done<Scoreboard>(operator, 'GET', `/scoreboards/${made.id}`);
    await done(operator, 'PUT', `/scoreboards/${made.id}`, { name: { zh: '样例企业' }, territoryId: 'cn:440600', visibility: 'internal' }, own.version);
    expect(await done(operator, 'POST', `/scoreboard-editions/${held.id}/step`, { verb: 'publish' }, held.version)).toMatchObject({ state: 'published' });
    expect((await call(reader, 'GET', `/scoreboards/${made.id}`)).status).toBe(404);
    const inside = await done<Scoreboard>(operator, 'GET', `/scoreboards/${made.id}`);
    expect((await call(operator, 'PUT', `/scoreboards/${made.id}`, { name: { zh: '样例企业' }, territoryId: 'cn:440600', visibility: 'open' }, inside.version)).body).toMatchObject({ reason: 'inputsNotReleased' });
  }, 60_000);
});

it('has one scoreboard in the sample, published over generated figures only', async () => {
  const sample = await house.newSpace(async (context) => {
    await registryModule.seed?.(context);
    await indicatorModule.seed?.(context);
    await seedScoreboard(context);
  });
  await house.addUser(sample, 'board-sample', { role: 'reader', ...whole });
  const listed = await done<{ items: Scoreboard[] }>(await house.signIn('board-sample'), 'GET', '/scoreboards');
  expect(listed).toMatchObject({ items: [{ sample: true, newest: { state: 'published', indicatorCount: 9 } }] });
}, 120_000);
