import type { Context } from '#platform/module/module.ts';
import { failAndKeep, fail, type Failure } from '#platform/result/result.rules.ts';
import { openSessionsOf } from '../../store/own-session-store.ts';
import { findAccount, type AccountRow } from '../../store/session-store.ts';
import { defaultRules, freshMinutes } from '../../words/security.rules.ts';
import { isPasswordRight } from '../sign-in/settle-try.ts';

/** Whoever sits at an open screen is not yet its owner: the password again, or where there is none, a fresh sign-in. */
export async function askAgain(context: Context, password: string | null): Promise<{ ok: true; account: AccountRow } | Failure> {
  const account = context.actor.accountId ? await findAccount(context.db, { id: context.actor.accountId }) : null;
  if (!account) return fail('signInRequired');
  if (account.password_hash === null) {
    const current = (await openSessionsOf(context.db, account.id, defaultRules, context.now)).find((session) => session.id === context.actor.sessionId);
    const isFresh = current !== undefined && context.now.getTime() - Date.parse(current.created_at) < freshMinutes * 60_000;
    return isFresh ? { ok: true, account } : fail('signInAgain');
  }
  return (await isPasswordRight(context, account, password ?? '')) ? { ok: true, account } : failAndKeep('signInFailed');
}
