import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import { readQuota, writeQuota } from '../../store/quota.store.ts';
import { findAnyFile, purgeFiles, recordsWithFiles, surveyRows } from '../../store/survey.store.ts';
import type * as routes from '../../words/file.contract.ts';
import { noteOnRecord, writersOf } from '../standing.ts';

export const quota: Action<typeof routes.getQuota> = async (context) => ok(await readQuota(context.db));

export const setQuota: Action<typeof routes.setQuota> = async (context, { body }) => {
  const before = await readQuota(context.db);
  await writeQuota(context.db, body, context.actor.personId, context.now);
  context.audit({ event: 'file.quotaSet', subject: { kind: 'space', id: context.spaceId }, changes: { total: [before.total, body.total], largest: [before.largest, body.largest] } });
  return ok(await readQuota(context.db));
};

export const survey: Action<typeof routes.surveyFiles> = async (context, { query }) => {
  const gone = query.show === 'ownerless' ? await recordsGone(context) : [];
  const { rows, total } = await surveyRows(context.db, query.show, gone);
  const writer = await writersOf(context, rows.map((row) => row.uploadedBy));
  const names = new Map<string, Map<string, Name>>();
  for (const kind of new Set(rows.map((row) => row.recordKind))) {
    const ids = rows.filter((row) => row.recordKind === kind).map((row) => row.recordId);
    names.set(kind, (await context.contributions.subjects[kind]?.names?.(context.db, ids)) ?? new Map<string, Name>());
  }
  return ok({ items: rows.map((row) => ({ ...row, recordName: names.get(row.recordKind)?.get(row.recordId) ?? null, uploadedBy: writer(row.uploadedBy) })), total });
};

/** Records that files hang on and that no room knows any more, as `kind id`. */
async function recordsGone(context: Context): Promise<string[]> {
  const gone: string[] = [];
  for (const [kind, ids] of await recordsWithFiles(context.db)) {
    const known = await context.contributions.subjects[kind]?.byIds(context.db, ids);
    gone.push(...ids.filter((id) => !known?.has(id)).map((id) => `${kind} ${id}`));
  }
  return gone;
}

/** For good, and only what nobody can reach any more or somebody already removed. */
export const purge: Action<typeof routes.purgeFile> = async (context, { params }) => {
  const file = await findAnyFile(context.db, params.fileId);
  if (!file) return fail('notFound');
  const record = { kind: file.recordKind, id: file.recordId };
  const isGone = !(await context.contributions.subjects[record.kind]?.byId(context.db, record.id));
  if (file.removedAt === null && !isGone) return fail('recordExists');
  // The bytes follow with the nightly sweep: it knows whether another upload of the same content is under way.
  await purgeFiles(context.db, [params.fileId], context.now);
  await noteOnRecord(context, record, 'file.purged');
  return ok(null);
};

