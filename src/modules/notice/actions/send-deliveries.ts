import { listContacts } from '#modules/identity/index.ts';
import type { Context } from '#platform/module/module.ts';
import { adapters as realAdapters } from '../channels/adapters.ts';
import { ChannelRefused, refusalOf, type Adapters, type ChannelParts, type Message } from '../channels/channel.ts';
import { failuresBeforeRest, nextTry, restUntil } from '../notice.rules.ts';
import { personalKinds, type ChannelKind } from '../notice.schema.ts';
import { listChannelRows, noteHealth, openSecrets, type ChannelRow } from '../store/channel-store.ts';
import { choicesOf } from '../store/choice-store.ts';
import { claim, claimable, giveBack, noteOutcome, type Claimed } from '../store/delivery-store.ts';
import { makeMessage } from './make-message.ts';
import { openLetter } from './send-directly.ts';
import { addressOn } from './relay-outbox.ts';

/** Transactions for work that must not hold one while it waits for somebody else's server. */
export interface SendPort {
  asSystem<Value>(work: (context: Context) => Promise<Value>): Promise<Value>;
  signal: AbortSignal;
}

interface Envelope {
  ids: string[];
  tries: number;
  to: string | null;
  message: Message;
}
interface Batch {
  kind: ChannelKind;
  failures: number;
  parts: ChannelParts | null;
  envelopes: Envelope[];
}

const atOnce = 20;
const workerPatience = 120_000;

/** Every channel on its own: one that hangs or fails keeps nobody else waiting. Claimed, sent, noted; a stop before the note means once more. */
export async function sendDeliveries(port: SendPort, adapters: Adapters = realAdapters): Promise<void> {
  const ready = await port.asSystem(async (context) =>
    (await listChannelRows(context)).filter((channel) => channel.state === 'active' && channel.waiting > 0 && !isResting(channel, context.now)).map(({ id }) => id));
  const ends = await Promise.allSettled(ready.map((id) => sendOver(port, id, adapters)));
  const broken = ends.find((end) => end.status === 'rejected');
  if (broken) throw broken.reason;
}

const isResting = (channel: ChannelRow, now: Date): boolean => channel.resting_until !== null && Date.parse(channel.resting_until) > now.getTime();

async function sendOver(port: SendPort, channelId: string, adapters: Adapters): Promise<void> {
  while (!port.signal.aborted) {
    const batch = await port.asSystem((context) => claimBatch(context, channelId));
    if (!batch) return;
    for (const [at, envelope] of batch.envelopes.entries()) {
      const refusal = await attempt(batch, envelope, adapters);
      const isChannelWell = refusal === null || refusal.addressOnly;
      const rest = batch.envelopes.slice(at + 1).flatMap(({ ids }) => ids);
      await port.asSystem(async (context) => {
        await noteEnvelope(context, envelope, refusal);
        batch.failures = isChannelWell ? 0 : batch.failures + 1;
        await noteHealth(context, channelId, { failures: batch.failures, restingUntil: restUntil(batch.failures, context.now), reason: isChannelWell ? null : refusal.reason, sent: refusal === null });
        if (!isChannelWell && rest.length > 0) await giveBack(context, rest);
      });
      if (!isChannelWell) return;
    }
  }
}

async function attempt(batch: Batch, envelope: Envelope, adapters: Adapters): Promise<ChannelRefused | null> {
  try {
    if (batch.parts === null) return new ChannelRefused('secretLost');
    await adapters[batch.kind].send(envelope.message, envelope.to, batch.parts);
    return null;
  } catch (error) {
    return refusalOf(error);
  }
}

async function noteEnvelope(context: Context, envelope: Envelope, refusal: ChannelRefused | null): Promise<void> {
  if (refusal === null) return noteOutcome(context, envelope.ids, { state: 'sent', reason: null });
  const next = refusal.addressOnly ? null : nextTry(envelope.tries, context.now);
  return noteOutcome(context, envelope.ids, next === null ? { state: 'failed', reason: refusal.reason } : { state: 'waiting', reason: refusal.reason, nextTryAt: next });
}

/** What is ready on a channel, one envelope a person; a channel that keeps failing is tried with a single one. */
async function claimBatch(context: Context, channelId: string): Promise<Batch | null> {
  const [channel] = await listChannelRows(context, channelId);
  if (!channel || channel.state !== 'active' || isResting(channel, context.now)) return null;
  const lines = await claimable(context, channelId, channel.failures >= failuresBeforeRest ? 1 : atOnce);
  const over = lines.filter((line) => line.is_over);
  if (over.length > 0) await noteOutcome(context, over.map(({ id }) => id), { state: 'dropped', reason: 'alreadySeen' });
  if (lines.length === 0) return null;
  const open = lines.filter((line) => !line.is_over);
  const people = [...new Set(open.flatMap(({ person_id: person }) => person ?? []))];
  const contacts = new Map((await listContacts(context.db, context.now, people)).map((contact) => [contact.personId, contact]));
  const choices = await choicesOf(context, people);
  const envelopes: Envelope[] = [];
  for (const group of envelopesOf(open)) {
    const [first] = group;
    if (!first) continue;
    const contact = contacts.get(first.person_id ?? '');
    const id = first.message_id ?? first.id;
    const ids = group.map((line) => line.id);
    await claim(context, ids, id, new Date(context.now.getTime() + workerPatience));
    const letter = first.purpose === 'direct' ? openLetter(context, first) : null;
    const to = letter?.to ?? (contact && personalKinds.includes(channel.kind) ? addressOn(channel.kind, contact, choices.get(contact.personId)) : null);
    const message = letter ? { id, count: 1, dueCount: 0, text: letter.text, link: letter.link, language: letter.language, at: context.now } : makeMessage(context, { id, lines: group, contact, channel });
    envelopes.push({ ids, tries: first.tries + 1, to, message });
  }
  const secrets = openSecrets(context, channel);
  return { kind: channel.kind, failures: channel.failures, parts: secrets && { settings: channel.settings, secrets, allowHosts: context.installation.allowHosts }, envelopes };
}

/** Lines of one person go together; those that went together before a stop go together again. */
function envelopesOf(lines: readonly Claimed[]): Claimed[][] {
  const groups = new Map<string, Claimed[]>();
  for (const line of lines) {
    const key = line.message_id ?? (line.purpose === 'test' || line.purpose === 'direct' ? line.id : `new ${line.person_id}`);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()];
}
