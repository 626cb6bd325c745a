import { canonicalJson } from '#platform/audit/audit.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { findRun, listRunRows, type StoredRun } from '../../store/scoreboard-run.store.ts';
import type * as routes from '../../words/scoreboard.contract.ts';
import { contentSchema } from '../../words/scoreboard.schema.ts';
import type { RunSummary } from '../../words/scoreboard-run.schema.ts';
import type { Computed } from './compute/compute-result.ts';
import { allParts } from './compute/parts.ts';
import { computeInThread, hashOf } from './compute-edition.ts';
import { benchmarkOf } from './read/benchmark.ts';
import { compareTwo } from './read/compare.ts';
import { exportAs } from './read/export.ts';
import type { OpenRun } from './read/open-run.ts';
import { trailOf } from './read/trail.ts';
import { inputOf, readRefusal } from './release.ts';

export const list: Action<typeof routes.listRuns> = async (context, { params, query }) => {
  const page = await listRunRows(context, params.scoreboardId, query);
  return page ? ok(page) : fail('invalidCursor');
};

const summaryOf = ({ input: _, resultText: _r, observationIds: _o, scoreboardVisibility: _v, publishedRun: _p, ...summary }: StoredRun): RunSummary => summary;

async function openRun(context: Context, id: string): Promise<Result<OpenRun & { stored: StoredRun }>> {
  const stored = await findRun(context, id);
  return stored ? openStored(context, stored) : fail('notFound');
}

async function openStored(context: Context, stored: StoredRun): Promise<Result<OpenRun & { stored: StoredRun }>> {
  const input = inputOf(stored);
  const refusal = await readRefusal(context, stored, input);
  return refusal ?? ok({ summary: summaryOf(stored), input, made: JSON.parse(stored.resultText) as Computed, stored });
}

export const get: Action<typeof routes.getRun> = async (context, { params }) => {
  const run = await openRun(context, params.runId);
  if (!run.ok) return run;
  const { summary, input, made } = run.value;
  return ok({ ...summary, methods: input.methods, uncertainty: input.uncertainty, content: contentSchema.parse(input.content), result: made.result });
};

export const trail: Action<typeof routes.readTrail> = async (context, { params, query }) => {
  const run = await openRun(context, params.runId);
  if (!run.ok) return run;
  const found = trailOf(run.value, query.subjectId);
  return found ? ok(found) : fail('runSubjectUnknown', { id: query.subjectId });
};

export const benchmark: Action<typeof routes.readBenchmark> = async (context, { params, query }) => {
  const run = await openRun(context, params.runId);
  if (!run.ok) return run;
  const peers = query.peers === undefined ? null : query.peers.split(',').map((id) => id.trim()).filter(Boolean);
  const { made: { result } } = run.value;
  const asked = [query.subjectId, ...(peers ?? [])];
  const stranger = asked.find((id) => !result.subjects.some((one) => one.id === id));
  return stranger === undefined ? ok(benchmarkOf(run.value, query.subjectId, peers)) : fail('runSubjectUnknown', { id: stranger });
};

export const compare: Action<typeof routes.compareRuns> = async (context, { params, query }) => {
  const to = await openRun(context, params.runId);
  if (!to.ok) return to;
  const other = await findRun(context, query.withId);
  if (!other || other.scoreboardId !== to.value.summary.scoreboardId) return fail('runOfOtherScoreboard');
  const loader = context.contributions.subjects['scoreboardRun'];
  const facts = await loader?.byId(context.db, other.id);
  if (!facts || !context.allows('scoreboard.read', facts)) return fail('runOfOtherScoreboard');
  const from = await openStored(context, other);
  return from.ok ? ok(compareTwo(from.value, to.value)) : from;
};

export const exportRun: Action<typeof routes.exportRun> = async (context, { params, query }) => {
  const run = await openRun(context, params.runId);
  return run.ok ? ok(exportAs(run.value, query.as)) : run;
};

export const check: Action<typeof routes.checkRun> = async (context, { params }) => {
  const run = await openRun(context, params.runId);
  if (!run.ok) return run;
  const { input, stored } = run.value;
  const recomputedHash = hashOf(canonicalJson(await computeInThread(input, allParts)));
  return ok({ same: recomputedHash === stored.resultHash && hashOf(stored.input) === stored.inputHash, inputHash: stored.inputHash, resultHash: stored.resultHash, recomputedHash });
};
