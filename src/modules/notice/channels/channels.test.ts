import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fakeHttp, fakeMail, type FakeHttp, type FakeMail } from '../../../../test/channels/fake-servers.ts';
import { channelInput } from '../notice.schema.ts';
import { adapters } from './adapters.ts';
import { refusalOf, type ChannelParts, type Message } from './channel.ts';
import { dingtalkSign } from './robots.ts';
import { verifySignature } from './webhook.ts';

const at = new Date('2026-11-22T08:00:00Z');
const message: Message = { id: '00000000-0000-7000-8000-00000000000a', count: 2, dueCount: 1, text: '您有 2 项待办', link: 'https://clusterloom.example/notices', language: 'zh-CN', at };
const line = '您有 2 项待办 https://clusterloom.example/notices';

let http: FakeHttp;
let mail: FakeMail;
beforeAll(async () => {
  [http, mail] = [await fakeHttp(), await fakeMail('mail-secret')];
});
afterAll(async () => {
  await Promise.all([http.close(), mail.close()]);
});
beforeEach(() => {
  http.taken.length = 0;
  http.answer = { status: 200, body: { errcode: 0, code: 0 } };
});

const parts = (settings: object, secrets: Record<string, string> = {}): ChannelParts => ({ settings, secrets, allowHosts: ['127.0.0.1'] });
const reasonOf = (sending: Promise<void>): Promise<string> => sending.then(() => 'sent', (error: unknown) => refusalOf(error).reason);
const json = (): Record<string, unknown> => JSON.parse(http.taken[0]?.body ?? '{}') as Record<string, unknown>;
const queryOf = (): URLSearchParams => new URL(http.taken[0]?.url ?? '', 'http://fake').searchParams;

describe('webhook', () => {
  it('is signed over time and body, and only this body at about this time passes', async () => {
    await adapters.webhook.send(message, null, parts({ url: http.url }, { signingKey: 'k' }));
    const [call] = http.taken;
    const headers = { timestamp: String(call?.headers['clusterloom-timestamp']), signature: String(call?.headers['clusterloom-signature']) };
    const body = call?.body ?? '';
    expect(headers.signature).toBe(`v1=${createHmac('sha256', 'k').update(`${headers.timestamp}.${body}`).digest('hex')}`);
    expect(verifySignature('k', headers, body, at)).toBe(true);
    expect(verifySignature('other', headers, body, at)).toBe(false);
    expect(verifySignature('k', headers, body.replace('2', '3'), at)).toBe(false);
    // Somebody plays it again later, or under a fresh time of their own.
    expect(verifySignature('k', headers, body, new Date(at.getTime() + 301_000))).toBe(false);
    expect(verifySignature('k', { ...headers, timestamp: String(Number(headers.timestamp) + 60) }, body, at)).toBe(false);
    expect(json()).toEqual({ id: message.id, count: 2, dueCount: 1, link: message.link, at: at.toISOString() });
    expect(call?.headers['clusterloom-delivery']).toBe(message.id);
  });

  it('tells busy from refused, and does not call inside the own network', async () => {
    const send = (url: string, allowHosts: string[] = ['127.0.0.1']) => reasonOf(adapters.webhook.send(message, null, { ...parts({ url }, { signingKey: 'k' }), allowHosts }));
    http.answer = { status: 503, body: {} };
    expect(await send(http.url)).toBe('busy');
    http.answer = { status: 404, body: {} };
    expect(await send(http.url)).toBe('refused');
    expect(await send(http.url, [])).toBe('innerAddress');
    expect(await send('http://169.254.169.254/latest')).toBe('innerAddress');
    expect(await send('http://127.0.0.1:9/')).toBe('unreachable');
  });
});

describe('group robots', () => {
  it('WeCom: key in the address, text message', async () => {
    await adapters.wecom.send(message, null, parts({ url: http.url }, { key: 'wk' }));
    expect(queryOf().get('key')).toBe('wk');
    expect(json()).toEqual({ msgtype: 'text', text: { content: line } });
  });

  it('DingTalk: token, milliseconds and sign', async () => {
    await adapters.dingtalk.send(message, null, parts({ url: http.url }, { accessToken: 'dt', signKey: 'SECabc' }));
    expect(Object.fromEntries(queryOf())).toEqual({ access_token: 'dt', timestamp: String(at.getTime()), sign: createHmac('sha256', 'SECabc').update(`${at.getTime()}\nSECabc`).digest('base64') });
    expect(json()).toEqual({ msgtype: 'text', text: { content: line } });
    expect(dingtalkSign('a', '1')).not.toBe(dingtalkSign('b', '1'));
  });

  it('Feishu: hook in the path, seconds and sign in the body', async () => {
    await adapters.feishu.send(message, null, parts({ url: http.url }, { hook: 'h1', signKey: 'fk' }));
    const timestamp = String(at.getTime() / 1000);
    expect(http.taken[0]?.url).toBe('/hook/h1');
    expect(json()).toEqual({ timestamp, sign: createHmac('sha256', `${timestamp}\nfk`).update('').digest('base64'), msg_type: 'text', content: { text: line } });
  });

  it('a 200 that says no is a no', async () => {
    http.answer = { status: 200, body: { errcode: 310000, errmsg: 'sign not match' } };
    expect(await reasonOf(adapters.dingtalk.send(message, null, parts({ url: http.url }, { accessToken: 'dt' })))).toBe('refused');
    http.answer = { status: 200, body: { errcode: 45009 } };
    expect(await reasonOf(adapters.wecom.send(message, null, parts({ url: http.url }, { key: 'wk' })))).toBe('busy');
    http.answer = { status: 200, body: 'ok' };
    expect(await reasonOf(adapters.feishu.send(message, null, parts({ url: http.url }, { hook: 'h1' })))).toBe('refused');
  });
});

describe('text messages', () => {
  const settings = { url: '', body: 'form', fields: { mobile: '{{phone}}', content: '【样例】{{text}}', key: '{{token}}', ref: '{{id}}' }, okField: 'code', okValue: '0' };

  it('fills the fields of the gateway', async () => {
    await adapters.sms.send(message, '13800000000', parts({ ...settings, url: http.url }, { token: 'st' }));
    expect(Object.fromEntries(new URLSearchParams(http.taken[0]?.body))).toEqual({ mobile: '13800000000', content: `【样例】${line}`, key: 'st', ref: message.id });
    http.answer = { status: 200, body: { code: 7 } };
    expect(await reasonOf(adapters.sms.send(message, '13800000000', parts({ ...settings, url: http.url })))).toBe('refused');
    expect(await reasonOf(adapters.sms.send(message, null, parts({ ...settings, url: http.url })))).toBe('addressRefused');
  });

  it('takes no field that is not on the list', () => {
    const input = (content: string) => channelInput.safeParse({ kind: 'sms', name: { en: 'Gateway' }, settings: { url: 'https://sms.example/send', fields: { content } } });
    expect(input('{{text}} {{link}}').success).toBe(true);
    expect(input('{{name}}').success).toBe(false);
    expect(input('{{ text }}').success).toBe(false);
  });
});

describe('mail', () => {
  const settings = (port: number) => ({ host: '127.0.0.1', port, security: 'none', from: 'loom@example.org', user: 'loom' });

  it('goes out with the sentence as subject and one message id for every try', async () => {
    await adapters.mail.send(message, 'li@example.org', parts(settings(mail.port), { password: 'mail-secret' }));
    const [mailed] = mail.taken;
    expect(mailed?.to).toEqual(['li@example.org']);
    expect(mailed?.raw).toContain(`Message-ID: <${message.id}@example.org>`);
    expect(mailed?.raw).toContain('Auto-Submitted: auto-generated');
  });

  it('says why it did not', async () => {
    const send = (to: string, password: string, port = mail.port, allowHosts = ['127.0.0.1']) => reasonOf(adapters.mail.send(message, to, { ...parts(settings(port), { password }), allowHosts }));
    expect(await send('li@example.org', 'wrong')).toBe('signInRefused');
    expect(await send('gone@example.org', 'mail-secret')).toBe('addressRefused');
    expect(await send('li@example.org', 'mail-secret', 9)).toBe('unreachable');
    expect(await send('li@example.org', 'mail-secret', mail.port, [])).toBe('innerAddress');
  });
});
