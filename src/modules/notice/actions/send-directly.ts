import type { Language } from '#platform/i18n/name.schema.ts';
import type { Context } from '#platform/module/module.ts';
import { listChannelRows } from '../store/channel-store.ts';
import { addSealedDeliveries, type Claimed } from '../store/delivery-store.ts';
import { sendSoon } from './relay-outbox.ts';

/** A message to an address that belongs to no person of the product yet: a link, a code. */
export interface DirectLetter {
  to: string;
  text: string;
  link: string | null;
  language: Language;
}

export type DirectWay = 'mail' | 'sms';

async function channelsNow(context: Context): Promise<Map<DirectWay, string>> {
  const active = (await listChannelRows(context)).filter((channel) => channel.state === 'active');
  return new Map(active.toReversed().flatMap(({ kind, id }) => (kind === 'mail' || kind === 'sms' ? [[kind, id] as const] : [])));
}

/** Which ways lead out of this space today. */
export async function directWays(context: Context): Promise<DirectWay[]> {
  return [...(await channelsNow(context)).keys()];
}

const purpose = (context: Context, id: string): string => `notice_delivery ${context.spaceId} ${id}`;

/** Goes the way of every message, sealed at rest, gone once it was sent; past `overAt` it is not sent at all. False where no channel of the kind stands. */
export async function sendDirectly(context: Context, way: DirectWay, letters: readonly DirectLetter[], overAt: Date): Promise<boolean> {
  const channelId = (await channelsNow(context)).get(way);
  if (!channelId) return false;
  if (letters.length === 0) return true;
  await addSealedDeliveries(context, channelId, letters.map((letter) => {
    const id = context.newId();
    return { id, sealed: context.installation.secrets.seal(JSON.stringify(letter), purpose(context, id)), overAt };
  }));
  sendSoon(context);
  return true;
}

export function openLetter(context: Context, line: Pick<Claimed, 'id' | 'sealed'>): DirectLetter | null {
  const opened = line.sealed === null ? null : context.installation.secrets.open(line.sealed, purpose(context, line.id));
  return opened === null ? null : (JSON.parse(opened) as DirectLetter);
}
