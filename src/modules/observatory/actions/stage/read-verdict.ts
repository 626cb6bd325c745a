import { clusterSubject } from '#modules/registry/index.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { findVerdict, listStageRows, verdictsOf, type HeldVerdict } from '../../store/stage.store.ts';
import { findRule, ruleOn } from '../../store/stage-rule.store.ts';
import type * as routes from '../../words/stage.contract.ts';
import { overrideInForce } from '../../words/stage.rules.ts';
import type { StageEvidence, StageRule, StageRuleSummary, StageVerdict } from '../../words/stage.schema.ts';

export const list: Action<typeof routes.listStages> = async (context, { query }) => {
  const page = await listStageRows(context, query);
  return page ? ok(page) : fail('invalidCursor');
};

export const get: Action<typeof routes.getClusterStage> = async (context, { params }) => {
  const history = await verdictsOf(context, params.clusterId);
  const rule = await ruleOn(context, context.now.toISOString().slice(0, 10));
  const may = await rightsOn(context, params.clusterId);
  return ok({ latest: history[0] ? await readVerdict(context, params.clusterId, history[0].id) : null, history, rule: rule && summaryOf(rule), may: { compute: may('stage.compute'), judge: may('stage.judge') } });
};

const summaryOf = ({ content: _, ...summary }: StageRule): StageRuleSummary => summary;

export const getVerdict: Action<typeof routes.getStageVerdict> = async (context, { params }) => {
  const verdict = await readVerdict(context, params.clusterId, params.verdictId);
  return verdict ? ok(verdict) : fail('notFound');
};

/** A verdict with its opinions and the advice of its edition, as far as this reader may see what it rests on. */
export async function readVerdict(context: Context, clusterId: string, verdictId: string): Promise<StageVerdict | null> {
  const held = await findVerdict(context, clusterId, verdictId);
  if (!held) return null;
  const rule = await findRule(context, held.summary.ruleId);
  const evidence = (await seesRows(context, clusterId)) ? held.evidence : withheld(held.evidence);
  return { ...held.summary, evidence, opinions: opinionsOf(context, held), advice: rule?.content.advice ?? [] };
}

function opinionsOf(context: Context, { opinions }: HeldVerdict): StageVerdict['opinions'] {
  const shown = overrideInForce(opinions);
  return opinions.map(({ judgedBy, ...opinion }) => ({ ...opinion, own: judgedBy !== null && judgedBy === context.actor.personId, inForce: opinion.withdrawnAt === null && (opinion.kind === 'dissent' || opinion.id === shown?.id) }));
}

/** What the actor may do on a cluster. */
export async function rightsOn(context: Context, clusterId: string): Promise<(permission: string) => boolean> {
  const facts = await clusterSubject.byId(context.db, clusterId);
  return (permission) => facts !== null && context.allows(permission, facts);
}

/** Whether the reader may see internal rows of the cluster: those whose task it is to judge it from them. */
export const seesRows = async (context: Context, clusterId: string): Promise<boolean> => (await rightsOn(context, clusterId))('stage.compute');

/** Whoever may not see every row behind a figure does not get the figure; the verdict on it stays. */
function withheld({ measures, stages }: StageEvidence): StageEvidence {
  const hidden = new Set(measures.filter(({ restricted }) => restricted).map(({ key }) => key));
  const touches = (name: string) => hidden.has(name.split('.')[0] ?? name);
  return {
    measures: measures.map((measure) => (hidden.has(measure.key) ? { ...measure, indicator: null, value: null, period: null, unit: null, sources: [], series: [], hint: null, notes: [], withheld: true } : measure)),
    stages: stages.map((each) => ({
      ...each,
      clauses: each.clauses.map((clause) => (clause.inputs.some(({ name }) => touches(name)) ? { ...clause, inputs: clause.inputs.map(({ name }) => ({ name, value: null, source: null, asOf: null })), distance: null } : clause)),
    })),
  };
}
