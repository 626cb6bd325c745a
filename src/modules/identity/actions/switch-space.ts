import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type { switchSpace } from '../identity.contract.ts';
import { listSpacesOf, moveSession } from '../store/session-store.ts';

export const enterOtherSpace: Action<typeof switchSpace> = async (context, { body }) => {
  const { accountId, sessionId } = context.actor;
  const spaces = accountId ? await listSpacesOf(context.db, accountId) : [];
  if (!sessionId || !spaces.some((space) => space.id === body.spaceId)) return fail('noSpace');
  await moveSession(context.db, sessionId, body.spaceId);
  return ok({ signedIn: true });
};
