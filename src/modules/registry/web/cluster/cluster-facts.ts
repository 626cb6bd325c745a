import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import type { Cluster } from '../../words/cluster.schema.ts';

/** What the permission rule needs to know of a cluster. Whose member the reader is decides nothing that a page offers. */
export function clusterFacts(cluster: Cluster): ScopeFacts {
  return { visibility: cluster.visibility, territories: cluster.territoryIds, clusters: [cluster.id], organisations: [] };
}
