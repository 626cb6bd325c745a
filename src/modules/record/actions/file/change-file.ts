import { isSafeFileName } from '#platform/files/file-name.ts';
import { extensionFault } from '#platform/files/media-type.ts';
import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { currentVersions, isNameTaken, markRemoved, updateFileRow } from '../../store/file.store.ts';
import type * as routes from '../../words/file.contract.ts';
import { noteOnRecord, recordOf } from '../standing.ts';
import { isPast, namedChange } from './add-file.ts';
import { readableFile, showFile } from './shown-file.ts';

export const update: Action<typeof routes.updateFile> = async (context, { params, body, ifMatch }) => {
  const record = recordOf(params);
  const file = await readableFile(context, record, params.fileId);
  if (!file) return fail('notFound');
  if (file.removedAt !== null) return fail('fileRemoved');
  const next = { name: body.name ?? file.name, level: body.level ?? file.level, note: body.note === undefined ? file.note : body.note || null, retainUntil: body.retainUntil === undefined ? file.retainUntil : body.retainUntil };
  if (!isSafeFileName(next.name)) return fail('fileNameUnsafe');
  const wrong = extensionFault(next.name, (await currentVersions(context.db, [file.id])).get(file.id)?.mediaType ?? '');
  if (wrong) return fail(wrong.reason, wrong.params);
  if (body.retainUntil && isPast(context, body.retainUntil)) return fail('retentionPast');
  if (await isNameTaken(context.db, record, next.name, file.id)) return fail('fileNameTaken', { name: next.name });
  if (!(await updateFileRow(context.db, file.id, ifMatch, next, context.now))) return fail('changedMeanwhile');
  const isOpen = file.level === 'public' && next.level === 'public';
  const changes = isOpen ? Object.fromEntries((['name', 'note', 'retainUntil'] as const).filter((key) => file[key] !== next[key]).map((key) => [key === 'name' ? 'file' : key, [file[key], next[key]] as [unknown, unknown]])) : undefined;
  await noteOnRecord(context, record, 'file.updated', changes);
  return ok(await showFile(context, record, file.id));
};

export const remove: Action<typeof routes.removeFile> = async (context, { params }) => {
  const record = recordOf(params);
  const file = await readableFile(context, record, params.fileId);
  if (!file) return fail('notFound');
  if (file.removedAt !== null) return fail('fileRemoved');
  await markRemoved(context.db, file.id, { at: context.now, by: context.actor.personId }, context.now);
  await noteOnRecord(context, record, 'file.removed', namedChange(file.level, file.name, null));
  return ok(await showFile(context, record, file.id));
};

export const restore: Action<typeof routes.restoreFile> = async (context, { params }) => {
  const record = recordOf(params);
  const file = await readableFile(context, record, params.fileId);
  if (!file) return fail('notFound');
  if (file.removedAt === null) return fail('fileNotRemoved');
  if (await isNameTaken(context.db, record, file.name, file.id)) return fail('fileNameTaken', { name: file.name });
  await markRemoved(context.db, file.id, null, context.now);
  await noteOnRecord(context, record, 'file.restored', namedChange(file.level, null, file.name));
  return ok(await showFile(context, record, file.id));
};
