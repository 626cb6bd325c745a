import type { FileText } from './file-text.ts';
import { filledLines, withoutEntities } from './markup-text.ts';

/** Cells of a workbook, each with the name of its sheet and its address; headers and footers of sheets as parts. */
export function sheetTexts(parts: ReadonlyMap<string, string>): FileText[] {
  const shared = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>([\s\S]*?)<\/si>|<si\/>/gu)].map((match) => runs(match[1] ?? ''));
  const titles = sheetTitles(parts);
  return [...parts].flatMap(([name, markup]) => {
    if (!name.startsWith('xl/worksheets/') || !name.endsWith('.xml')) return [];
    const sheet = titles.get(name) ?? name.replace(/^.*\//u, '').replace(/\.xml$/u, '');
    const edges = [...markup.matchAll(/<(?:odd|even|first)(?:Header|Footer)>([\s\S]*?)<\/(?:odd|even|first)(?:Header|Footer)>/gu)].map((match): FileText => ({ text: filledLines(withoutCodes(withoutEntities(match[1] ?? ''))), place: { kind: 'part', part: sheet } }));
    const title: FileText = { text: sheet, place: { kind: 'part', part: sheet } };
    return [title, ...edges, ...cellTexts(markup, shared, sheet)];
  });
}

function cellTexts(markup: string, shared: readonly string[], sheet: string): FileText[] {
  return [...markup.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/gu)].flatMap((match): FileText[] => {
    const kind = /\bt="(\w+)"/u.exec(match[1] ?? '')?.[1];
    const inner = match[2] ?? '';
    if (kind !== 's' && kind !== 'str' && kind !== 'inlineStr') return [];
    const value = /<v>([\s\S]*?)<\/v>/u.exec(inner)?.[1] ?? '';
    const text = kind === 's' ? (shared[Number(value)] ?? '') : kind === 'str' ? withoutEntities(value) : runs(inner);
    return text === '' ? [] : [{ text, place: { kind: 'cell', sheet, cell: /\br="([A-Z]{1,3}\d{1,7})"/u.exec(match[1] ?? '')?.[1] ?? '' } }];
  });
}

/** Text of one shared string, its pieces joined; how it is read aloud is left out. */
const runs = (markup: string): string => withoutEntities([...markup.replaceAll(/<rPh\b[\s\S]*?<\/rPh>/gu, '').matchAll(/<t\b[^>]*>([\s\S]*?)<\/t>/gu)].map((match) => match[1] ?? '').join(''));

/** `&C&"Arial,Bold"&12机密` says where and how a header is printed. */
const withoutCodes = (text: string): string => text.replaceAll(/&(?:"[^"]*"|\d{1,3}|[A-Z])/gu, '\n');

function sheetTitles(parts: ReadonlyMap<string, string>): Map<string, string> {
  const targets = new Map([...(parts.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<Relationship\b[^>]*>/gu)].map(([tag]) => [/\bId="([^"]*)"/u.exec(tag)?.[1] ?? '', /\bTarget="\/?(?:xl\/)?([^"]*)"/u.exec(tag)?.[1] ?? '']));
  const sheets = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet\b[^>]*>/gu)].map(([tag]) => [`xl/${targets.get(/\br:id="([^"]*)"/u.exec(tag)?.[1] ?? '') ?? ''}`, withoutEntities(/\bname="([^"]*)"/u.exec(tag)?.[1] ?? '')] as const);
  return new Map(sheets);
}
