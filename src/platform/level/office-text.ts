import { unzipSync } from 'fflate';
import { readZipDirectory, zipFault } from '#platform/files/zip.ts';
import type { FileText } from './file-text.ts';
import { markupText } from './markup-text.ts';
import { asText } from './plain-text.ts';
import { sheetTexts } from './sheet-text.ts';

const mostUnpacked = 200 * 1024 * 1024;

/** Text of DOCX, XLSX and PPTX (headers, footers, notes, text boxes, watermarks too) and of text files in any other archive. */
export function officeTexts(bytes: Uint8Array): FileText[] | null {
  const directory = readZipDirectory(bytes);
  if (!directory || zipFault(bytes, directory)) return null;
  let unpacked = 0;
  const names: string[] = [];
  try {
    const files = unzipSync(bytes, {
      filter: (entry) => {
        names.push(entry.name);
        const wanted = /\.(?:xml|rels|txt|csv|md|json|html?)$/iu.test(entry.name);
        if (wanted) unpacked += entry.originalSize;
        if (unpacked > mostUnpacked) throw new Error('unpacks to more than can be read');
        return wanted;
      },
    });
    const parts = Object.entries(files).flatMap(([name, content]) => {
      const text = asText(content);
      return text === null ? [] : ([[name, text]] as const);
    });
    return [...archiveNames(names), ...sheetTexts(new Map(parts)), ...parts.filter(([name]) => !name.startsWith('xl/worksheets/') && name !== 'xl/sharedStrings.xml').map(([name, text]) => partText(name, text))];
  } catch {
    return null;
  }
}

/** Files inside an ordinary archive tell by their names; those inside a document are named by the program that wrote it. */
function archiveNames(names: readonly string[]): FileText[] {
  return names.includes('[Content_Types].xml') ? [] : names.map((name) => ({ text: name.replace(/^.*\//u, '').replace(/\.[a-z0-9]{1,5}$/iu, ''), place: { kind: 'part', part: name } }));
}

function partText(name: string, text: string): FileText {
  const isMarkup = /\.(?:xml|rels|html?)$/iu.test(name);
  return { text: isMarkup ? markupText(text) : text, place: { kind: 'part', part: name } };
}
