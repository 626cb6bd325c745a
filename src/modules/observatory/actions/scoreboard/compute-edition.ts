import { createHash } from 'node:crypto';
import { canonicalJson } from '#platform/audit/audit.ts';
import type { Actor } from '#platform/auth/actor.ts';
import { JobFailure } from '#platform/jobs/job-failure.ts';
import { runInThread, type ThreadOptions } from '#platform/jobs/pool.ts';
import { shownName } from '#platform/i18n/name.schema.ts';
import type { Action, Context, JobKind, JobOutcome, JobWork } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { findEdition, moveEdition, type StoredEdition } from '../../store/scoreboard-edition.store.ts';
import { insertRun } from '../../store/scoreboard-run.store.ts';
import { findScoreboard, touchScoreboard } from '../../store/scoreboard.store.ts';
import type * as routes from '../../words/scoreboard.contract.ts';
import { canStepEdition } from '../../words/scoreboard.rules.ts';
import { uncertaintySchema, type UncertaintySettings } from '../../words/scoreboard-choices.schema.ts';
import { contentSchema } from '../../words/scoreboard.schema.ts';
import { checkComputable } from './check-content.ts';
import { computeResult, type Computed } from './compute/compute-result.ts';
import type { FrozenInput } from './compute/frozen-input.ts';
import { allParts, type Part } from './compute/parts.ts';
import { blocking } from './find-mixtures.ts';
import { freezeInput, type Frozen } from './freeze-input.ts';

const program = { source: new URL('./compute/scoreboard-thread.ts', import.meta.url), built: 'scoreboard-thread.mjs' };

export const computeInThread = (input: FrozenInput, parts: readonly Part[], options?: ThreadOptions): Promise<Computed> => runInThread<Computed>(program, { input, parts }, options);

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Computes what is not stored. What is mixed and not accepted is told instead of numbers. */
export const preview: Action<typeof routes.previewScoreboard> = async (context, { params, body }) => {
  const board = await findScoreboard(context, params.scoreboardId);
  if (!board) return fail('notFound');
  const known = await checkComputable(context, board.subjectKind, body.content);
  if (!known.ok) return known;
  const { input } = await freezeInput(context, board, known.value, body.uncertainty);
  if (blocking(input.findings).length > 0) return ok({ result: null, stages: null, findings: input.findings });
  const { result, stages } = await computeInThread(input, body.parts.filter((part) => part !== 'stages'));
  return ok({ result, stages: body.parts.includes('stages') ? stages : null, findings: input.findings });
};

async function freezeEdition(context: Context, edition: StoredEdition, uncertainty: UncertaintySettings): Promise<Result<Frozen>> {
  const known = await checkComputable(context, edition.subjectKind, contentSchema.parse(edition.content));
  if (!known.ok) return known;
  const frozen = await freezeInput(context, edition, known.value, uncertainty);
  const [first] = blocking(frozen.input.findings);
  return first ? fail('inputsMixed', { kind: first.kind, code: first.code, values: first.values.slice(0, 5).join(', ') }) : ok(frozen);
}

/** Says at once what stands in the way, and leaves the computing to a job. */
export const compute: Action<typeof routes.computeEdition> = async (context, { params, body }) => {
  const edition = await findEdition(context, params.editionId);
  if (!edition) return fail('notFound');
  if (!canStepEdition(edition.state, 'compute').allowed) return fail('editionStepNotNow', { state: edition.state });
  const frozen = await freezeEdition(context, edition, body.uncertainty);
  if (!frozen.ok) return frozen;
  const actor: Actor = { ...context.actor, sessionId: null, language: context.language };
  const name = { zh: shownName(edition.name, 'zh-CN').text, en: shownName(edition.name, 'en').text };
  const jobId = context.enqueue({ kind: 'observatory.computeScoreboard', data: { editionId: edition.id, actor: { ...actor }, uncertainty: body.uncertainty }, title: { zh: `计算“${name.zh}”第 ${edition.number} 版`, en: `Compute ${name.en}, edition ${edition.number}` } });
  return ok({ jobId });
};

const gone = { zh: '这一版已改动或不能再计算，请重新提交。', en: 'The edition has changed or can no longer be computed. Start it again.' };

async function runCompute(work: JobWork, data: Record<string, unknown>): Promise<JobOutcome> {
  const editionId = String(data['editionId']);
  const actor = data['actor'] as Actor;
  const uncertainty = uncertaintySchema.parse(data['uncertainty']);
  const { edition, frozen } = await work.asActor(actor, async (context) => {
    const found = await findEdition(context, editionId);
    const now = found && canStepEdition(found.state, 'compute').allowed ? await freezeEdition(context, found, uncertainty) : null;
    if (!found || !now?.ok) throw new JobFailure(gone);
    return { edition: found, frozen: now.value };
  });
  const made = await computeInThread(frozen.input, allParts, { signal: work.signal, progress: (done, total) => work.progress(done, total) });
  const runId = await work.asActor(actor, (context) => keepRun(context, edition, frozen, made, work.jobId));
  return { words: { zh: `已算出 ${frozen.input.subjects.length} 个对象的得分与名次`, en: `Scores and ranks of ${frozen.input.subjects.length} subjects` }, href: `/scoreboards/${edition.scoreboardId}?run=${runId}` };
}

/** The run and the edition's new state in one transaction; a second try of the job finds the run that the first one left. */
async function keepRun(context: Context, edition: StoredEdition, { input, observationIds, sample }: Frozen, made: Computed, jobId: string | null): Promise<string> {
  const now = await findEdition(context, edition.id, true);
  if (!now || JSON.stringify(now.content) !== JSON.stringify(edition.content) || !canStepEdition(now.state, 'compute').allowed) throw new JobFailure(gone);
  const [inputText, resultText] = [canonicalJson(input), canonicalJson(made)];
  const resultHash = hashOf(resultText);
  const runId = await insertRun(context, {
    scoreboardId: edition.scoreboardId, editionId: edition.id, period: input.content.period, subjectCount: input.subjects.length, indicatorCount: input.nodes.filter(({ indicatorId }) => indicatorId !== null).length,
    replications: input.uncertainty.replications, seed: input.uncertainty.seed, input: inputText, result: resultText, inputHash: hashOf(inputText), resultHash, sample, observationIds, jobId,
  });
  await moveEdition(context, edition.id, null, 'computed', { runId });
  await touchScoreboard(context, edition.scoreboardId);
  context.audit({ event: 'scoreboardEdition.computed', subject: { kind: 'scoreboardEdition', id: edition.id }, name: edition.name, changes: { runId: [now.runId, runId], resultHash: [null, resultHash] } });
  return runId;
}

export const scoreboardJobs: Readonly<Record<string, JobKind>> = { 'observatory.computeScoreboard': { label: { zh: '计算记分牌', en: 'Compute a scoreboard' }, run: runCompute } };

/** The same within one transaction and on its own thread, for the small scoreboard that the sample brings with it. */
export async function computeNow(context: Context, editionId: string, uncertainty: UncertaintySettings): Promise<string> {
  const edition = await findEdition(context, editionId);
  const frozen = edition && (await freezeEdition(context, edition, uncertainty));
  if (!edition || !frozen?.ok) throw new Error(`the edition cannot be computed: ${frozen && !frozen.ok ? frozen.reason : 'not there'}`);
  return keepRun(context, edition, frozen.value, computeResult(frozen.value.input, allParts), null);
}
