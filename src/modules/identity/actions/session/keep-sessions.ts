import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { endOwnSession, openSessionsOf, type OpenSession } from '../../store/own-session-store.ts';
import { endOtherSessions, enterAs } from '../../store/session-store.ts';
import type { endOtherSessions as endOthersRoute, endSession, listSessions } from '../../words/security.contract.ts';
import { deviceOf } from '../../words/security.rules.ts';

async function ownSessions(context: Context): Promise<OpenSession[]> {
  const accountId = context.actor.accountId ?? '';
  const { rules } = await enterAs(context.db, accountId, context.spaceId, context.now);
  return openSessionsOf(context.db, accountId, rules, context.now);
}

const noteEnd = (context: Context): void => {
  if (context.actor.personId) context.audit({ event: 'session.ended', subject: { kind: 'person', id: context.actor.personId }, name: { zh: context.actor.name } });
};

export const listSessionsAction: Action<typeof listSessions> = async (context) => {
  const items = await ownSessions(context);
  return ok({
    items: items.map((row) => ({ id: row.id, current: row.id === context.actor.sessionId, device: deviceOf(row.user_agent), ip: row.ip, createdAt: row.created_at, lastSeenAt: row.last_seen_at })),
  });
};

export const endSessionAction: Action<typeof endSession> = async (context, { params }) => {
  if (!(await endOwnSession(context.db, context.actor.accountId ?? '', params.sessionId, context.now))) return fail('notFound');
  noteEnd(context);
  return ok(null);
};

export const endOthersAction: Action<typeof endOthersRoute> = async (context) => {
  await endOtherSessions(context.db, context.actor.accountId ?? '', context.actor.sessionId, context.now);
  noteEnd(context);
  return ok(null);
};
