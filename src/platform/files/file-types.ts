/** How a file can be looked at without saving it. */
export type PreviewKind = 'picture' | 'pdf' | 'text' | 'table' | 'none';

export interface FileType {
  mediaType: string;
  /** The first is what a reader is told to expect. */
  extensions: readonly string[];
  preview: PreviewKind;
}

const office = (kind: string): string => `application/vnd.openxmlformats-officedocument.${kind}`;
const open = (kind: string): string => `application/vnd.oasis.opendocument.${kind}`;
const type = (mediaType: string, extensions: string, preview: PreviewKind = 'none'): FileType => ({ mediaType, extensions: extensions.split(' '), preview });

/** Everything that may be stored; what is not listed is refused. */
export const fileTypes: readonly FileType[] = [
  type('application/pdf', 'pdf', 'pdf'),
  type('image/png', 'png', 'picture'),
  type('image/jpeg', 'jpg jpeg', 'picture'),
  type('image/gif', 'gif', 'picture'),
  type('image/webp', 'webp', 'picture'),
  type('text/csv', 'csv tsv', 'table'),
  type('text/plain', 'txt md log', 'text'),
  type('application/json', 'json geojson', 'text'),
  type(office('wordprocessingml.document'), 'docx'),
  type(office('spreadsheetml.sheet'), 'xlsx'),
  type(office('presentationml.presentation'), 'pptx'),
  type(open('text'), 'odt'),
  type(open('spreadsheet'), 'ods'),
  type(open('presentation'), 'odp'),
  type('application/ofd', 'ofd'),
  type('application/msword', 'doc wps'),
  type('application/vnd.ms-excel', 'xls et'),
  type('application/vnd.ms-powerpoint', 'ppt dps'),
  type('application/zip', 'zip'),
];

export function fileTypeOf(mediaType: string): FileType | undefined {
  return fileTypes.find((known) => known.mediaType === mediaType);
}

export function previewOf(mediaType: string): PreviewKind {
  return fileTypeOf(mediaType)?.preview ?? 'none';
}
