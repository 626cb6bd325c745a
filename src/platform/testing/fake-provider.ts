import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHash } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export interface FakePerson {
  sub: string;
  email?: string;
  email_verified?: boolean;
  preferred_username?: string;
}

export interface FakeProvider {
  issuer: string;
  /** Consents as this person at an authorization address; answers the parameters that would come back. */
  consent(url: string, person: FakePerson): Record<string, string>;
  /** What the next ID token says instead of the truth. */
  lie(claims: Record<string, unknown> | null): void;
  close(): Promise<void>;
}

interface Grant {
  person: FakePerson;
  nonce: string;
  challenge: string;
  redirect: string;
}

/** An OpenID provider on this machine: discovery, keys, code for token with PKCE. It checks what a strict one checks. */
export async function fakeProvider(clientId: string, clientSecret: string): Promise<FakeProvider> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const grants = new Map<string, Grant>();
  let lies: Record<string, unknown> = {};
  let issuer = '';

  const token = async (form: URLSearchParams): Promise<[number, object]> => {
    const code = form.get('code') ?? '';
    const grant = grants.get(code);
    grants.delete(code);
    const challenge = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url');
    if (!grant || challenge !== grant.challenge || form.get('redirect_uri') !== grant.redirect || form.get('client_secret') !== clientSecret) return [400, { error: 'invalid_grant' }];
    const claims = { ...grant.person, nonce: grant.nonce, iss: issuer, aud: clientId, exp: Math.floor(Date.now() / 1000) + 300, ...lies };
    const key = lies['forged'] ? (await generateKeyPair('RS256')).privateKey : privateKey;
    lies = {};
    const signed = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one' }).setIssuedAt().sign(key);
    return [200, { access_token: 'opaque', token_type: 'Bearer', expires_in: 300, id_token: signed }];
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const say = (status: number, body: object): void => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url === '/.well-known/openid-configuration') {
      return say(200, { issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys`, response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'], code_challenge_methods_supported: ['S256'] });
    }
    if (request.url === '/keys') return say(200, { keys: [jwk] });
    if (request.url !== '/token') return say(404, {});
    let body = '';
    for await (const chunk of request) body += String(chunk);
    say(...(await token(new URLSearchParams(body))));
  };

  const server: Server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    consent: (url, person) => {
      const asked = new URL(url).searchParams;
      const code = createHash('sha256').update(`${url} ${person.sub} ${grants.size}`).digest('hex');
      grants.set(code, { person, nonce: asked.get('nonce') ?? '', challenge: asked.get('code_challenge') ?? '', redirect: asked.get('redirect_uri') ?? '' });
      return { code, state: asked.get('state') ?? '' };
    },
    lie: (claims) => (lies = claims ?? {}),
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
