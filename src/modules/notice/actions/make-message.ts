import type { Contact } from '#modules/identity/index.ts';
import type { Language } from '#platform/i18n/name.schema.ts';
import type { Context } from '#platform/module/module.ts';
import type { Message } from '../channels/channel.ts';
import type { ChannelRow } from '../store/channel-store.ts';
import type { Claimed } from '../store/delivery-store.ts';

interface Parts {
  id: string;
  lines: readonly Claimed[];
  contact: Contact | undefined;
  channel: Pick<ChannelRow, 'settings'>;
}

/** Counts and a link, in the reader's language: neither the record nor the kind of matter leaves the product. */
export function makeMessage(context: Context, { id, lines, contact, channel }: Parts): Message {
  const language: Language = contact?.language ?? (channel.settings['language'] === 'en' ? 'en' : 'zh-CN');
  const text = context.installation.texts(language);
  const count = lines.reduce((sum, line) => sum + line.item_count, 0);
  const dueCount = lines.reduce((sum, line) => sum + line.due_count, 0);
  const [first] = lines;
  const waits = text(contact ? 'notice.message.waits' : 'notice.message.group', { count });
  const due = dueCount > 0 ? text('notice.message.due', { count: dueCount }) : '';
  const words = first?.purpose === 'test' ? text('notice.message.test') : [waits, due].filter(Boolean).join(text('notice.message.join'));
  return { id, count, dueCount, text: words, link: linkOf(context, lines), language, at: context.now };
}

/** A page that asks a stranger to sign in and leads on afterwards. */
function linkOf(context: Context, lines: readonly Claimed[]): string | null {
  const { publicUrl } = context.installation;
  const [first] = lines;
  if (publicUrl === null) return null;
  return first?.notice_id && lines.length === 1 ? `${publicUrl}/go/${first.notice_id}` : `${publicUrl}/notices`;
}
