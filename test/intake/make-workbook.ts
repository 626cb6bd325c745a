import { zipSync, type Zippable } from 'fflate';

export interface MadeSheet {
  name: string;
  state?: 'hidden' | 'veryHidden';
  /** Rows of `<c>` elements: index 0 is row 1. A string is the raw XML of the row's cells; null leaves the row out. */
  rows: (string | string[] | null)[];
  merges?: string[];
  columns?: string;
  /** Raw XML instead of the rows. */
  data?: string;
}
export interface MadeWorkbook {
  sheets: MadeSheet[];
  /** Raw XML of the shared strings' insides. */
  strings?: string[];
  /** Number format codes; style 1 is the first of them, style 0 is General. */
  formats?: string[];
  date1904?: boolean;
  extra?: Zippable;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const escaped = (text: string): string => text.replace(/[&<>"]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
const letters = (index: number): string => (index < 26 ? String.fromCharCode(65 + index) : letters(Math.floor(index / 26) - 1) + letters(index % 26));

/** A cell that holds text, as a spreadsheet program would never suspect it of more. */
export const textCell = (place: string, text: string): string => `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
export const numberCell = (place: string, value: string | number, style = 0): string => `<c r="${place}" s="${style}"><v>${value}</v></c>`;

function sheetXml({ rows, merges, columns, data }: MadeSheet): string {
  const body = rows.map((row, index) => (row === null ? '' : `<row r="${index + 1}">${typeof row === 'string' ? row : row.map((text, column) => (text === '' ? '' : textCell(`${letters(column)}${index + 1}`, text))).join('')}</row>`)).join('');
  const merged = merges?.length ? `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : '';
  return `${head}<worksheet xmlns="${main}">${columns ? `<cols>${columns}</cols>` : ''}<sheetData>${data ?? body}</sheetData>${merged}</worksheet>`;
}

/** The files of a workbook, written by hand so that a test can bend each of them. */
export function workbookFiles({ sheets, strings, formats = [], date1904, extra }: MadeWorkbook): Zippable {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const relation = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  return {
    '[Content_Types].xml': bytes(`${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`),
    '_rels/.rels': bytes(`${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`),
    'xl/workbook.xml': bytes(`${head}<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${sheets.map(({ name, state }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': bytes(`${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('')}${relation('rId900', 'styles', 'styles.xml')}${strings ? relation('rId901', 'sharedStrings', '/xl/sharedStrings.xml') : ''}</Relationships>`),
    'xl/styles.xml': bytes(`${head}<styleSheet xmlns="${main}"><numFmts>${formats.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escaped(code)}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join('')}</cellXfs></styleSheet>`),
    ...(strings ? { 'xl/sharedStrings.xml': bytes(`${head}<sst xmlns="${main}">${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`) } : {}),
    ...Object.fromEntries(sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, bytes(sheetXml(sheet))])),
    ...extra,
  };
}

export const makeWorkbook = (book: MadeWorkbook): Uint8Array => zipSync(workbookFiles(book), { level: 6 });
