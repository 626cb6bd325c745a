import type { Action, Context } from '#platform/module/module.ts';
import { fail, type Result } from '#platform/result/result.rules.ts';
import { setArchived } from '../../store/cluster.store.ts';
import { archiveRefusalOf } from '../../words/archive.rules.ts';
import type { archiveCluster, restoreCluster } from '../../words/cluster.contract.ts';
import type { Cluster } from '../../words/cluster.schema.ts';
import { isStale, readCluster } from './cluster-content.ts';

export const archive: Action<typeof archiveCluster> = (context, { params, ifMatch }) => step(context, params.clusterId, ifMatch, 'archive');

export const restore: Action<typeof restoreCluster> = (context, { params, ifMatch }) => step(context, params.clusterId, ifMatch, 'restore');

async function step(context: Context, id: string, ifMatch: number | null, verb: 'archive' | 'restore'): Promise<Result<Cluster>> {
  const before = await readCluster(context, id);
  if (!before.ok) return before;
  const stale = isStale(before.value, ifMatch);
  if (stale) return stale;
  const refusal = archiveRefusalOf('cluster', before.value, verb, context.actor.mandates.map((mandate) => mandate.role));
  if (refusal) return fail(refusal);
  if (!(await setArchived(context, 'cluster', id, ifMatch, verb === 'archive'))) return fail('changedMeanwhile');
  const after = await readCluster(context, id);
  if (after.ok) context.audit({ event: `cluster.${verb}d`, subject: { kind: 'cluster', id }, name: after.value.name, changes: { archivedAt: [before.value.archivedAt, after.value.archivedAt] } });
  return after;
}
