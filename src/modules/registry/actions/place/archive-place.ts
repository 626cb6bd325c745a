import type { Action, Context } from '#platform/module/module.ts';
import { fail, type Result } from '#platform/result/result.rules.ts';
import { setArchived } from '../../store/cluster.store.ts';
import { archiveRefusalOf } from '../../words/archive.rules.ts';
import type { archivePlace, restorePlace } from '../../words/place.contract.ts';
import type { Place } from '../../words/place.schema.ts';
import { isStale } from '../cluster/cluster-content.ts';
import { readPlace } from './place-content.ts';

export const archive: Action<typeof archivePlace> = (context, { params, ifMatch }) => step(context, params.placeId, ifMatch, 'archive');

export const restore: Action<typeof restorePlace> = (context, { params, ifMatch }) => step(context, params.placeId, ifMatch, 'restore');

async function step(context: Context, id: string, ifMatch: number | null, verb: 'archive' | 'restore'): Promise<Result<Place>> {
  const before = await readPlace(context, id);
  if (!before.ok) return before;
  const stale = isStale(before.value, ifMatch);
  if (stale) return stale;
  const refusal = archiveRefusalOf('place', before.value, verb, context.actor.mandates.map((mandate) => mandate.role));
  if (refusal) return fail(refusal);
  if (!(await setArchived(context, 'place', id, ifMatch, verb === 'archive'))) return fail('changedMeanwhile');
  const after = await readPlace(context, id);
  if (after.ok) context.audit({ event: `place.${verb}d`, subject: { kind: 'place', id }, name: after.value.name, changes: { archivedAt: [before.value.archivedAt, after.value.archivedAt] } });
  return after;
}
