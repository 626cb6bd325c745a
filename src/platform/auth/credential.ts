export interface Credential {
  kind: 'session' | 'key';
  token: string;
}

export const keyPrefix = 'clk_';

/** A program's key goes before a browser's cookie; other kinds of authorization are a proxy's business. */
export function credentialOf(authorization: string | undefined, cookie: string | undefined): Credential | null {
  const key = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (key) return { kind: 'key', token: key };
  return cookie ? { kind: 'session', token: cookie } : null;
}
