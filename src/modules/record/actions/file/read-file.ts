import { downloadName } from '#platform/files/file-name.ts';
import { previewOf } from '#platform/files/file-types.ts';
import { decodeText } from '#platform/files/text-content.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { seenLevels } from '../../record.rules.ts';
import { countComments } from '../../store/comment.store.ts';
import { filesOf, versionsOf, type VersionRow } from '../../store/file.store.ts';
import { readQuota } from '../../store/quota.store.ts';
import type * as routes from '../../words/file.contract.ts';
import type { FileLevel } from '../../words/file.schema.ts';
import { recordOf, standingOn, writersOf } from '../standing.ts';
import { readableFile, showFiles, showVersion } from './shown-file.ts';

export const attached: Action<typeof routes.getAttached> = async (context, { params }) => {
  const record = recordOf(params);
  const files = await filesOf(context.db, record, seenLevels(await standingOn(context, record)), false);
  return ok({ files: files.length, ...(await countComments(context.db, record)) });
};

export const list: Action<typeof routes.listFiles> = async (context, { params, query }) => {
  const record = recordOf(params);
  const standing = await standingOn(context, record);
  const removed = query.removed === 'true';
  const items = removed && !standing.changes ? [] : await showFiles(context, await filesOf(context.db, record, seenLevels(standing), removed));
  const { used, total, largest } = await readQuota(context.db);
  return ok({ items, total: items.length, mayChange: standing.changes, quota: standing.changes ? { used, total, largest } : null });
};

export const get: Action<typeof routes.getFile> = async (context, { params }) => {
  const file = await readableFile(context, recordOf(params), params.fileId);
  const [shown] = file ? await showFiles(context, [file]) : [];
  if (!file || !shown) return fail('notFound');
  const versions = await versionsOf(context.db, file.id);
  const writer = await writersOf(context, versions.map((version) => version.uploadedBy));
  return ok({ ...shown, versions: versions.map((version) => showVersion(version, writer)) });
};

interface Content {
  version: VersionRow;
  bytes: Uint8Array;
  level: FileLevel;
}

async function contentOf(context: Context, params: { kind: string; recordId: string; fileId: string }, number: number | undefined): Promise<Result<Content>> {
  const file = await readableFile(context, recordOf(params), params.fileId);
  const versions = file ? await versionsOf(context.db, file.id) : [];
  const version = number === undefined ? versions[0] : versions.find((each) => each.number === number);
  if (!file || !version) return fail('notFound');
  const bytes = await context.installation.files.read(context.spaceId, version.hash);
  return bytes ? ok({ version, bytes, level: file.level }) : fail('fileDamaged');
}

export const download: Action<typeof routes.downloadFile> = async (context, { params, query }) => {
  const content = await contentOf(context, params, query.number);
  if (!content.ok) return content;
  const { version, bytes, level } = content.value;
  return ok({ name: downloadName(version.name), mediaType: version.mediaType, bytes, level });
};

/** Longest text that is shown without saving it. */
const shownText = 512 * 1024;

export const preview: Action<typeof routes.previewFile> = async (context, { params, query }) => {
  const content = await contentOf(context, params, query.number);
  if (!content.ok) return content;
  const { version, bytes, level } = content.value;
  const kind = previewOf(version.mediaType);
  if (kind === 'none') return fail('noPreview');
  const answer = { name: downloadName(version.name), inline: true, level };
  if (kind === 'picture' || kind === 'pdf') return ok({ ...answer, mediaType: version.mediaType, bytes });
  const text = decodeText(bytes) ?? '';
  return ok({ ...answer, mediaType: 'text/plain; charset=utf-8', bytes: Buffer.from(text.slice(0, shownText), 'utf8') });
};
