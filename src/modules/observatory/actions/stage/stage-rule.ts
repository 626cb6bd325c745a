import { parseExpression } from '#kernel/expression/parse.ts';
import { variablesOf } from '#kernel/expression/ast.ts';
import type { Action } from '#platform/module/module.ts';
import { fail, ok, type Failure } from '#platform/result/result.rules.ts';
import { findRule, insertRule, latestEdition, listRuleRows } from '../../store/stage-rule.store.ts';
import type * as routes from '../../words/stage.contract.ts';
import { factNames } from '../../words/stage.rules.ts';
import type { StageRuleContent } from '../../words/stage.schema.ts';

export const list: Action<typeof routes.listStageRules> = async (context, { query }) => {
  const page = await listRuleRows(context, query);
  return page ? ok(page) : fail('invalidCursor');
};

export const get: Action<typeof routes.getStageRule> = async (context, { params }) => {
  const rule = await findRule(context, params.ruleId);
  return rule ? ok(rule) : fail('notFound');
};

/** A changed bound is a new edition from a day on; what was judged before keeps its own. */
export const create: Action<typeof routes.createStageRule> = async (context, { body }) => {
  const latest = await latestEdition(context);
  if (body.validFrom <= latest.validFrom) return fail('editionTooEarly', { day: latest.validFrom });
  if (latest.names.includes(body.edition)) return fail('editionTaken');
  const fault = faultOf(body.content);
  if (fault) return fault;
  const id = await insertRule(context, body);
  context.audit({ event: 'stageRule.created', subject: { kind: 'stageRule', id }, changes: { edition: [null, body.edition], validFrom: [null, body.validFrom] } });
  const rule = await findRule(context, id);
  return rule ? ok(rule) : fail('notFound');
};

function repeated(keys: readonly string[]): string | undefined {
  return keys.find((key, at) => keys.indexOf(key) !== at);
}

function faultOf(content: StageRuleContent): Failure | null {
  const again = repeated(content.measures.map(({ key }) => key)) ?? repeated(content.stages.map(({ stage }) => stage)) ?? repeated(content.stages.flatMap(({ clauses }) => clauses.map(({ id }) => id)));
  if (again !== undefined) return fail('repeatedKey', { key: again });
  const nameless = content.measures.find(({ indicator, registry }) => (indicator === null) === (registry === null));
  if (nameless) return fail('factUnknown', { name: nameless.key });
  const lead = content.measures.find(({ key }) => key === content.lead);
  if (!lead || lead.indicator === null) return fail('leadUnknown', { key: content.lead });
  const names = factNames(content.measures);
  for (const [at, each] of content.stages.entries()) {
    for (const [index, clause] of each.clauses.entries()) {
      const path = `body.content.stages.${at}.clauses.${index}.expression`;
      const ast = parseExpression(clause.expression);
      if (!ast.ok) return fail('clauseUnreadable', { clause: clause.id }, [{ path, reason: 'clauseUnreadable' }]);
      const strange = variablesOf(ast.value).find((name) => !names.has(name));
      if (strange !== undefined) return fail('factUnknown', { name: strange }, [{ path, reason: 'factUnknown', params: { name: strange } }]);
    }
    if (each.atLeast > each.clauses.length) return fail('invalidInput', {}, [{ path: `body.content.stages.${at}.atLeast`, reason: 'tooBig' }]);
  }
  return null;
}
