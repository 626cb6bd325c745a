import { isPicture, pictureLimits, readPicture } from './picture.ts';
import type { UploadFault } from './upload-check.ts';
import { endsAsZip } from './zip.ts';

/** What makes a picture or a document something else as well. */
const strangers = /<script|<html|<svg|<\?php|<!doctype|<iframe|%PDF-/i;

/** Whether a file is wholly what its beginning says: not broken, not a bomb, and nothing else at the same time. */
export function contentFault(mediaType: string, bytes: Uint8Array): UploadFault | null {
  if (isPicture(mediaType)) return pictureFault(mediaType, bytes);
  if (mediaType === 'application/pdf') return pdfFault(bytes);
  return null;
}

function pictureFault(mediaType: string, bytes: Uint8Array): UploadFault | null {
  const facts = readPicture(mediaType, bytes);
  if (!facts) return { reason: 'fileBroken' };
  const { width, height, end } = facts;
  if (width > pictureLimits.side || height > pictureLimits.side || width * height > pictureLimits.pixels) return { reason: 'pictureTooBig', params: { width, height } };
  if (end !== null && end > bytes.length) return { reason: 'fileBroken' };
  // One byte of padding is allowed by RIFF, zeros by many cameras.
  const tail = end === null ? null : bytes.subarray(end);
  const isMixed = tail?.some((byte) => byte !== 0) || strangers.test(latin(bytes)) || endsAsZip(bytes);
  return isMixed ? { reason: 'fileMixed' } : null;
}

function pdfFault(bytes: Uint8Array): UploadFault | null {
  if (!latin(bytes.subarray(-2048)).includes('%%EOF')) return { reason: 'fileBroken' };
  const head = latin(bytes.subarray(5, 1024));
  return strangers.test(head) || endsAsZip(bytes) ? { reason: 'fileMixed' } : null;
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
