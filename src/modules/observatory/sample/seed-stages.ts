import { findIndicators, insertIndicators, writeObservations } from '#modules/indicator/index.ts';
import type { Context } from '#platform/module/module.ts';
import { computeVerdict } from '../actions/stage/compute-stage.ts';
import { readEvidence } from '../actions/stage/diagnosis.ts';
import { insertEntry } from '../store/diagnosis.store.ts';
import { insertOpinion, sampleClusters, sampleSource } from '../store/stage.store.ts';
import { ruleOn } from '../store/stage-rule.store.ts';
import { sampleDiagnoses } from './stage-diagnoses.ts';
import { seedWarnings } from './seed-warnings.ts';
import { samplePoints, stageIndicators } from './stage-series.ts';

/** Generated series of twenty years, a verdict every few years, an override with dissent, and sheets; all marked. */
export async function seedStages(context: Context): Promise<Record<string, string>> {
  const clusters = await sampleClusters(context);
  if (clusters.length === 0) return {};
  const taken = new Set((await findIndicators(context.db, { keys: stageIndicators.map(({ key }) => key) })).map(({ key }) => key));
  await insertIndicators(context, stageIndicators.filter(({ key }) => !taken.has(key)));
  const ids = new Map((await findIndicators(context.db, { keys: stageIndicators.map(({ key }) => key) })).map(({ key, id }) => [key, id]));
  const sourceId = await sampleSource(context);
  const origin = { kind: 'sample' as const, id: context.newId() };
  await writeObservations(context, clusters.flatMap((subjectId, at) => samplePoints(at).map(({ key, ...point }) => ({ ...point, indicatorId: ids.get(key) ?? '', subjectKind: 'cluster' as const, subjectId, basis: 'public' as const, sourceId, sample: true, origin }))));
  const today = context.now.toISOString().slice(0, 10);
  const days = [2015, 2018, 2021, 2024].map((year) => `${year}-01-01`).concat(today);
  const newest: string[] = [];
  for (const on of days) {
    const rule = await ruleOn(context, on);
    if (!rule) continue;
    for (const [at, clusterId] of clusters.entries()) newest[at] = await computeVerdict(context, clusterId, on, rule);
  }
  await seedOpinions(context, newest[2]);
  for (const { cluster, heading, evidence, ...given } of sampleDiagnoses) {
    const clusterId = clusters[cluster];
    const read = clusterId === undefined ? null : await readEvidence(context, clusterId, { evidence: evidence.map(({ key, benchmark }) => ({ indicatorId: ids.get(key) ?? '', benchmark })) });
    if (clusterId !== undefined && read) await insertEntry(context, clusterId, heading, { after: 0, ...given }, read, true, '样例专家 · Sample expert');
  }
  await seedWarnings(context);
  return {};
}

async function seedOpinions(context: Context, verdictId: string | undefined): Promise<void> {
  if (verdictId === undefined) return;
  await insertOpinion(context, verdictId, { kind: 'override', stage: 'transformation', towards: 'growth', reason: '样例：新方向的订单和团队已成规模，实际已在转型与再成长之间。\nSample: orders and teams of the new direction have reached scale; it stands between transformation and new growth.' }, '样例专家甲 · Sample expert A');
  await insertOpinion(context, verdictId, { kind: 'dissent', stage: 'decline', towards: null, reason: '样例：企业数仍在下降，新增专利集中在两家企业，不足以说明转型。\nSample: firms still decline and new patents come from two firms; that does not show a transformation.' }, '样例专家乙 · Sample expert B');
}
