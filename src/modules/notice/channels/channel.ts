import { safeFetch, OutgoingRefused, type OutgoingReason } from '#platform/http/outgoing.ts';
import type { Language } from '#platform/i18n/name.schema.ts';
import type { ChannelKind } from '../notice.schema.ts';

/** All that ever leaves: how many, the sentence that says so, and where to sign in. No adapter is given more. */
export interface Message {
  /** The same for every try, so that a receiver can tell a repetition. */
  id: string;
  count: number;
  dueCount: number;
  text: string;
  link: string | null;
  language: Language;
  at: Date;
}

export interface ChannelParts {
  settings: unknown;
  secrets: Readonly<Record<string, string>>;
  allowHosts: readonly string[];
}

/** One way out of the product. `to` is an address or a number; null where the channel itself is the address. */
export interface ChannelAdapter {
  send(message: Message, to: string | null, parts: ChannelParts): Promise<void>;
}
export type Adapters = Readonly<Record<ChannelKind, ChannelAdapter>>;

export type ChannelReason = OutgoingReason | 'refused' | 'busy' | 'signInRefused' | 'addressRefused' | 'secretLost' | 'failed';

/** A message that did not go out. With `addressOnly` the channel is well and only this address is not. */
export class ChannelRefused extends Error {
  readonly reason: ChannelReason;
  readonly addressOnly: boolean;
  constructor(reason: ChannelReason, addressOnly = false) {
    super(reason);
    this.name = 'ChannelRefused';
    this.reason = reason;
    this.addressOnly = addressOnly;
  }
}

/** What went wrong as a code for the log: never what the other side said, it may hold addresses. */
export function refusalOf(error: unknown): ChannelRefused {
  if (error instanceof ChannelRefused) return error;
  return new ChannelRefused(error instanceof OutgoingRefused ? error.reason : 'failed');
}

export interface Sent {
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** One guarded POST; the answer of a success as JSON where it is some. */
export async function post({ url, headers, body }: Sent, parts: ChannelParts): Promise<Record<string, unknown>> {
  const response = await safeFetch(url, { method: 'POST', headers, body, allowHosts: parts.allowHosts, redirect: 'error', timeoutMs: 10_000, maxBytes: 65_536 });
  if (response.status === 429 || response.status >= 500) throw new ChannelRefused('busy');
  if (!response.ok) throw new ChannelRefused('refused');
  try {
    const answer: unknown = JSON.parse(await response.text());
    return typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

export const jsonHeaders = { 'content-type': 'application/json; charset=utf-8' } as const;

/** The sentence and the link as robots and text messages carry them. */
export const lineOf = (message: Message): string => (message.link ? `${message.text} ${message.link}` : message.text);
