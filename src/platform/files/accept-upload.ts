import { contentFault } from './check-content.ts';
import { isSafeFileName } from './file-name.ts';
import { extensionFault, recognise } from './media-type.ts';
import { secretMarkFault } from './secret-mark-fault.ts';
import type { Upload, UploadCheck, UploadFault } from './upload-check.ts';

/** Looked at in this order, after the type is known to be one that may be stored. Whoever has to refuse more adds a function here. */
export const uploadChecks: readonly UploadCheck[] = [secretMarkFault];

/** The media type under which an upload may be stored, or why it may not. Nothing was written when this answers. */
export async function acceptUpload(upload: Upload, checks: readonly UploadCheck[] = uploadChecks): Promise<{ mediaType: string } | UploadFault> {
  if (!isSafeFileName(upload.name)) return { reason: 'fileNameUnsafe' };
  const recognised = await recognise(upload);
  if ('reason' in recognised) return recognised;
  const fault = extensionFault(upload.name, recognised.mediaType) ?? contentFault(recognised.mediaType, upload.bytes);
  if (fault) return fault;
  for (const check of checks) {
    const found = await check(upload);
    if (found) return found;
  }
  return recognised;
}
