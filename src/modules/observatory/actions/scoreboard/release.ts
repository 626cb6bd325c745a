import { countReadable, countReleased, readableSubjects } from '#modules/indicator/index.ts';
import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import type { Context } from '#platform/module/module.ts';
import { fail, type Failure } from '#platform/result/result.rules.ts';
import { findRun, publishedRunIds, type StoredRun } from '../../store/scoreboard-run.store.ts';
import type { FrozenInput } from './compute/frozen-input.ts';

export const inputOf = (run: Pick<StoredRun, 'input'>): FrozenInput => JSON.parse(run.input) as FrozenInput;

const definitionsOf = async (context: Context, { columns }: FrozenInput): Promise<ScopeFacts[]> => [...((await context.contributions.subjects['indicator']?.byIds(context.db, Object.keys(columns))) ?? new Map<string, ScopeFacts>()).values()];

/**
 * Why a run is not for this reader. A run that is open to all stands on released values only; any other one is for those who may
 * read every value that went in, and every subject: from scores and the other values a single missing one could be reckoned.
 */
export async function readRefusal(context: Context, run: StoredRun, input: FrozenInput): Promise<Failure | null> {
  if (run.publishedRun && run.scoreboardVisibility === 'open') return null;
  const { standing, readable } = await countReadable(context, run.observationIds);
  const isWhole = readable === standing && (standing === run.observationIds.length || context.scope('observation.read').everything);
  if (!isWhole) return fail('inputsNotReadable');
  const { subjectKind, subjects } = input;
  const known = await readableSubjects(context, subjectKind, subjects.map(({ id }) => id));
  const isKnown = known.length === subjects.length && (await definitionsOf(context, input)).every((facts) => context.allows('indicator.read', facts));
  return isKnown || context.scope('observation.read').everything ? null : fail('inputsNotReadable');
}

/** Whether everything that a run tells may be told to all: its values, its subjects, its indicators. */
export async function isReleased(context: Context, run: StoredRun, input: FrozenInput): Promise<boolean> {
  if ((await countReleased(context, run.observationIds)) !== run.observationIds.length) return false;
  const { subjectKind, subjects } = input;
  const facts = await context.contributions.subjects[subjectKind]?.byIds(context.db, subjects.map(({ id }) => id));
  if ((subjectKind === 'cluster' || subjectKind === 'organisation' || subjectKind === 'place') && subjects.some(({ id }) => facts?.get(id)?.visibility !== 'open')) return false;
  return (await definitionsOf(context, input)).every(({ visibility }) => visibility === 'open');
}

/** Why a scoreboard cannot be opened to all: something published stands on what is not released. */
export async function openRefusal(context: Context, scoreboardId: string): Promise<Failure | null> {
  for (const id of await publishedRunIds(context, scoreboardId)) {
    const run = await findRun(context, id);
    if (run && !(await isReleased(context, run, inputOf(run)))) return fail('inputsNotReleased');
  }
  return null;
}
