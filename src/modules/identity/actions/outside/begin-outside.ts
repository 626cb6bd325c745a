import { randomBytes } from 'node:crypto';
import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { keepAttempt } from '../../store/outside-store.ts';
import { tokenHash } from '../../store/session-store.ts';
import type { beginOutside } from '../../words/outside.contract.ts';
import { safePath } from '../../words/safe-path.rules.ts';

const minutes = 10;

/** What the way back needs, sealed: only this installation can read it. */
export interface Attempt {
  nonce: string;
  verifier: string;
  next: string;
  invitation: string | null;
}
export const attemptPurpose = (stateHash: string): string => `sign-in under way ${stateHash}`;

export const beginOutsideAction: Action<typeof beginOutside> = async (context, { body }) => {
  const { outside, secrets } = context.installation;
  if (!outside) return fail('outsideOff');
  const [state, browser] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')];
  const begun = await outside.begin(state);
  if (!begun.ok) return fail(begun.reason);
  const { url, nonce, verifier } = begun.value;
  const attempt: Attempt = { nonce, verifier, next: safePath(body.next), invitation: body.invitation };
  const stateHash = tokenHash(state);
  await keepAttempt(context.db, {
    stateHash, browserHash: tokenHash(browser), sealed: secrets.seal(JSON.stringify(attempt), attemptPurpose(stateHash)),
    now: context.now, expiresAt: new Date(context.now.getTime() + minutes * 60_000),
  });
  return ok({ url, browser });
};
