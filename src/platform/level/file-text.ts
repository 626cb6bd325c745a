/** A stretch of a file and where its reader finds it: a page, a cell, a part of a document. */
export interface FileText {
  text: string;
  place: { kind: 'text' } | { kind: 'page'; page: number } | { kind: 'cell'; sheet: string; cell: string } | { kind: 'part'; part: string };
}
