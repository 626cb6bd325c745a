import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { grantableRoles } from '../../identity.schema.ts';
import { countFactors, getPolicyRow, keepPolicy } from '../../store/policy-store.ts';
import type { getCoverage, getPolicy, updatePolicy } from '../../words/security.contract.ts';

export const viewPolicy: Action<typeof getPolicy> = async (context) => ok(await getPolicyRow(context.db, context.spaceId));

export const updatePolicyAction: Action<typeof updatePolicy> = async (context, { body, ifMatch }) => {
  const before = await getPolicyRow(context.db, context.spaceId);
  const rules = { ...body, factorRoles: grantableRoles.filter((role) => body.factorRoles.includes(role)) };
  if (!(await keepPolicy(context.db, context.spaceId, ifMatch ?? 0, rules, context.actor.personId, context.now))) return fail('changedMeanwhile');
  const fields = ['factorRoles', 'idleMinutes', 'absoluteHours', 'lockAfter'] as const;
  const changed = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(rules[field]));
  context.audit({ event: 'securityPolicy.updated', subject: { kind: 'securityPolicy', id: context.spaceId }, changes: Object.fromEntries(changed.map((field) => [field, [before[field], rules[field]]])) });
  return ok(await getPolicyRow(context.db, context.spaceId));
};

export const viewCoverage: Action<typeof getCoverage> = async (context) => ok({ items: await countFactors(context.db, context.spaceId, context.now) });
