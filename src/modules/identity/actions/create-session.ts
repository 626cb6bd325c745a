import type { Action } from '#platform/module/module.ts';
import { failAndKeep } from '#platform/result/result.rules.ts';
import type { createSession } from '../identity.contract.ts';
import { findAccount } from '../store/session-store.ts';
import { letIn } from './sign-in/let-in.ts';
import { isPasswordRight } from './sign-in/settle-try.ts';

/** One answer for an unknown name, a wrong password and a locked account: nobody learns from it which names exist. */
export const signIn: Action<typeof createSession> = async (context, { body }) => {
  const account = await findAccount(context.db, { login: body.login });
  if (!(await isPasswordRight(context, account, body.password)) || !account) return failAndKeep('signInFailed');
  return letIn(context, account.id, { code: false });
};
