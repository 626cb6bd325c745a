import { clusterInputSchema } from '../../../words/cluster.schema.ts';
import type { Cluster, ClusterInput, ClusterPatch } from '../../../words/cluster.schema.ts';

/** The editable part of a record, in the shape that the API takes it. */
export function inputOf(cluster: Cluster): ClusterInput {
  const { name, state, level, field, startedYear, description, visibility } = cluster;
  return { name, state, level, field, startedYear, description, visibility, industryIds: cluster.industries.map((each) => each.id), territories: cluster.territories.map(({ id, scope }) => ({ territoryId: id, scope })) };
}

const fields = Object.keys(clusterInputSchema.shape) as (keyof ClusterInput)[];

/** Only what changed is sent, so that nothing else is written over. */
export function patchOf(before: ClusterInput, after: ClusterInput): ClusterPatch {
  const changed = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  return Object.fromEntries(changed.map((field) => [field, after[field]]));
}
