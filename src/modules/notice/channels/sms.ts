import { smsSettings } from '../notice.schema.ts';
import { ChannelRefused, jsonHeaders, lineOf, post, type ChannelAdapter } from './channel.ts';

/** Any gateway that takes an HTTP form or JSON: the operator writes its fields, the values come from a short list. */
export const smsChannel: ChannelAdapter = {
  async send(message, to, parts) {
    const { url, body, fields, okField, okValue } = smsSettings.parse(parts.settings);
    if (!to) throw new ChannelRefused('addressRefused', true);
    const values: Readonly<Record<string, string>> = { phone: to, text: lineOf(message), count: String(message.count), link: message.link ?? '', id: message.id, token: parts.secrets['token'] ?? '' };
    const filled = Object.fromEntries(Object.entries(fields).map(([name, template]) => [name, template.replaceAll(/\{\{(.*?)\}\}/g, (_whole, key: string) => values[key] ?? '')]));
    const form = body === 'form';
    const answer = await post(
      { url, headers: form ? { 'content-type': 'application/x-www-form-urlencoded' } : jsonHeaders, body: form ? new URLSearchParams(filled).toString() : JSON.stringify(filled) },
      parts,
    );
    if (okField !== null && String(answer[okField]) !== (okValue ?? '0')) throw new ChannelRefused('refused');
  },
};
