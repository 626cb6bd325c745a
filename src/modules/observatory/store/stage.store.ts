import { sql } from 'kysely';
import type { z } from 'zod';
import { clustersIn, clustersWhere } from '#modules/registry/index.ts';
import { actedName } from '#platform/auth/acted-name.ts';
import { keyset, toPage, type SortKey } from '#platform/db/page.ts';
import { allOf, asJson, isoDay, isoTime } from '#platform/db/row-sql.ts';
import type { Context } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { FoldedStage } from '../words/stage.rules.ts';
import type { ClusterStageRow, Opinion, opinionInputSchema, StageEvidence, stageListQuery, StageRule, VerdictSummary } from '../words/stage.schema.ts';

/** A verdict (`v`) with the override that is shown of it: the newest that nobody took back. */
const withOverride = sql`stage_verdict v left join lateral (select o.stage, o.towards from stage_opinion o where o.verdict_id = v.id and o.kind = 'override' and o.withdrawn_at is null order by o.judged_at desc, o.id desc limit 1) override on true`;
const shownStage = sql`coalesce(override.stage, v.stage)`;
const shownTowards = sql`case when override.stage is null then v.towards else override.towards end`;
const summary = sql`jsonb_build_object('id', v.id, 'on', ${isoDay('v.on_date')}, 'stage', v.stage, 'towards', v.towards, 'reason', v.reason, 'emerging', v.emerging,
    'ruleId', coalesce(v.rule_id::text, 'default'), 'edition', v.edition, 'productDefault', v.rule_id is null, 'computedAt', ${isoTime('v.computed_at')}, 'computedByName', v.computed_by_name, 'sample', v.sample,
    'shown', jsonb_build_object('stage', ${shownStage}, 'towards', ${shownTowards}, 'overridden', override.stage is not null),
    'dissents', (select count(*)::int from stage_opinion o where o.verdict_id = v.id and o.withdrawn_at is null) - (override.stage is not null)::int)`;
/** A later verdict for a day replaces an earlier one for the same day. */
const newestOfDay = sql`not exists (select 1 from stage_verdict later where later.space_id = v.space_id and later.cluster_id = v.cluster_id and later.on_date = v.on_date and (later.computed_at, later.id) > (v.computed_at, v.id))`;
const latestOf = sql`lateral (select v.on_date, ${summary} as summary, coalesce(${shownStage}, 'undetermined') as shown from ${withOverride} where v.cluster_id = cluster.id order by v.on_date desc, v.computed_at desc, v.id desc limit 1) latest`;

/** Null for a cursor this list did not make. */
export async function listStageRows(context: Context, query: z.output<typeof stageListQuery>): Promise<Page<ClusterStageRow> | null> {
  const keys: Record<string, SortKey> = { name: { expression: sql`cluster.sort_name`, type: 'text' }, on: { expression: sql`coalesce(latest.on_date, '-infinity'::date)::timestamptz`, type: 'timestamptz' } };
  const page = keyset(keys, query.sort, query.cursor, sql`cluster.id`);
  if (!page) return null;
  const where = allOf([
    clustersWhere(context, { q: query.q, territoryId: query.territoryId }),
    ...(query.stage === undefined ? [] : [query.stage === 'none' ? sql<boolean>`latest.summary is null` : sql<boolean>`latest.shown = ${query.stage}`]),
    ...(query.disputed === undefined ? [] : [sql<boolean>`coalesce((latest.summary ->> 'dissents')::int > 0, false) = ${query.disputed === 'true'}`]),
  ]);
  const from = sql`from cluster left join ${latestOf} on true`;
  const { rows } = await sql<ClusterStageRow & { cursor_value: string }>`
    select cluster.id, cluster.name, cluster.sample, latest.summary as latest, ${page.cursorValue} as cursor_value,
      (select coalesce(jsonb_agg(jsonb_build_object('on', ${isoDay('v.on_date')}, 'stage', ${shownStage}, 'towards', ${shownTowards}, 'emerging', v.emerging, 'overridden', override.stage is not null) order by v.on_date), '[]')
        from ${withOverride} where v.cluster_id = cluster.id and ${newestOfDay}) as history
    ${from} where ${where} and ${page.after} order by ${page.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count ${from} where ${where}`.execute(context.db);
  return toPage(rows, query.limit, query.sort, total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

/** Newest day first; of one day the newest computation. */
export async function verdictsOf(context: Context, clusterId: string, most = 100): Promise<VerdictSummary[]> {
  const { rows } = await sql<{ summary: VerdictSummary }>`select ${summary} as summary from ${withOverride} where v.cluster_id = ${clusterId}::uuid order by v.on_date desc, v.computed_at desc, v.id desc limit ${most}`.execute(context.db);
  return rows.map(({ summary }) => summary);
}

export interface HeldVerdict {
  summary: VerdictSummary;
  evidence: StageEvidence;
  opinions: (Omit<Opinion, 'inForce' | 'own'> & { judgedBy: string | null })[];
}

export async function findVerdict(context: Context, clusterId: string, verdictId: string): Promise<HeldVerdict | null> {
  const { rows } = await sql<HeldVerdict>`select ${summary} as summary, v.evidence,
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'kind', o.kind, 'stage', o.stage, 'towards', o.towards, 'reason', o.reason, 'judgedBy', o.judged_by, 'judgedByName', o.judged_by_name, 'judgedAt', ${isoTime('o.judged_at')},
        'withdrawnAt', ${isoTime('o.withdrawn_at')}, 'withdrawnByName', o.withdrawn_by_name, 'withdrawnReason', o.withdrawn_reason) order by o.judged_at desc, o.id desc), '[]') from stage_opinion o where o.verdict_id = v.id) as opinions
    from ${withOverride} where v.cluster_id = ${clusterId}::uuid and v.id = ${verdictId}::uuid`.execute(context.db);
  return rows[0] ?? null;
}

export async function insertVerdict(context: Context, given: { clusterId: string; on: string; folded: FoldedStage; emerging: boolean; rule: StageRule; evidence: StageEvidence; sample: boolean }): Promise<string> {
  const { folded, rule } = given;
  const id = context.newId();
  await sql`insert into stage_verdict (space_id, id, cluster_id, on_date, stage, towards, reason, emerging, rule_id, edition, evidence, computed_by, computed_by_name, computed_at, sample)
    values (${context.spaceId}, ${id}, ${given.clusterId}, ${given.on}::date, ${folded.stage}, ${folded.towards}, ${folded.reason}, ${given.emerging}, ${rule.productDefault ? null : rule.id}::uuid, ${rule.edition}, ${asJson(given.evidence)},
      ${context.actor.personId}, ${actedName(context.actor, context.language)}, ${context.now}, ${given.sample})`.execute(context.db);
  return id;
}

export async function insertOpinion(context: Context, verdictId: string, given: z.output<typeof opinionInputSchema>, byName = actedName(context.actor, context.language)): Promise<string> {
  const id = context.newId();
  await sql`insert into stage_opinion (space_id, id, verdict_id, kind, stage, towards, reason, judged_by, judged_by_name, judged_at)
    values (${context.spaceId}, ${id}, ${verdictId}, ${given.kind}, ${given.stage}, ${given.towards}, ${given.reason}, ${context.actor.personId}, ${byName}, ${context.now})`.execute(context.db);
  return id;
}

/** The opinion with its verdict, held until the transaction ends; null when the cluster has no such one. */
export async function lockOpinion(context: Context, clusterId: string, opinionId: string): Promise<{ verdictId: string; judgedBy: string | null; ended: boolean } | null> {
  const { rows } = await sql<{ verdictId: string; judgedBy: string | null; ended: boolean }>`select o.verdict_id as "verdictId", o.judged_by as "judgedBy", o.withdrawn_at is not null as ended
    from stage_opinion o join stage_verdict v on v.space_id = o.space_id and v.id = o.verdict_id where o.id = ${opinionId}::uuid and v.cluster_id = ${clusterId}::uuid for update of o`.execute(context.db);
  return rows[0] ?? null;
}

export async function endOpinion(context: Context, opinionId: string, reason: string): Promise<void> {
  await sql`update stage_opinion set withdrawn_by = ${context.actor.personId}, withdrawn_by_name = ${actedName(context.actor, context.language)}, withdrawn_reason = ${reason}, withdrawn_at = ${context.now} where id = ${opinionId}::uuid`.execute(context.db);
}

export async function isSampleCluster(context: Context, clusterId: string): Promise<boolean> {
  const { rows } = await sql<{ sample: boolean }>`select sample from cluster where id = ${clusterId}::uuid`.execute(context.db);
  return rows[0]?.sample ?? false;
}

/** Generated clusters, in the order of their names. */
export async function sampleClusters(context: Context): Promise<string[]> {
  return (await sql<{ id: string }>`select id from cluster where sample and archived_at is null order by name ->> 'en', id`.execute(context.db)).rows.map(({ id }) => id);
}

/** Clusters whose stage the actor may compute, without those that have a verdict for the day since `askedAt`. */
export async function clustersToJudge(context: Context, on: string, askedAt: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from cluster where archived_at is null and ${clustersIn(context.scope('stage.compute'))}
    and not exists (select 1 from stage_verdict v where v.cluster_id = cluster.id and v.on_date = ${on}::date and v.computed_at >= ${askedAt}::timestamptz) order by id`.execute(context.db);
  return rows.map(({ id }) => id);
}

export async function sampleSource(context: Context): Promise<string | null> {
  return (await sql<{ id: string }>`select id from source where position('样例' in title) > 0 and kind = 'officialStatistics' order by title limit 1`.execute(context.db)).rows[0]?.id ?? null;
}
