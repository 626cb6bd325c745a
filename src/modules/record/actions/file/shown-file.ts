import { previewOf } from '#platform/files/file-types.ts';
import type { Context } from '#platform/module/module.ts';
import { seenLevels, type Standing } from '../../record.rules.ts';
import { currentVersions, findFile, type FileRow, type RecordRef, type VersionRow } from '../../store/file.store.ts';
import type { FileVersion, RecordFile } from '../../words/file.schema.ts';
import { standingOn, writersOf } from '../standing.ts';

/** A file of the record that this reader may see; anything else is not there. */
export async function readableFile(context: Context, record: RecordRef, id: string, standing?: Standing): Promise<FileRow | null> {
  const seen = standing ?? (await standingOn(context, record));
  const file = await findFile(context.db, record, id);
  // What was removed only those see who could bring it back.
  return file && seenLevels(seen).includes(file.level) && (file.removedAt === null || seen.changes) ? file : null;
}

export async function showFiles(context: Context, files: readonly FileRow[]): Promise<RecordFile[]> {
  const current = await currentVersions(context.db, files.map((file) => file.id));
  const writer = await writersOf(context, [...current.values()].map((version) => version.uploadedBy));
  return files.flatMap((file) => {
    const version = current.get(file.id);
    if (!version) return [];
    const { recordKind: _kind, recordId: _id, ...shown } = file;
    return [{ ...shown, current: showVersion(version, writer), preview: previewOf(version.mediaType) }];
  });
}

export function showVersion({ fileId: _fileId, uploadedBy, ...version }: VersionRow, writer: (id: string | null) => FileVersion['uploadedBy']): FileVersion {
  return { ...version, uploadedBy: writer(uploadedBy) };
}

export async function showFile(context: Context, record: RecordRef, id: string): Promise<RecordFile> {
  const file = await findFile(context.db, record, id);
  const [shown] = file ? await showFiles(context, [file]) : [];
  if (!shown) throw new Error('a file that was just written is not there');
  return shown;
}
