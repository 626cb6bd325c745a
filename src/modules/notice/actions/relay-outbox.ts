import { sql } from 'kysely';
import { listContacts, type Contact } from '#modules/identity/index.ts';
import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import type { Context } from '#platform/module/module.ts';
import { choiceFor, groupOf, sendAt } from '../notice.rules.ts';
import { personalKinds } from '../notice.schema.ts';
import { listChannelRows, type ChannelRow } from '../store/channel-store.ts';
import { choicesOf, noChoice, readPolicy, type OwnChoice, type Policy } from '../store/choice-store.ts';
import { addDelivery } from '../store/delivery-store.ts';
import { putNotice } from '../store/notice-store.ts';
import { markWorkedOff, takePosted, type Posted } from '../store/outbox-store.ts';
import { zoneOf } from '../store/space-day.ts';
import { resolveAddress, type Reader } from './resolve-address.ts';

const most = 200;

export interface Ways {
  channels: readonly ChannelRow[];
  choices: ReadonlyMap<string, OwnChoice>;
  policy: Policy;
  zone: string;
}

export async function readWays(context: Context): Promise<Ways> {
  const channels = (await listChannelRows(context)).filter((channel) => channel.state === 'active');
  return { channels, choices: await choicesOf(context, null), policy: await readPolicy(context), zone: await zoneOf(context) };
}

/** Where a channel of this kind reaches somebody; null where it does not. */
export function addressOn(kind: ChannelRow['kind'], contact: Pick<Contact, 'email'>, choice: Pick<OwnChoice, 'phone'> | undefined): string | null {
  return kind === 'mail' ? contact.email : kind === 'sms' ? (choice?.phone ?? null) : null;
}

export function quietOf(choice: OwnChoice, policy: Policy): { quietFrom: string; quietUntil: string } {
  return choice.quietFrom !== null && choice.quietUntil !== null ? { quietFrom: choice.quietFrom, quietUntil: choice.quietUntil } : policy;
}

/**
 * Turns what was posted into one line a person and lines for their channels, all in one transaction with the mark that
 * it is worked off: whatever stops in between, nobody hears twice in the product and nobody is forgotten.
 */
export async function relayOutbox(context: Context): Promise<{ passed: number; kept: number }> {
  const posted = await takePosted(context, most);
  if (posted.length === 0) return { passed: 0, kept: 0 };
  const [everybody, ways] = [await listContacts(context.db, context.now, null), await readWays(context)];
  const passed: string[] = [];
  for (const notice of posted) if (await isPassed(context, notice, everybody, ways)) passed.push(notice.id);
  await markWorkedOff(context, passed);
  if (ways.channels.length > 0) sendSoon(context);
  return { passed: passed.length, kept: posted.length - passed.length };
}

/** One that can't be passed on stays for the next time and takes no other with it. */
async function isPassed(context: Context, notice: Posted, everybody: readonly Contact[], ways: Ways): Promise<boolean> {
  await sql`savepoint one_notice`.execute(context.db);
  try {
    for (const reader of await resolveAddress(context, notice, everybody)) await tell(context, notice, reader, ways);
    await tellGroups(context, notice, ways);
    return true;
  } catch (error) {
    // Trouble of the whole database is for the transaction to see.
    await sql`rollback to savepoint one_notice`.execute(context.db).catch(() => Promise.reject(error));
    return false;
  }
}

/** Sending is work of its own, so that a server that hangs keeps nobody from hearing in the product. */
export function sendSoon(context: Context): void {
  context.enqueue({ kind: 'notice.send', data: {}, key: 'send' });
}

async function tell(context: Context, notice: Posted, { contact, inPlaceOf }: Reader, ways: Ways): Promise<void> {
  const told = inPlaceOf ? { ...notice, params: { ...notice.params, inPlaceOf: inPlaceOf.name.zh ?? inPlaceOf.name.en ?? '' } } : notice;
  const own = ways.choices.get(contact.personId) ?? noChoice;
  const choice = choiceFor(notice.kind, context.noticeKinds[notice.kind], notice.due_at, own.choices);
  const { id, isMerged } = await putNotice(context, told, contact.personId, { daily: choice === 'daily', seen: choice === 'none' });
  // Who has not looked yet knows already that something waits there.
  if (choice !== 'immediate' || isMerged) return;
  for (const channel of ways.channels.filter(({ kind }) => addressOn(kind, contact, own) !== null)) {
    await addDelivery(context, {
      channelId: channel.id, personId: contact.personId, noticeId: id, purpose: 'immediate', kind: notice.kind, itemCount: 1, dueCount: notice.due_at === null ? 0 : 1,
      cause: `${notice.id} ${contact.personId}`, sendAt: sendAt(context.now, ways.zone, quietOf(own, ways.policy), notice.due_at),
    });
  }
}

async function tellGroups(context: Context, notice: Posted, ways: Ways): Promise<void> {
  const groups = ways.channels.filter(({ kind, groups: chosen }) => !personalKinds.includes(kind) && (chosen.length === 0 || chosen.includes(groupOf(notice.kind))));
  if (groups.length === 0) return;
  const facts = await factsOf(context, notice);
  for (const channel of groups.filter((one) => concerns(one, facts))) {
    await addDelivery(context, {
      channelId: channel.id, personId: null, noticeId: null, purpose: 'group', kind: notice.kind, itemCount: 1, dueCount: notice.due_at === null ? 0 : 1,
      cause: notice.id, sendAt: sendAt(context.now, ways.zone, ways.policy, notice.due_at),
    });
  }
}

async function factsOf(context: Context, notice: Posted): Promise<ScopeFacts | null> {
  const { subjects } = context.contributions;
  return (Object.hasOwn(subjects, notice.subject_kind) && (await subjects[notice.subject_kind]?.byId(context.db, notice.subject_id))) || null;
}

function concerns(channel: ChannelRow, facts: ScopeFacts | null): boolean {
  if (channel.scope_kind === 'space') return true;
  const scopes = channel.scope_kind === 'territory' ? facts?.territories : facts?.clusters;
  return channel.scope_id !== null && (scopes?.includes(channel.scope_id) ?? false);
}
