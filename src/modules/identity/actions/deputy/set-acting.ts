import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { actingActor, findDeputy, setSessionActing } from '../../store/deputy-store.ts';
import type { setActing } from '../../words/deputy.contract.ts';

/** From the next request on this session works under the holder's mandates, or under its own again. */
export const setActingAction: Action<typeof setActing> = async (context, { body }) => {
  const { sessionId, personId, acting: before } = context.actor;
  if (!sessionId || !personId) return fail('notAllowed');
  const own = { ...context.actor, acting: null };
  const next = await actingActor(context.db, own, body.deputyId, context.now);
  if (body.deputyId !== null && !next.acting) return fail('deputyEnded');
  await setSessionActing(context.db, sessionId, body.deputyId);
  const deputy = body.deputyId ?? before?.deputyId ?? null;
  const named = deputy ? await findDeputy(context.db, context.spaceId, deputy, context.now) : null;
  if (named) context.audit({ event: body.deputyId ? 'deputy.started' : 'deputy.left', subject: { kind: 'person', id: named.holder.id }, name: named.holder.name });
  return ok({ signedIn: true });
};
