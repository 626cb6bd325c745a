import type { Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { findPlace, liesInside } from '../../store/place.store.ts';
import { insertPlace } from '../../store/place-write.store.ts';
import { territoriesWithAncestors } from '../../store/territories.store.ts';
import { canLink } from '../../store/visible-ids.ts';
import { changesOfNew } from '../../words/changes.rules.ts';
import { placeSubtypes, type Place, type PlaceInput } from '../../words/place.schema.ts';

/** What a place points to must be there and visible; `kept` links were there before and may stay unseen. */
export async function checkContent(context: Context, input: PlaceInput, own: { id: string; kept: PlaceInput } | null): Promise<Result<string[]>> {
  const subtypes: readonly string[] = placeSubtypes[input.kind];
  if (input.subtype !== null && !subtypes.includes(input.subtype)) return fail('subtypeOfOtherKind');
  if ((input.longitude === null) !== (input.latitude === null)) return fail('pinIncomplete');
  const territories = await territoriesWithAncestors(context.db, input.territoryId ? [input.territoryId] : []);
  if (!territories) return fail('territoryUnknown');
  const kept = own?.kept;
  if (input.operatorId !== kept?.operatorId && !(await canLink(context, 'organisation', [input.operatorId]))) return fail('organisationUnknown');
  if (!(await canLink(context, 'cluster', input.clusterIds.filter((id) => !kept?.clusterIds.includes(id))))) return fail('clusterUnknown');
  if (input.parentId !== (kept?.parentId ?? null) && !(await canLink(context, 'place', [input.parentId]))) return fail('parentUnknown');
  if (own && input.parentId && (await liesInside(context, input.parentId, own.id))) return fail('parentInside');
  return ok(territories);
}

/** Writes a new place and says so in the audit. */
export async function enterPlace(context: Context, input: PlaceInput, sample = false): Promise<Result<Place>> {
  const checked = await checkContent(context, input, null);
  if (!checked.ok) return checked;
  const id = await insertPlace(context, input, checked.value, sample);
  context.audit({ event: 'place.created', subject: { kind: 'place', id }, name: input.name, changes: changesOfNew(input) });
  return readPlace(context, id);
}

export async function readPlace(context: Context, id: string): Promise<Result<Place>> {
  const place = await findPlace(context, id);
  return place ? ok(place) : fail('notFound');
}
