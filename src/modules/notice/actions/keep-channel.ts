import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type * as routes from '../notice.contract.ts';
import { groupOf } from '../notice.rules.ts';
import { neededSecrets, personalKinds, type Channel, type ChannelInput } from '../notice.schema.ts';
import { insertChannel, listChannelRows, openSecrets, setChannelState, toChannel, updateChannelRow, type ChannelRow } from '../store/channel-store.ts';
import { addDelivery, getDelivery, listDeliveryPage, retryDelivery } from '../store/delivery-store.ts';
import { sendSoon } from './relay-outbox.ts';

async function scopeName(context: Context, row: Pick<ChannelRow, 'scope_kind' | 'scope_id'>): Promise<Name | null> {
  if (row.scope_id === null) return null;
  return (await context.contributions.subjects[row.scope_kind]?.names?.(context.db, [row.scope_id]))?.get(row.scope_id) ?? null;
}

const view = async (context: Context, row: ChannelRow): Promise<Channel> => toChannel(row, await scopeName(context, row));

async function read(context: Context, id: string): Promise<Result<Channel>> {
  const [row] = await listChannelRows(context, id);
  return row ? ok(await view(context, row)) : fail('notFound');
}

/** Whether what the channel listens for exists. */
async function problem(context: Context, channel: ChannelInput): Promise<'groupUnknown' | 'scopeUnknown' | null> {
  const known = new Set(Object.keys(context.noticeKinds).map(groupOf));
  if (channel.groups.some((group) => !known.has(group))) return 'groupUnknown';
  if (channel.scopeId === null) return null;
  return (await context.contributions.subjects[channel.scopeKind]?.byId(context.db, channel.scopeId)) ? null : 'scopeUnknown';
}

const given = (channel: ChannelInput): Record<string, string> => Object.fromEntries(Object.entries(channel.secrets).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
const isComplete = (channel: ChannelInput, secrets: Readonly<Record<string, string>>): boolean => neededSecrets[channel.kind].every((name) => secrets[name]);

export const listChannels: Action<typeof routes.listChannels> = async (context) => ok({ items: await Promise.all((await listChannelRows(context)).map((row) => view(context, row))) });

export const createChannel: Action<typeof routes.createChannel> = async (context, { body }) => {
  const wrong = await problem(context, body);
  if (wrong) return fail(wrong);
  if (!isComplete(body, given(body))) return fail('secretMissing');
  const id = context.newId();
  await insertChannel(context, id, body, given(body));
  context.audit({ event: 'channel.created', subject: { kind: 'channel', id }, name: body.name, changes: { channelKind: [null, body.kind], settings: [null, body.settings] } });
  return read(context, id);
};

export const updateChannel: Action<typeof routes.updateChannel> = async (context, { params, body, ifMatch }) => {
  const [before] = await listChannelRows(context, params.channelId);
  if (!before) return fail('notFound');
  if (before.kind !== body.kind) return fail('kindFixed');
  const wrong = await problem(context, body);
  if (wrong) return fail(wrong);
  const secrets = { ...openSecrets(context, before), ...given(body) };
  if (!isComplete(body, secrets)) return fail('secretMissing');
  if (!(await updateChannelRow(context, before.id, ifMatch ?? 0, body, secrets))) return fail('changedMeanwhile');
  const newSecrets = Object.keys(given(body));
  context.audit({
    event: 'channel.updated', subject: { kind: 'channel', id: before.id }, name: body.name,
    changes: { ...(JSON.stringify(before.settings) === JSON.stringify(body.settings) ? {} : { settings: [before.settings, body.settings] }), ...(newSecrets.length > 0 ? { secrets: [null, newSecrets] } : {}) },
  });
  return read(context, before.id);
};

export const switchChannel: Action<typeof routes.switchChannel> = async (context, { params, body }) => {
  const [before] = await listChannelRows(context, params.channelId);
  if (!before) return fail('notFound');
  await setChannelState(context, before.id, body.state);
  if (before.state !== body.state) context.audit({ event: 'channel.switched', subject: { kind: 'channel', id: before.id }, name: before.name, changes: { state: [before.state, body.state] } });
  return read(context, before.id);
};

export const removeChannel: Action<typeof routes.removeChannel> = async (context, { params }) => {
  const [before] = await listChannelRows(context, params.channelId);
  if (!before) return fail('notFound');
  await setChannelState(context, before.id, 'removed');
  context.audit({ event: 'channel.removed', subject: { kind: 'channel', id: before.id }, name: before.name });
  return ok(null);
};

/** Goes the same way as every other message, to the one who asks where a channel reaches people. */
export const testChannel: Action<typeof routes.testChannel> = async (context, { params }) => {
  const [channel] = await listChannelRows(context, params.channelId);
  if (!channel) return fail('notFound');
  if (channel.state === 'paused') return fail('channelPaused');
  const personId = personalKinds.includes(channel.kind) ? context.actor.personId : null;
  const id = await addDelivery(context, { channelId: channel.id, personId, noticeId: null, purpose: 'test', kind: null, itemCount: 1, dueCount: 0, cause: `test ${context.newId()}`, sendAt: context.now });
  sendSoon(context);
  const delivery = await getDelivery(context, id);
  return delivery ? ok(delivery) : fail('unexpected');
};

export const listDeliveries: Action<typeof routes.listDeliveries> = async (context, { query }) => {
  const page = await listDeliveryPage(context, query);
  return page ? ok(page) : fail('invalidCursor');
};

export const retry: Action<typeof routes.retryDelivery> = async (context, { params }) => {
  const before = await getDelivery(context, params.deliveryId);
  if (!before) return fail('notFound');
  if (!(await retryDelivery(context, params.deliveryId))) return fail('deliveryOver');
  sendSoon(context);
  const after = await getDelivery(context, params.deliveryId);
  return after ? ok(after) : fail('unexpected');
};
