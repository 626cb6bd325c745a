import { countReadable, countReleased, findIndicators, readableSubjects } from '#modules/indicator/index.ts';
import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import type { Context } from '#platform/module/module.ts';
import { fail, type Failure } from '#platform/result/result.rules.ts';
import { findRun, listRunRows, type StoredRun } from '../../store/scoreboard-run.store.ts';
import type { FrozenInput } from './compute/frozen-input.ts';

export const inputOf = (run: Pick<StoredRun, 'input'>): FrozenInput => JSON.parse(run.input) as FrozenInput;

/**
 * Why a run is not for this reader. A run that is open to all stands on released values only; any other one is for those who may
 * read every value that went in, and every subject: from scores and the other values a single missing one could be reckoned.
 */
export async function readRefusal(context: Context, run: StoredRun): Promise<Failure | null> {
  if (run.publishedRun && run.scoreboardVisibility === 'open') return null;
  const { standing, readable } = await countReadable(context, run.observationIds);
  const isWhole = readable === standing && (standing === run.observationIds.length || context.scope('observation.read').everything);
  if (!isWhole) return fail('inputsNotReadable');
  const { subjectKind, subjects, columns } = inputOf(run);
  const known = await readableSubjects(context, subjectKind, subjects.map(({ id }) => id));
  const definitions = (await context.contributions.subjects['indicator']?.byIds(context.db, Object.keys(columns))) ?? new Map<string, ScopeFacts>();
  const isKnown = known.length === subjects.length && [...definitions.values()].every((facts) => context.allows('indicator.read', facts));
  return isKnown || context.scope('observation.read').everything ? null : fail('inputsNotReadable');
}

/** Whether everything that a run tells may be told to all: its values, its subjects, its indicators. */
export async function isReleased(context: Context, run: StoredRun): Promise<boolean> {
  if ((await countReleased(context, run.observationIds)) !== run.observationIds.length) return false;
  const { subjectKind, subjects, columns } = inputOf(run);
  const facts = await context.contributions.subjects[subjectKind]?.byIds(context.db, subjects.map(({ id }) => id));
  if ((subjectKind === 'cluster' || subjectKind === 'organisation' || subjectKind === 'place') && subjects.some(({ id }) => facts?.get(id)?.visibility !== 'open')) return false;
  const ids = Object.keys(columns);
  const definitions = await context.contributions.subjects['indicator']?.byIds(context.db, ids);
  return (await findIndicators(context.db, { ids })).every(({ id }) => definitions?.get(id)?.visibility === 'open');
}

/** Why a scoreboard cannot be opened to all: something published stands on what is not released. */
export async function openRefusal(context: Context, scoreboardId: string): Promise<Failure | null> {
  const page = await listRunRows(context, scoreboardId, { limit: 1000 });
  for (const { id } of page?.items ?? []) {
    const run = await findRun(context, id);
    if (run?.publishedRun && !(await isReleased(context, run))) return fail('inputsNotReleased');
  }
  return null;
}
