import type { Action } from '#platform/module/module.ts';
import { fail } from '#platform/result/result.rules.ts';
import type { createCluster } from '../../words/cluster.contract.ts';
import { classify, keepVerdict } from './classify-cluster.ts';
import { enterCluster } from './cluster-content.ts';

export const create: Action<typeof createCluster> = async (context, { body }) => {
  const { classification, ...input } = body;
  const verdict = classification && classify(context, classification.facts);
  if (verdict?.agrees === false && !classification?.reason) return fail('classificationDisagrees', { likely: verdict.likely });
  const entered = await enterCluster(context, input);
  if (entered.ok && verdict && classification) await keepVerdict(context, entered.value.id, classification, verdict);
  return entered;
};
