import type { Context } from '#platform/module/module.ts';
import { fail, ok, type Failure, type Result } from '#platform/result/result.rules.ts';
import { findCluster } from '../../store/cluster.store.ts';
import { insertCluster, type ClusterRow } from '../../store/cluster-write.store.ts';
import { industriesWithAncestors, territoriesWithAncestors } from '../../store/territories.store.ts';
import { changesOfNew } from '../../words/changes.rules.ts';
import { clusterInputSchema, type Cluster, type ClusterInput } from '../../words/cluster.schema.ts';
import type { OrganisationFilter } from '../../words/organisation.schema.ts';

export type CheckedContent = Pick<ClusterRow, 'territories' | 'industries'>;

/** Codes must exist; their ancestors are stored with the cluster. */
export async function checkContent(context: Context, input: ClusterInput): Promise<Result<CheckedContent>> {
  const territories = await territoriesWithAncestors(context.db, input.territories.map((territory) => territory.territoryId));
  if (!territories) return fail('territoryUnknown');
  const industries = await industriesWithAncestors(context.db, input.industryIds);
  return industries ? ok({ territories, industries }) : fail('industryUnknown');
}

/** Writes a new cluster and says so in the audit. */
export async function enterCluster(context: Context, input: ClusterInput, origin: { formedFrom?: OrganisationFilter; sample?: boolean } = {}): Promise<Result<Cluster>> {
  const checked = await checkContent(context, input);
  if (!checked.ok) return checked;
  const id = await insertCluster(context, { input, ...checked.value, formedFrom: origin.formedFrom ?? null, sample: origin.sample ?? false });
  context.audit({ event: 'cluster.created', subject: { kind: 'cluster', id }, name: input.name, changes: changesOfNew(input) });
  return readCluster(context, id);
}

export async function readCluster(context: Context, id: string): Promise<Result<Cluster>> {
  const cluster = await findCluster(context, id);
  return cluster ? ok(cluster) : fail('notFound');
}

/** The editable part of a cluster, in the shape that the API takes it. */
export function inputOf(cluster: Cluster): ClusterInput {
  const territories = cluster.territories.map(({ id, scope }) => ({ territoryId: id, scope }));
  const flat = { ...cluster, territories, industryIds: cluster.industries.map((industry) => industry.id) };
  return clusterInputSchema.parse(Object.fromEntries(Object.keys(clusterInputSchema.shape).map((field) => [field, flat[field as keyof typeof flat]])));
}

export function isStale(record: { version: number }, ifMatch: number | null): Failure | null {
  return ifMatch !== null && record.version !== ifMatch ? fail('changedMeanwhile', { version: record.version }) : null;
}
