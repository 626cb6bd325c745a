import type { Actor } from '#platform/auth/actor.ts';
import type { Action, JobKind } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { clustersToJudge } from '../../store/stage.store.ts';
import { ruleOn } from '../../store/stage-rule.store.ts';
import type * as routes from '../../words/stage.contract.ts';
import { computeVerdict } from './compute-stage.ts';

const kind = 'observatory.judgeStages';

/** Many clusters take a while: a job with progress, which whoever asked may cancel. */
export const computeAll: Action<typeof routes.computeStages> = async (context) => {
  const on = context.now.toISOString().slice(0, 10);
  if (!(await ruleOn(context, on))) return fail('noRuleThen');
  return ok({ jobId: context.enqueue({ kind, data: { on, askedAt: context.now.toISOString(), actor: { ...context.actor } }, title: { zh: '判断各集群发展阶段', en: 'Judge the stages of clusters' } }) });
};

export const judgeStagesJob: JobKind = {
  label: { zh: '判断集群发展阶段', en: 'Judge the stages of clusters' },
  run: async (work, data) => {
    const actor = data['actor'] as Actor;
    const on = String(data['on']);
    const rule = await work.asActor(actor, (context) => ruleOn(context, on));
    if (!rule) return;
    // Those that an earlier try has judged already are left out.
    const ids = await work.asActor(actor, (context) => clustersToJudge(context, on, String(data['askedAt'])));
    for (const [at, id] of ids.entries()) {
      await work.asActor(actor, async (context) => {
        await computeVerdict(context, id, on, rule);
        context.audit({ event: 'stage.computed', subject: { kind: 'cluster', id }, changes: { on: [null, on], edition: [null, rule.edition] } });
      });
      await work.progress(at + 1, ids.length);
    }
    return { words: { zh: `判断了 ${ids.length} 个集群`, en: `Clusters judged: ${ids.length}` }, href: '/stages' };
  },
};
