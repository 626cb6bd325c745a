import type { Action } from '#platform/module/module.ts';
import { fail, failAndKeep } from '#platform/result/result.rules.ts';
import { countCodeTry, halfSession } from '../../store/own-session-store.ts';
import { endSession } from '../../store/session-store.ts';
import type { giveCode } from '../../words/security.contract.ts';
import { codeTriesAllowed } from '../../words/security.rules.ts';
import { takeCode } from '../factor/one-time-code.ts';
import { letIn } from './let-in.ts';
import { settleTry } from './settle-try.ts';

/** The second step. A few wrong codes end the half session, and all of them count towards the lock of the account. */
export const confirmSession: Action<typeof giveCode> = async (context, { body }) => {
  const { sessionId, pending } = context.actor;
  const half = sessionId && pending === 'code' ? await halfSession(context.db, sessionId) : null;
  if (!half || !sessionId) return fail('signInRequired');
  const verdict = await takeCode(context, half.account_id, body.code, { recovery: true });
  if (verdict === 'unreadable') return fail('factorUnreadable');
  if (await settleTry(context, half.account_id, verdict === 'right')) return letIn(context, half.account_id, { code: true });
  await countCodeTry(context.db, sessionId);
  if (half.code_tries + 1 < codeTriesAllowed) return failAndKeep('codeWrong');
  await endSession(context.db, sessionId, context.now);
  return failAndKeep('codeTriesUsed');
};
