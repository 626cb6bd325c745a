import type { Action, Context, JobKind } from '#platform/module/module.ts';
import { ok } from '#platform/result/result.rules.ts';
import { activeRuleIds } from '../../store/alarm-rule.store.ts';
import type * as routes from '../../words/warning.contract.ts';
import { evaluateRule } from './evaluate.ts';

const label = { zh: '检查预警规则', en: 'Evaluate alarm rules' };

/** After figures came in; many writings in a row lead to one run. */
export function askToEvaluate(context: Context): void {
  context.enqueue({ kind: 'observatory.evaluateAlarms', data: {}, key: 'all' });
}

export const evaluateNow: Action<typeof routes.evaluateAlarms> = async (context) => ok({ jobId: context.enqueue({ kind: 'observatory.evaluateAlarms', data: {}, title: label }) });

/** One transaction for each rule; a second run over the same values finds nothing new. */
export const evaluateJob: JobKind = {
  label,
  schedule: { cron: '20 3 * * *', per: 'space' },
  run: async (work) => {
    const ids = await work.asSystem((context) => activeRuleIds(context.db));
    let raised = 0;
    for (const [at, id] of ids.entries()) {
      work.signal.throwIfAborted();
      raised += (await work.asSystem((context) => evaluateRule(context, id, { tell: true })))?.raised ?? 0;
      await work.progress(at + 1, ids.length);
    }
    return { words: { zh: `检查 ${ids.length} 条规则，新增 ${raised} 条预警`, en: `Rules evaluated: ${ids.length}; new warnings: ${raised}` }, href: '/warnings' };
  },
};
