import { evaluateRuleSet, type Facts } from '#kernel/rule/verdict.ts';
import type { RuleSet } from '#kernel/rule/rule-set.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { insertVerdict, isSampleCluster } from '../../store/stage.store.ts';
import { ruleOn } from '../../store/stage-rule.store.ts';
import type * as routes from '../../words/stage.contract.ts';
import { foldStages } from '../../words/stage.rules.ts';
import type { StageEvidence, StageRule, StageRuleContent } from '../../words/stage.schema.ts';
import { readMeasures } from './read-measures.ts';
import { readVerdict } from './read-verdict.ts';

export const compute: Action<typeof routes.computeStage> = async (context, { params, body }) => {
  const today = context.now.toISOString().slice(0, 10);
  const on = body.on ?? today;
  if (on > today) return fail('dayAhead');
  const rule = await ruleOn(context, on);
  if (!rule) return fail('noRuleThen');
  const id = await computeVerdict(context, params.clusterId, on, rule);
  const verdict = await readVerdict(context, params.clusterId, id);
  if (!verdict) return fail('notFound');
  context.audit({ event: 'stage.computed', subject: { kind: 'cluster', id: params.clusterId }, changes: { stage: [null, verdict.stage ?? 'undetermined'], on: [null, on], edition: [null, rule.edition] } });
  return ok(verdict);
};

/** Judges by the edition in force on the day, keeps the verdict with everything it rests on, and answers its id. */
export async function computeVerdict(context: Context, clusterId: string, on: string, rule: StageRule): Promise<string> {
  const { measures, facts } = await readMeasures(context, clusterId, on, rule.content);
  const stages = judgeStages(rule, facts, on);
  const folded = foldStages(stages);
  const emerging = folded.stage === null && (measures.find(({ key }) => key === rule.content.lead)?.hint?.emerging ?? false);
  return insertVerdict(context, { clusterId, on, folded, emerging, rule, evidence: { measures, stages }, sample: await isSampleCluster(context, clusterId) });
}

/** The part of an edition that says when one stage is reached, as the kernel judges it. */
function ruleSetOf({ stage, atLeast, clauses }: StageRuleContent['stages'][number], rule: Pick<StageRule, 'edition' | 'validFrom' | 'source'>): RuleSet {
  return {
    id: `observatory.stage.${stage}`, version: rule.edition, validFrom: rule.validFrom, validUntil: null, title: { zh: stage, en: stage }, origin: rule.source === null ? 'productDefault' : 'official', source: rule.source,
    clauses: clauses.map(({ id, title, expression, required }) => ({ id, title, expression, ...(required ? { required } : {}) })),
    combine: { atLeast },
  };
}

function judgeStages(rule: StageRule, facts: Facts, on: string): StageEvidence['stages'] {
  return rule.content.stages.map((each) => {
    const verdict = evaluateRuleSet(ruleSetOf(each, rule), facts, on);
    const clauses = verdict.clauses.map((clause, at) => {
      const written = each.clauses[at];
      return {
        id: clause.id, title: clause.title, outcome: clause.outcome, inputs: clause.inputs, reason: clause.reason, dimension: written?.dimension ?? 'strength', expression: written?.expression ?? '', required: written?.required ?? false,
        distance: clause.distance && { actual: clause.distance.actual, operator: clause.distance.operator, threshold: clause.distance.threshold, missing: clause.distance.missing, margin: clause.distance.margin },
      };
    });
    return { stage: each.stage, outcome: verdict.outcome, atLeast: each.atLeast, clauses };
  });
}
