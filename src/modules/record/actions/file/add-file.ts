import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { insertFile, insertVersion, isNameTaken, updateFileRow, type RecordRef } from '../../store/file.store.ts';
import type * as routes from '../../words/file.contract.ts';
import type { FileLevel } from '../../words/file.schema.ts';
import { noteOnRecord, recordOf } from '../standing.ts';
import { readableFile, showFile } from './shown-file.ts';
import { storeUpload, type StoredUpload } from './store-upload.ts';

export const add: Action<typeof routes.addFile> = async (context, { params, query, body }) => {
  const record = recordOf(params);
  if (isPast(context, query.retainUntil)) return fail('retentionPast');
  const stored = await storeUpload(context, query.name, body);
  if (!stored.ok) return stored;
  if (await isNameTaken(context.db, record, query.name, null)) return fail('fileNameTaken', { name: query.name });
  const id = await writeFile(context, record, { name: query.name, level: query.level, note: query.note || null, retainUntil: query.retainUntil ?? null, sample: false }, stored.value);
  return ok(await showFile(context, record, id));
};

/** For rooms that file something on a record of theirs; rights on the record are checked before. */
export async function attachFile(context: Context, record: RecordRef, file: { name: string; level: FileLevel; note: string | null }, bytes: Uint8Array): Promise<Result<{ fileId: string; hash: string }>> {
  const stored = await storeUpload(context, file.name, bytes);
  if (!stored.ok) return stored;
  const dot = file.name.lastIndexOf('.');
  const numbered = (count: number): string => (count === 1 ? file.name : dot > 0 ? `${file.name.slice(0, dot)} (${count})${file.name.slice(dot)}` : `${file.name} (${count})`);
  let count = 1;
  while (await isNameTaken(context.db, record, numbered(count), null)) count += 1;
  const fileId = await writeFile(context, record, { ...file, name: numbered(count), retainUntil: null, sample: false }, stored.value);
  return ok({ fileId, hash: stored.value.hash });
}

/** Also for seeds, whose bytes come from code. */
export async function writeFile(context: Context, record: RecordRef, file: { name: string; level: FileLevel; note: string | null; retainUntil: string | null; sample: boolean }, stored: StoredUpload): Promise<string> {
  const id = context.newId();
  await insertFile(context.db, { ...file, id, recordKind: record.kind, recordId: record.id }, context.now);
  await insertVersion(context.db, { fileId: id, name: file.name, ...stored, uploadedBy: context.actor.personId }, context.now);
  await noteOnRecord(context, record, 'file.added', namedChange(file.level, null, file.name));
  return id;
}

export const replace: Action<typeof routes.replaceFile> = async (context, { params, query, body }) => {
  const record = recordOf(params);
  const file = await readableFile(context, record, params.fileId);
  if (!file) return fail('notFound');
  if (file.removedAt !== null) return fail('fileRemoved');
  const stored = await storeUpload(context, query.name, body);
  if (!stored.ok) return stored;
  if (await isNameTaken(context.db, record, query.name, file.id)) return fail('fileNameTaken', { name: query.name });
  await insertVersion(context.db, { fileId: file.id, name: query.name, ...stored.value, uploadedBy: context.actor.personId }, context.now);
  // The file is now called as what it is: a PDF that replaces a document must not keep the document's name.
  const name = query.name;
  await updateFileRow(context.db, file.id, null, { ...file, name }, context.now);
  await noteOnRecord(context, record, 'file.replaced', namedChange(file.level, file.name, name));
  return ok(await showFile(context, record, file.id));
};

/** What every reader of the record may know of a change; other levels leave only that something happened. */
export function namedChange(level: FileLevel, before: string | null, after: string | null): Record<string, [unknown, unknown]> | undefined {
  return level === 'public' ? { file: [before, after] } : undefined;
}

export function isPast(context: Context, day: string | null | undefined): boolean {
  return typeof day === 'string' && day < context.now.toISOString().slice(0, 10);
}
