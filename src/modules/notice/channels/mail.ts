import { createTransport } from 'nodemailer';
import { checkedAddresses } from '#platform/http/outgoing.ts';
import { mailSettings } from '../notice.schema.ts';
import { ChannelRefused, type ChannelAdapter } from './channel.ts';

const patience = 10_000;

/** SMTP. The name is resolved once and that very address is called, as for HTTP; the certificate is still checked by name. */
export const mailChannel: ChannelAdapter = {
  async send(message, to, parts) {
    const { host, port, security, from, user } = mailSettings.parse(parts.settings);
    if (!to) throw new ChannelRefused('addressRefused', true);
    const target = new URL(`https://${host.includes(':') ? `[${host}]` : host}:${port}`);
    const [address] = await checkedAddresses(target, { allowHosts: parts.allowHosts }, AbortSignal.timeout(patience));
    const transport = createTransport({
      host: address?.address ?? host, port, secure: security === 'tls', requireTLS: security === 'starttls', ignoreTLS: security === 'none',
      ...(user === null ? {} : { auth: { user, pass: parts.secrets['password'] ?? '' } }),
      tls: { servername: host }, connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience, disableFileAccess: true, disableUrlAccess: true,
    });
    try {
      await transport.sendMail({
        from: { name: 'Clusterloom', address: from }, to, subject: message.text, text: [message.text, message.link].filter(Boolean).join('\n\n'),
        messageId: `<${message.id}@${from.split('@')[1] ?? 'clusterloom'}>`, headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': message.language },
      });
    } catch (error) {
      throw refused(error as { code?: string; responseCode?: number });
    } finally {
      transport.close();
    }
  },
};

function refused({ code, responseCode = 0 }: { code?: string; responseCode?: number }): ChannelRefused {
  if (code === 'EAUTH') return new ChannelRefused('signInRefused');
  if (code === 'ETIMEDOUT') return new ChannelRefused('timeout');
  if (code === 'EENVELOPE' && responseCode >= 500) return new ChannelRefused('addressRefused', true);
  if (responseCode >= 500) return new ChannelRefused('refused');
  return new ChannelRefused(responseCode >= 400 ? 'busy' : 'unreachable');
}
