import type { Action, Context } from '#platform/module/module.ts';
import type { RaiseTarget } from '#platform/module/raise-target.ts';
import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { countWarningRows, findWarning, insertStep, listWarningRows, warningFacts } from '../../store/warning.store.ts';
import type * as routes from '../../words/warning.contract.ts';
import { canStepWarning, offeredSteps } from '../../words/warning.rules.ts';
import type { Warning } from '../../words/warning.schema.ts';

export const list: Action<typeof routes.listWarnings> = async (context, { query }) => {
  const page = await listWarningRows(context, query);
  return page ? ok(page) : fail('invalidCursor');
};

export const count: Action<typeof routes.countWarnings> = async (context, { query }) => ok(await countWarningRows(context, query));

const targetsFor = (context: Context, facts: ScopeFacts): RaiseTarget<Context>[] => context.contributions.raiseTargets.filter(({ permission }) => context.allows(permission, facts));

async function readWarning(context: Context, id: string): Promise<Warning | null> {
  const held = await findWarning(context, id);
  const facts = (await warningFacts(context.db, [id])).get(id);
  if (!held || !facts) return null;
  const mayHandle = context.allows('warning.handle', facts);
  const targets = mayHandle ? targetsFor(context, facts) : [];
  return { ...held, may: mayHandle ? offeredSteps(held.state, targets.length > 0) : [], targets: targets.map(({ id: target, label }) => ({ id: target, label })) };
}

export const get: Action<typeof routes.getWarning> = async (context, { params }) => {
  const warning = await readWarning(context, params.warningId);
  return warning ? ok(warning) : fail('notFound');
};

export const step: Action<typeof routes.stepWarning> = async (context, { params: { warningId }, body }) => {
  const warning = await findWarning(context, warningId, true);
  const facts = (await warningFacts(context.db, [warningId])).get(warningId);
  if (!warning || !facts) return fail('notFound');
  const target = targetsFor(context, facts).find(({ id }) => id === body.targetId);
  const verdict = canStepWarning(warning.state, body.verb, new Set([...(body.note === null ? [] : ['note']), ...(target ? ['target'] : [])]));
  if (!verdict.allowed) {
    if (verdict.reason !== 'requirementMissing') return fail('stepNotPossible');
    return verdict.missing?.includes('note') ? fail('stepNeedsReason', {}, [{ path: 'body.note', reason: 'stepNeedsReason' }]) : fail('raiseTargetUnknown');
  }
  let href: string | null = null;
  if (body.verb === 'raise' && target) {
    const raised = await target.raise(context, { from: { kind: 'warning', id: warningId }, href: `/warnings/${warningId}`, title: warning.title, note: body.note, facts });
    if (!raised.ok) return raised;
    href = raised.value.href;
  }
  await insertStep(context, warningId, { verb: body.verb, to: verdict.to, note: body.note, href });
  context.audit({ event: `warning.${pastOf[body.verb]}`, subject: { kind: 'warning', id: warningId }, name: warning.title, changes: { state: [warning.state, verdict.to] } });
  const after = await readWarning(context, warningId);
  return after ? ok(after) : fail('notFound');
};

const pastOf = { acknowledge: 'acknowledged', dismiss: 'dismissed', raise: 'raised', close: 'closed', reopen: 'reopened' } as const;
