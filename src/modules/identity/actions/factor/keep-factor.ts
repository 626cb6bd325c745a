import type { Action, Context } from '#platform/module/module.ts';
import { fail, failAndKeep, ok } from '#platform/result/result.rules.ts';
import { beginFactor, findFactor, removeFactorRows, replaceCodes } from '../../store/factor-store.ts';
import { getPerson, mandatesOf } from '../../store/person-store.ts';
import { getPolicyRow } from '../../store/policy-store.ts';
import { findAccount } from '../../store/session-store.ts';
import type { confirmFactor, enrolFactor, getFactor, removeFactor, renewCodes } from '../../words/security.contract.ts';
import { owesFactor } from '../../words/security.rules.ts';
import { settleTry } from '../sign-in/settle-try.ts';
import { askAgain } from './ask-again.ts';
import { codeHash, newCodes, newSeed, sealPurpose, seedUri, takeCode } from './one-time-code.ts';

async function note(context: Context, event: string): Promise<void> {
  const { personId } = context.actor;
  const person = personId ? await getPerson(context.db, context.spaceId, personId, context.now) : null;
  if (!person) return;
  context.audit({ event, subject: { kind: 'person', id: person.id }, name: person.name });
  context.notify({ kind: 'identity.factorChanged', subject: { kind: 'person', id: person.id }, href: '/account', to: { people: [person.id] } });
}

export const viewFactor: Action<typeof getFactor> = async (context) => {
  const { accountId, personId } = context.actor;
  const account = accountId ? await findAccount(context.db, { id: accountId }) : null;
  if (!account) return fail('signInRequired');
  const factor = await findFactor(context.db, account.id);
  const held = personId ? ((await mandatesOf(context.db, context.spaceId, [personId], context.now)).get(personId) ?? []) : [];
  const rules = personId ? await getPolicyRow(context.db, context.spaceId) : { factorRoles: [] };
  const isEnrolled = factor?.confirmedAt != null;
  return ok({
    state: isEnrolled ? 'enrolled' : 'none',
    required: owesFactor(held.filter((mandate) => mandate.state === 'inForce'), rules),
    enrolledAt: factor?.confirmedAt ?? null,
    codesLeft: isEnrolled ? factor.codesLeft : 0,
    hasPassword: account.password_hash !== null,
  });
};

export const beginFactorAction: Action<typeof enrolFactor> = async (context, { body }) => {
  const asked = await askAgain(context, body.password);
  if (!asked.ok) return asked;
  const { account } = asked;
  if ((await findFactor(context.db, account.id))?.confirmedAt) return fail('factorPresent');
  const secret = newSeed();
  await beginFactor(context.db, account.id, context.installation.secrets.seal(secret, sealPurpose(account.id)), context.now);
  return ok({ secret, uri: seedUri(secret, account.login) });
};

export const confirmFactorAction: Action<typeof confirmFactor> = async (context, { body }) => {
  const accountId = context.actor.accountId ?? '';
  const factor = await findFactor(context.db, accountId);
  if (!factor) return fail('factorMissing');
  if (factor.confirmedAt) return fail('factorPresent');
  const verdict = await takeCode(context, accountId, body.code, { recovery: false });
  if (verdict === 'unreadable') return fail('factorUnreadable');
  if (!(await settleTry(context, accountId, verdict === 'right'))) return failAndKeep('codeWrong');
  const codes = newCodes();
  await replaceCodes(context.db, accountId, codes.map(codeHash));
  await note(context, 'factor.enrolled');
  return ok({ codes });
};

export const removeFactorAction: Action<typeof removeFactor> = async (context, { body }) => {
  const asked = await askAgain(context, body.password);
  if (!asked.ok) return asked;
  if (!(await findFactor(context.db, asked.account.id))) return fail('factorMissing');
  await removeFactorRows(context.db, asked.account.id);
  await note(context, 'factor.removed');
  return ok(null);
};

export const renewCodesAction: Action<typeof renewCodes> = async (context, { body }) => {
  const asked = await askAgain(context, body.password);
  if (!asked.ok) return asked;
  if (!(await findFactor(context.db, asked.account.id))?.confirmedAt) return fail('factorMissing');
  const codes = newCodes();
  await replaceCodes(context.db, asked.account.id, codes.map(codeHash));
  await note(context, 'factor.codesRenewed');
  return ok({ codes });
};
