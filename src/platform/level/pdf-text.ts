import { extractText, getDocumentProxy } from 'unpdf';
import type { FileText } from './file-text.ts';

const mostPages = 2000;

/** The text of each page; null for scans, locked and broken documents, which hold none that can be read. */
export async function pdfTexts(bytes: Uint8Array): Promise<FileText[] | null> {
  // The reader takes the buffer over, so it gets a copy.
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }).catch(() => null);
  if (!document || document.numPages > mostPages) return null;
  try {
    const { text } = await extractText(document, { mergePages: false });
    const pages = text.map((each, index): FileText => ({ text: each, place: { kind: 'page', page: index + 1 } }));
    return pages.some((page) => page.text.trim() !== '') ? pages : null;
  } catch {
    return null;
  } finally {
    await document.destroy().catch(() => undefined);
  }
}
