import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type { RecordKind } from '../../words/classification.rules.ts';
import { verdictOn } from '../../words/classify.rules.ts';
import { insertVerdict, listVerdicts } from '../../store/verdict.store.ts';
import type { ClassificationVerdict, GivenFacts, StoredVerdict } from '../../words/classification.schema.ts';
import type * as routes from '../../words/cluster.contract.ts';
import { readCluster } from './cluster-content.ts';

/** What the rules of today make of the facts. */
export function classify(context: Context, facts: GivenFacts, enteredAs: RecordKind = 'cluster'): ClassificationVerdict {
  return verdictOn(facts, enteredAs, context.now.toISOString().slice(0, 10));
}

export async function keepVerdict(context: Context, clusterId: string, given: { facts: GivenFacts; reason: string | null }, verdict: ClassificationVerdict): Promise<StoredVerdict> {
  const stored = { id: context.newId(), facts: given.facts, verdict, reason: given.reason, decidedAt: context.now.toISOString() };
  await insertVerdict(context, 'cluster', clusterId, stored);
  return stored;
}

export const classifyOne: Action<typeof routes.classifyCluster> = async (context, { params, body }) => {
  const cluster = await readCluster(context, params.clusterId);
  if (!cluster.ok) return cluster;
  const verdict = classify(context, body.facts);
  if (verdict.agrees === false && !body.reason) return fail('classificationDisagrees', { likely: verdict.likely });
  context.audit({ event: 'cluster.classified', subject: { kind: 'cluster', id: params.clusterId }, name: cluster.value.name, changes: { classification: [null, verdict.likely] } });
  return ok(await keepVerdict(context, params.clusterId, body, verdict));
};

export const check: Action<typeof routes.checkClassification> = async (context, { body }) => ok(classify(context, body.facts, body.enteredAs));

export const verdicts: Action<typeof routes.listClassifications> = async (context, { params }) => ok({ items: await listVerdicts(context, params.clusterId) });
