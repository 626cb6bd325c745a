import { PlainProblem } from './plain-problem.ts';

export interface OidcConfig {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** How the button names the provider. */
  name: string;
  /** Where the provider sends people back to. */
  returnUrl: string;
  allowHosts: readonly string[];
}

type Environment = Record<string, string | undefined>;

/** All of the four variables or none; the address people come back to needs the public one. */
export function readOidc(environment: Environment, publicUrl: string | null, allowHosts: readonly string[]): OidcConfig | null {
  const read = (name: string): string | undefined => environment[`CLUSTERLOOM_OIDC_${name}`]?.trim() || undefined;
  const [issuer, clientId, clientSecret] = [read('ISSUER'), read('CLIENT_ID'), read('CLIENT_SECRET')];
  if (!issuer && !clientId && !clientSecret) return null;
  if (!issuer || !clientId || !clientSecret) {
    throw new PlainProblem('oidcIncomplete', {
      en: 'Signing in through a provider needs CLUSTERLOOM_OIDC_ISSUER, CLUSTERLOOM_OIDC_CLIENT_ID and CLUSTERLOOM_OIDC_CLIENT_SECRET; one of them is missing.',
      zh: '统一登录须同时设置 CLUSTERLOOM_OIDC_ISSUER、CLUSTERLOOM_OIDC_CLIENT_ID 和 CLUSTERLOOM_OIDC_CLIENT_SECRET，当前缺少其中之一。',
    });
  }
  if (!isIssuer(issuer)) {
    throw new PlainProblem('oidcIssuerInvalid', {
      en: `CLUSTERLOOM_OIDC_ISSUER must be an https address (http only on this machine); it is "${issuer}".`,
      zh: `CLUSTERLOOM_OIDC_ISSUER 须为 https 地址（仅本机可用 http），当前为“${issuer}”。`,
    });
  }
  if (publicUrl === null) {
    throw new PlainProblem('oidcNeedsPublicUrl', {
      en: 'Signing in through a provider needs CLUSTERLOOM_PUBLIC_URL: the provider must know where to send people back to.',
      zh: '启用统一登录须设置 CLUSTERLOOM_PUBLIC_URL，以便登录后返回本系统。',
    });
  }
  return { issuer, clientId, clientSecret, name: read('NAME')?.slice(0, 60) ?? new URL(issuer).hostname, returnUrl: `${publicUrl}/sign-in/return`, allowHosts };
}

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, search, hash } = new URL(text);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return (protocol === 'https:' || (protocol === 'http:' && isHere)) && username === '' && search === '' && hash === '';
}
