import { posix } from 'node:path';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import type { FileReason } from '../../words/read.schema.ts';
import { formatKind, type CellFormat } from './cell-format.ts';
import { attribute, readXml, type XmlListener } from './xml-tokens.ts';
import { megabytes, shown, unpacked, type ZipPart } from './zip-file.ts';

export interface Sheet {
  name: string;
  hidden: boolean;
  part: ZipPart;
}
export interface Workbook {
  sheets: Sheet[];
  /** Days are counted from 1904 instead of 1900. */
  from1904: boolean;
  /** How a cell of each style shows its number. */
  formats: CellFormat[];
  strings: ZipPart | undefined;
}
type Parts = ReadonlyMap<string, ZipPart>;

/** Small parts of a workbook are read whole; none needs so much. */
const smallPart = 16 * 1024 * 1024;

/** What a workbook must not hold, judged by the names in its directory alone. */
export function contentFault(parts: Parts): Result<null, FileReason> {
  const names = [...parts.keys()];
  if (!parts.has('[Content_Types].xml') || !names.some((name) => /^xl\/workbook\d*\.xml$/iu.test(name))) return fail('notTable');
  if (names.some((name) => /vbaProject|vbaData|^xl\/(macrosheets|activeX|dialogsheets)\//iu.test(name))) return fail('workbookMacros');
  const link = names.find((name) => /^xl\/externalLinks\/[^/]+\.xml$/iu.test(name));
  if (link !== undefined) return fail('workbookLinks', { part: shown(link) });
  const big = [...parts.values()].find((part) => part.unpacked > smallPart && /^(\[|_rels|docProps)|^xl\/(workbook|styles|theme|_rels)/u.test(part.name));
  return big ? fail('workbookTooBig', { size: megabytes(big.unpacked), packed: megabytes(big.packed) }) : ok(null);
}

const noText = { text: () => {}, wantsText: () => false, close: () => {} };

async function eachTag(path: string, part: ZipPart | undefined, onTag: (name: string, attributes: string, isEmpty: boolean) => void, onClose: (name: string) => void = () => {}): Promise<void> {
  if (!part) return;
  const listener: XmlListener = { ...noText, open: onTag, close: onClose };
  await readXml(unpacked(path, part), listener, shown(part.name));
}

export async function readWorkbook(path: string, parts: Parts): Promise<Workbook> {
  const main = await mainPart(path, parts);
  const related = await relations(path, parts, main);
  const sheets: Sheet[] = [];
  let from1904 = false;
  await eachTag(path, parts.get(main), (name, attributes) => {
    if (name === 'workbookPr') from1904 = /^(1|true)$/u.test(attribute(attributes, 'date1904') ?? '');
    if (name !== 'sheet') return;
    const target = related.get(attribute(attributes, 'id') ?? '');
    const part = target?.type.endsWith('/worksheet') ? parts.get(target.path) : undefined;
    if (part) sheets.push({ name: attribute(attributes, 'name') ?? `${sheets.length + 1}`, hidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible', part });
  });
  const partOf = (kind: string): ZipPart | undefined => parts.get([...related.values()].find(({ type }) => type.endsWith(kind))?.path ?? '');
  return { sheets, from1904, formats: await readFormats(path, partOf('/styles')), strings: partOf('/sharedStrings') };
}

async function mainPart(path: string, parts: Parts): Promise<string> {
  let found = 'xl/workbook.xml';
  await eachTag(path, parts.get('_rels/.rels'), (name, attributes) => {
    if (name === 'Relationship' && attribute(attributes, 'Type')?.endsWith('/officeDocument')) found = (attribute(attributes, 'Target') ?? found).replace(/^\//u, '');
  });
  return found;
}

async function relations(path: string, parts: Parts, main: string): Promise<Map<string, { type: string; path: string }>> {
  const related = new Map<string, { type: string; path: string }>();
  const folder = posix.dirname(main);
  await eachTag(path, parts.get(`${folder}/_rels/${posix.basename(main)}.rels`), (name, attributes) => {
    const [id, type, target] = ['Id', 'Type', 'Target'].map((key) => attribute(attributes, key) ?? '') as [string, string, string];
    if (name === 'Relationship') related.set(id, { type, path: target.startsWith('/') ? target.slice(1) : posix.normalize(`${folder}/${target}`) });
  });
  return related;
}

async function readFormats(path: string, part: ZipPart | undefined): Promise<CellFormat[]> {
  const custom = new Map<number, string>();
  const formats: CellFormat[] = [];
  let inCells = false;
  await eachTag(path, part, (name, attributes) => {
    if (name === 'numFmt') custom.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
    if (name === 'cellXfs') inCells = true;
    if (name !== 'xf' || !inCells) return;
    const id = Number(attribute(attributes, 'numFmtId') ?? 0);
    formats.push(formatKind(id, custom.get(id)));
  }, (name) => {
    if (name === 'cellXfs') inCells = false;
  });
  return formats;
}
