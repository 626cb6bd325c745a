import { createHmac, timingSafeEqual } from 'node:crypto';
import { webhookSettings } from '../notice.schema.ts';
import { jsonHeaders, post, type ChannelAdapter } from './channel.ts';

/** Seconds after which a receiver should no longer accept a signature. */
export const signatureLife = 300;

/** `v1=` and the HMAC-SHA256, in hex, of the timestamp, a full stop and the body as sent. */
export function signatureOf(key: string, timestamp: string, body: string): string {
  return `v1=${createHmac('sha256', key).update(`${timestamp}.${body}`).digest('hex')}`;
}

/** What a receiver does: the right key, this very body, not older than five minutes. Repetitions are told by `id`. */
export function verifySignature(key: string, headers: { timestamp: string; signature: string }, body: string, now: Date): boolean {
  const age = Math.abs(now.getTime() / 1000 - Number(headers.timestamp));
  const [given, right] = [Buffer.from(headers.signature), Buffer.from(signatureOf(key, headers.timestamp, body))];
  return age <= signatureLife && given.length === right.length && timingSafeEqual(given, right);
}

export const webhookChannel: ChannelAdapter = {
  async send(message, _to, parts) {
    const { url } = webhookSettings.parse(parts.settings);
    const body = JSON.stringify({ id: message.id, count: message.count, dueCount: message.dueCount, link: message.link, at: message.at.toISOString() });
    const timestamp = String(Math.floor(message.at.getTime() / 1000));
    const signature = signatureOf(parts.secrets['signingKey'] ?? '', timestamp, body);
    await post({ url, body, headers: { ...jsonHeaders, 'clusterloom-delivery': message.id, 'clusterloom-timestamp': timestamp, 'clusterloom-signature': signature } }, parts);
  },
};
