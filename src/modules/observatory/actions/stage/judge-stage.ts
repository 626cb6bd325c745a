import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { endOpinion, findVerdict, insertOpinion, lockOpinion, verdictsOf } from '../../store/stage.store.ts';
import type * as routes from '../../words/stage.contract.ts';
import { readVerdict } from './read-verdict.ts';

/** On the newest verdict only: an earlier one is history. An override before it is kept and stands as dissent. */
export const judge: Action<typeof routes.judgeStage> = async (context, { params, body }) => {
  const held = await findVerdict(context, params.clusterId, params.verdictId);
  if (!held) return fail('notFound');
  const [newest] = await verdictsOf(context, params.clusterId, 1);
  if (newest?.id !== params.verdictId) return fail('verdictOld');
  await insertOpinion(context, params.verdictId, body);
  context.audit({ event: body.kind === 'override' ? 'stage.overridden' : 'stage.dissented', subject: { kind: 'cluster', id: params.clusterId }, changes: { stage: [held.summary.shown.stage ?? 'undetermined', body.stage] } });
  const verdict = await readVerdict(context, params.clusterId, params.verdictId);
  return verdict ? ok(verdict) : fail('notFound');
};

/** Only one's own; it is marked, never deleted. */
export const withdraw: Action<typeof routes.withdrawOpinion> = async (context, { params, body }) => {
  const held = await lockOpinion(context, params.clusterId, params.opinionId);
  if (!held) return fail('notFound');
  if (held.judgedBy === null || held.judgedBy !== context.actor.personId) return fail('opinionOfOther');
  if (held.ended) return fail('opinionEnded');
  await endOpinion(context, params.opinionId, body.reason);
  context.audit({ event: 'stage.opinionWithdrawn', subject: { kind: 'cluster', id: params.clusterId } });
  const verdict = await readVerdict(context, params.clusterId, held.verdictId);
  return verdict ? ok(verdict) : fail('notFound');
};
