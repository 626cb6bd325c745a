import { listContacts } from '#modules/identity/index.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type * as routes from '../notice.contract.ts';
import { groupOf } from '../notice.rules.ts';
import { listChannelRows } from '../store/channel-store.ts';
import { choicesOf, noChoice, readPolicy, saveChoice, savePolicy } from '../store/choice-store.ts';
import { zoneOf } from '../store/space-day.ts';
import { addressOn } from './relay-outbox.ts';

async function view(context: Context, personId: string) {
  const choice = (await choicesOf(context, [personId])).get(personId) ?? noChoice;
  const [contact] = await listContacts(context.db, context.now, [personId]);
  const { quietFrom, quietUntil, dailyAt } = await readPolicy(context);
  const kinds = Object.entries(context.noticeKinds);
  const free = kinds.filter(([, declared]) => !declared.duty).map(([kind]) => kind);
  const groups = [...new Set(free.map(groupOf))].map((group) => ({ group, kinds: free.filter((kind) => groupOf(kind) === group) }));
  const active = (await listChannelRows(context)).filter((channel) => channel.state === 'active');
  const ways = (['mail', 'sms'] as const).filter((kind) => active.some((channel) => channel.kind === kind) && contact && addressOn(kind, contact, choice) !== null);
  const { dailyOn: _dailyOn, ...own } = choice;
  return { ...own, email: contact?.email ?? null, groups, locked: kinds.filter(([, declared]) => declared.duty).map(([kind]) => kind), ways, space: { quietFrom, quietUntil, dailyAt, timeZone: await zoneOf(context) } };
}

export const getChoice: Action<typeof routes.getNoticeChoice> = async (context) => {
  const { personId } = context.actor;
  return personId === null ? fail('notFound') : ok(await view(context, personId));
};

export const updateChoice: Action<typeof routes.updateNoticeChoice> = async (context, { body, ifMatch }) => {
  const { personId } = context.actor;
  if (personId === null) return fail('notFound');
  const known = new Set(Object.keys(context.noticeKinds).map(groupOf));
  if (Object.keys(body.choices).some((group) => !known.has(group))) return fail('groupUnknown');
  return (await saveChoice(context, personId, ifMatch ?? 0, body)) ? ok(await view(context, personId)) : fail('changedMeanwhile');
};

export const getPolicy: Action<typeof routes.getNoticePolicy> = async (context) => ok({ ...(await readPolicy(context)), timeZone: await zoneOf(context) });

export const updatePolicy: Action<typeof routes.updateNoticePolicy> = async (context, { body, ifMatch }) => {
  const before = await readPolicy(context);
  if (!(await savePolicy(context, ifMatch ?? 0, body))) return fail('changedMeanwhile');
  const after = await readPolicy(context);
  const changed = (['quietFrom', 'quietUntil', 'dailyAt', 'escalateAfter'] as const).filter((field) => before[field] !== after[field]);
  context.audit({ event: 'noticePolicy.updated', subject: { kind: 'noticePolicy', id: 'policy' }, changes: Object.fromEntries(changed.map((field) => [field, [before[field], after[field]] as [unknown, unknown]])) });
  return ok({ ...after, timeZone: await zoneOf(context) });
};
