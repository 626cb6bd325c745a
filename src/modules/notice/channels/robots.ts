import { createHmac } from 'node:crypto';
import { dingtalkSettings, feishuSettings, wecomSettings } from '../notice.schema.ts';
import { ChannelRefused, jsonHeaders, lineOf, post, type ChannelAdapter } from './channel.ts';

const hmac = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64');

/** Robots answer 200 and say in the body whether they took it; these codes mean "too many at once". */
const busyCodes: readonly unknown[] = [45009, 130101, 11232, 9499];

function accept(code: unknown): void {
  if (code === 0) return;
  throw new ChannelRefused(busyCodes.includes(code) ? 'busy' : 'refused');
}

function withQuery(url: string, query: Readonly<Record<string, string>>): string {
  const address = new URL(url);
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  return address.href;
}

/** Group robot of WeCom (企业微信群机器人): the key in the address is the whole right to speak. */
export const wecomChannel: ChannelAdapter = {
  async send(message, _to, parts) {
    const { url } = wecomSettings.parse(parts.settings);
    const body = JSON.stringify({ msgtype: 'text', text: { content: lineOf(message) } });
    accept((await post({ url: withQuery(url, { key: parts.secrets['key'] ?? '' }), headers: jsonHeaders, body }, parts))['errcode']);
  },
};

/** The `sign` of DingTalk (加签): HMAC-SHA256 of milliseconds, line feed and secret, keyed by the secret. */
export const dingtalkSign = (signKey: string, timestamp: string): string => hmac(signKey, `${timestamp}\n${signKey}`);

export const dingtalkChannel: ChannelAdapter = {
  async send(message, _to, parts) {
    const { url } = dingtalkSettings.parse(parts.settings);
    const { accessToken = '', signKey } = parts.secrets;
    const timestamp = String(message.at.getTime());
    const signed: Record<string, string> = signKey ? { timestamp, sign: dingtalkSign(signKey, timestamp) } : {};
    const body = JSON.stringify({ msgtype: 'text', text: { content: lineOf(message) } });
    accept((await post({ url: withQuery(url, { access_token: accessToken, ...signed }), headers: jsonHeaders, body }, parts))['errcode']);
  },
};

/** The `sign` of Feishu (签名校验): HMAC-SHA256 of nothing, keyed by seconds, line feed and secret. */
export const feishuSign = (signKey: string, timestamp: string): string => hmac(`${timestamp}\n${signKey}`, '');

export const feishuChannel: ChannelAdapter = {
  async send(message, _to, parts) {
    const { url } = feishuSettings.parse(parts.settings);
    const { hook = '', signKey } = parts.secrets;
    const timestamp = String(Math.floor(message.at.getTime() / 1000));
    const signed = signKey ? { timestamp, sign: feishuSign(signKey, timestamp) } : {};
    const body = JSON.stringify({ ...signed, msg_type: 'text', content: { text: lineOf(message) } });
    const answer = await post({ url: `${url.replace(/\/$/, '')}/${encodeURIComponent(hook)}`, headers: jsonHeaders, body }, parts);
    accept(answer['code'] ?? answer['StatusCode']);
  },
};
