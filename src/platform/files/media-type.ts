import { fileTypeFromBuffer } from 'file-type';
import { extensionOf } from './file-name.ts';
import { fileTypeOf, fileTypes } from './file-types.ts';
import { decodeText, isActiveText } from './text-content.ts';
import type { Upload, UploadFault } from './upload-check.ts';
import { readZipDirectory, unpackEntry, zipFault, type ZipEntry } from './zip.ts';

export type Recognised = { mediaType: string } | UploadFault;

/** Enough of the beginning for every signature; the rest never reaches the recogniser. */
const sampleLength = 8192;

/** What the bytes are, whatever the name says. */
export async function recognise({ name, bytes }: Upload): Promise<Recognised> {
  if (bytes.length === 0) return { reason: 'fileEmpty' };
  if (isZip(bytes)) return recogniseZip(bytes);
  const found = await fileTypeFromBuffer(bytes.subarray(0, sampleLength)).catch(() => undefined);
  if (found?.mime === 'application/x-cfb') return ofExtension(name, ['application/msword', 'application/vnd.ms-excel', 'application/vnd.ms-powerpoint']);
  if (found && fileTypeOf(found.mime)) return { mediaType: found.mime };
  const text = decodeText(bytes);
  if (text === null || (found && found.mime !== 'application/xml')) return { reason: 'fileTypeRefused', params: { type: found?.ext ?? extensionOf(name) } };
  if (isActiveText(text) || /^(svg|x?html?|xml|js|mjs|vbs|ps1|bat|cmd|sh|hta|url|lnk)$/.test(extensionOf(name))) return { reason: 'fileActive' };
  return ofExtension(name, ['text/plain', 'text/csv', 'application/json']);
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** Where bytes alone can't tell, the name chooses among what they could be. */
function ofExtension(name: string, among: readonly string[]): Recognised {
  const extension = extensionOf(name);
  const type = fileTypes.find((known) => among.includes(known.mediaType) && known.extensions.includes(extension));
  return type ? { mediaType: type.mediaType } : wrongExtension(among[0] ?? '');
}

function wrongExtension(mediaType: string): UploadFault {
  return { reason: 'fileExtensionWrong', params: { extension: fileTypeOf(mediaType)?.extensions[0] ?? '' } };
}

function recogniseZip(bytes: Uint8Array): Recognised {
  const entries = readZipDirectory(bytes);
  if (!entries || entries.length === 0) return { reason: 'fileBroken' };
  const fault = zipFault(bytes, entries);
  if (fault) return { reason: fault === 'tooBig' ? 'archiveTooBig' : 'archiveUnsafe' };
  if (entries.some((entry) => /vbaProject\.bin$|^Basic\//i.test(entry.name))) return { reason: 'fileMacros' };
  return { mediaType: zipType(bytes, entries) };
}

function zipType(bytes: Uint8Array, entries: readonly ZipEntry[]): string {
  const has = (name: string): boolean => entries.some((entry) => entry.name === name);
  const named = (part: string): string => fileTypes.find((known) => known.mediaType.includes(part))?.mediaType ?? 'application/zip';
  if (has('[Content_Types].xml')) return has('word/document.xml') ? named('wordprocessingml') : has('xl/workbook.xml') ? named('spreadsheetml') : has('ppt/presentation.xml') ? named('presentationml') : 'application/zip';
  if (has('OFD.xml')) return 'application/ofd';
  const label = entries.find((entry) => entry.name === 'mimetype');
  const said = label ? new TextDecoder().decode(unpackEntry(bytes, label, 200) ?? new Uint8Array()) : '';
  return said.startsWith('application/vnd.oasis.opendocument.') && fileTypeOf(said) ? said : 'application/zip';
}

/** The name must say what the bytes are: nobody should open a program as a picture. */
export function extensionFault(name: string, mediaType: string): UploadFault | null {
  return fileTypeOf(mediaType)?.extensions.includes(extensionOf(name)) ? null : wrongExtension(mediaType);
}
