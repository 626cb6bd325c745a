import * as client from 'openid-client';
import type { OidcConfig } from '#platform/config/oidc-config.ts';
import { safeFetchWith } from '#platform/http/outgoing.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';

/** What only this sign-in knows; kept sealed until its answer comes back. */
export interface OutsideSecrets {
  nonce: string;
  verifier: string;
}

export interface OutsidePerson {
  issuer: string;
  subject: string;
  /** Null unless the provider says that it has verified the address. */
  email: string | null;
  login: string | null;
}

/** A provider that vouches for people who sign in elsewhere. Its troubles are answers, not exceptions. */
export interface OutsideSignIn {
  /** How the button names it. */
  name: string;
  begin(state: string): Promise<Result<OutsideSecrets & { url: string }, 'providerAway'>>;
  finish(answer: Readonly<Record<string, string>>, state: string, secrets: OutsideSecrets): Promise<Result<OutsidePerson, 'providerAway' | 'providerRefused'>>;
}

const seconds = 8;

/** OpenID Connect: authorization code with PKCE, state and nonce. What the provider is able to do is read once, at the first use. */
export function oidcSignIn(config: OidcConfig): OutsideSignIn {
  let discovered: Promise<client.Configuration> | null = null;
  const provider = (): Promise<client.Configuration> => {
    discovered ??= discover(config);
    discovered.catch(() => (discovered = null));
    return discovered;
  };
  return {
    name: config.name,
    begin: async (state) => {
      const found = await provider().catch(() => null);
      if (!found) return fail('providerAway');
      const secrets = { nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() };
      const url = client.buildAuthorizationUrl(found, {
        redirect_uri: config.returnUrl, scope: 'openid email profile', state, nonce: secrets.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(secrets.verifier), code_challenge_method: 'S256',
      });
      return ok({ ...secrets, url: url.href });
    },
    finish: async (answer, state, secrets) => {
      const found = await provider().catch(() => null);
      if (!found) return fail('providerAway');
      const returned = new URL(config.returnUrl);
      for (const [name, value] of Object.entries(answer)) returned.searchParams.set(name, value);
      try {
        const tokens = await client.authorizationCodeGrant(found, returned, { expectedState: state, expectedNonce: secrets.nonce, pkceCodeVerifier: secrets.verifier, idTokenExpected: true });
        const claims = tokens.claims();
        if (!claims) return fail('providerRefused');
        const told = claims['email'] || !found.serverMetadata().userinfo_endpoint ? claims : { ...claims, ...(await client.fetchUserInfo(found, tokens.access_token, claims.sub)) };
        return ok({ issuer: claims.iss, subject: claims.sub, email: verifiedEmail(told), login: textOf(told['preferred_username']) ?? textOf(told['email']) });
      } catch (error) {
        return fail(isAway(error) ? 'providerAway' : 'providerRefused');
      }
    },
  };
}

async function discover(config: OidcConfig): Promise<client.Configuration> {
  const issuer = new URL(config.issuer);
  const call = safeFetchWith({ allowHosts: [issuer.host, issuer.hostname, ...config.allowHosts], timeoutMs: seconds * 1000 });
  const found = await client.discovery(issuer, config.clientId, config.clientSecret, undefined, {
    timeout: seconds,
    [client.customFetch]: (url, options) => call(url, options as Parameters<typeof call>[1]),
    // The signature is checked too, not only the channel it came through.
    execute: [client.enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [])],
  });
  return found;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 200) : null);

function verifiedEmail(claims: Readonly<Record<string, unknown>>): string | null {
  return claims['email_verified'] === true ? (textOf(claims['email'])?.toLowerCase() ?? null) : null;
}

/** Not reached, or broken on its side; everything else is the provider's or our refusal. */
function isAway(error: unknown): boolean {
  const { name, code, status } = error as { name?: string; code?: string; status?: number };
  return name === 'OutgoingRefused' || code === 'OAUTH_TIMEOUT' || (typeof status === 'number' && status >= 500);
}
