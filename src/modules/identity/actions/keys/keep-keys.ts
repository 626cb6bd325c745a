import type { KeyAccess } from '#platform/auth/key-limits.rules.ts';
import { isEmptyScope } from '#platform/auth/permission.rules.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { addKey, getKey, keysOf, listKeyPage, newKeyToken, revokeKeyRow } from '../../store/key-store.ts';
import type { createKey, listKeys, listOwnKeys, revokeKey, revokeOwnKey } from '../../words/security.contract.ts';
import { keyDaysMost } from '../../words/security.rules.ts';
import type { ApiKey } from '../../words/security.schema.ts';

/** What the person reaches today, room by room: more cannot be given away. */
function offered(context: Context): ApiKey['rooms'] {
  const most = new Map<string, KeyAccess>();
  for (const [permission, room] of Object.entries(context.permissionRooms)) {
    if (isEmptyScope(context.scope(permission))) continue;
    if (!permission.endsWith('.read')) most.set(room, 'write');
    else if (!most.has(room)) most.set(room, 'read');
  }
  return [...most].map(([room, access]) => ({ room, access }));
}

export const listOwnKeysAction: Action<typeof listOwnKeys> = async (context) =>
  ok({ items: context.actor.personId ? await keysOf(context.db, context.spaceId, context.actor.personId, context.now) : [], offered: offered(context) });

export const createKeyAction: Action<typeof createKey> = async (context, { body }) => {
  const { personId, name } = context.actor;
  if (!personId) return fail('notAllowed');
  const most = new Map(offered(context).map(({ room, access }) => [room, access]));
  if (!body.rooms.every(({ room, access }) => most.get(room) === 'write' || most.get(room) === access)) return fail('keyRoomUnknown');
  const expiresAt = new Date(`${body.expiresOn}T23:59:59.000Z`);
  const days = (expiresAt.getTime() - context.now.getTime()) / 86_400_000;
  if (Number.isNaN(days) || days <= 0 || days > keyDaysMost + 1) return fail('keyDateOutside', { days: keyDaysMost });
  const id = context.newId();
  const token = newKeyToken(context.spaceId);
  await addKey(context.db, context.spaceId, { id, token, personId, name: body.name, rooms: body.rooms, now: context.now, expiresAt });
  const key = await getKey(context.db, context.spaceId, id, context.now);
  if (!key) return fail('notFound');
  const subject = { kind: 'person', id: personId };
  context.audit({ event: 'apiKey.created', subject, name: key.person.name, changes: { key: [null, { name: body.name, rooms: body.rooms, expiresAt: key.expiresAt }] } });
  context.notify({ kind: 'identity.keyCreated', subject, href: '/account', to: { people: [personId] }, name: { zh: name }, params: { key: body.name } });
  return ok({ ...key, token });
};

async function revoke(context: Context, key: ApiKey | null): Promise<Result<ApiKey>> {
  if (!key) return fail('notFound');
  if (key.state !== 'inForce') return fail('keyOver');
  await revokeKeyRow(context.db, context.spaceId, key.id, context.actor.personId, context.now);
  const subject = { kind: 'person', id: key.person.id };
  context.audit({ event: 'apiKey.revoked', subject, name: key.person.name, changes: { key: [{ name: key.name }, null] } });
  if (key.person.id !== context.actor.personId) context.notify({ kind: 'identity.keyRevoked', subject, href: '/account', to: { people: [key.person.id] }, params: { key: key.name } });
  return ok({ ...key, state: 'revoked', revokedAt: context.now.toISOString() });
}

export const revokeOwnKeyAction: Action<typeof revokeOwnKey> = async (context, { params }) => {
  const key = await getKey(context.db, context.spaceId, params.keyId, context.now);
  return revoke(context, key?.person.id === context.actor.personId ? key : null);
};

export const listKeysAction: Action<typeof listKeys> = async (context, { query }) => {
  const page = await listKeyPage(context.db, context.spaceId, query, context.now);
  return page ? ok(page) : fail('invalidCursor');
};

export const revokeKeyAction: Action<typeof revokeKey> = async (context, { params }) => revoke(context, await getKey(context.db, context.spaceId, params.keyId, context.now));
