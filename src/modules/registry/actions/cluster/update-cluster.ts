import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { updateCluster as updateRow } from '../../store/cluster-write.store.ts';
import { clusterSubject } from '../../store/subjects.store.ts';
import { canEdit } from '../../words/archive.rules.ts';
import { changesBetween } from '../../words/changes.rules.ts';
import type { updateCluster } from '../../words/cluster.contract.ts';
import type { ClusterInput } from '../../words/cluster.schema.ts';
import { checkContent, inputOf, isStale, readCluster } from './cluster-content.ts';

export const update: Action<typeof updateCluster> = async (context, { params, body, ifMatch }) => {
  const found = await readCluster(context, params.clusterId);
  if (!found.ok) return found;
  const before = found.value;
  const stale = isStale(before, ifMatch);
  if (stale) return stale;
  if (!canEdit(before)) return fail('alreadyArchived');
  const old = inputOf(before);
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  const next = { ...old, ...given } as ClusterInput;
  const changes = changesBetween(old, next);
  if (Object.keys(changes).length === 0) return ok(before);
  const checked = await checkContent(context, next);
  if (!checked.ok) return checked;
  if (!(await staysInScope(context, before.id, checked.value.territories, next))) return fail('scopeLeft');
  if (!(await updateRow(context, before.id, ifMatch, { input: next, ...checked.value, formedFrom: before.formedFrom, sample: before.sample }))) return fail('changedMeanwhile');
  context.audit({ event: 'cluster.updated', subject: { kind: 'cluster', id: before.id }, name: next.name, changes });
  return readCluster(context, before.id);
};

// Nobody moves a record to where they could not have put it.
async function staysInScope(context: Context, id: string, territories: string[], next: ClusterInput): Promise<boolean> {
  const facts = await clusterSubject.byId(context.db, id);
  return facts !== null && context.allows('cluster.update', { ...facts, territories, visibility: next.visibility });
}
