import { readLevelPolicy, writeLevelPolicy } from '#platform/level/level-policy.ts';
import { isAbove } from '#platform/level/level.rules.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type { getLevelPolicy, updateLevelPolicy } from '../words/level.contract.ts';
import type { LevelPolicyView } from '../words/level.schema.ts';

async function policyOf(context: Context): Promise<LevelPolicyView> {
  const installation = context.installation.level;
  return { ...(await readLevelPolicy(context.db, installation)), installation };
}

export const getLevelPolicyAction: Action<typeof getLevelPolicy> = async (context) => ok(await policyOf(context));

export const updateLevelPolicyAction: Action<typeof updateLevelPolicy> = async (context, { body, ifMatch }) => {
  const before = await policyOf(context);
  if (isAbove(body.ceiling, before.installation)) return fail('ceilingTooHigh');
  if (ifMatch !== before.version || !(await writeLevelPolicy(context.db, context.spaceId, body, before.version))) return fail('changedMeanwhile');
  const changes = Object.fromEntries((['ceiling', 'exportFreeUpTo', 'exportDays'] as const).flatMap((field): [string, [unknown, unknown]][] => (before[field] === body[field] ? [] : [[field, [before[field], body[field]]]])));
  context.audit({ event: 'levelPolicy.updated', subject: { kind: 'levelPolicy', id: context.spaceId }, changes });
  return ok(await policyOf(context));
};
