import type { Adapters } from './channel.ts';
import { mailChannel } from './mail.ts';
import { dingtalkChannel, feishuChannel, wecomChannel } from './robots.ts';
import { smsChannel } from './sms.ts';
import { webhookChannel } from './webhook.ts';

export const adapters: Adapters = { mail: mailChannel, sms: smsChannel, webhook: webhookChannel, wecom: wecomChannel, dingtalk: dingtalkChannel, feishu: feishuChannel };
