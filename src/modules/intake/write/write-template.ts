import Excel from 'exceljs';
import { safeCell } from '#platform/http/safe-cell.rules.ts';
import type { ImportLimits } from '#platform/files/import-limits.schema.ts';
import type { Language } from '#platform/i18n/name.schema.ts';
import type { ImportField, ImportTarget } from '#platform/module/module.ts';
import { guideSheets } from '../words/workbook.rules.ts';
import { widthOf } from './write-rejects.ts';

/** Rows that offer their choices as a list; more may be filled in without. */
const listRows = 2000;
/** A list within a validation holds so many characters; longer ones stand on a sheet of their own. */
const longestList = 250;

const words = {
  'zh-CN': {
    head: ['字段', '是否必填', '填写要求', '可填内容', '示例'], required: '必填', optional: '选填', lists: '选项', also: '也可在导入时为整个文件统一填写', pick: '请从列表中选择，或填写“填写说明”中的可填内容。',
    title: (label: string) => `“${label}”导入模板：请在第一个工作表填写，每行一条；不要改动表头，带 * 的列必填。本工作表不会被导入。`,
    limits: (limits: ImportLimits) => `上限：${limits.rows ?? '不限'} 行、${limits.columns} 列，单格 ${Math.round(limits.cellBytes / 1024)} KB，工作表解压后 ${Math.round(limits.sheetBytes / 1048576)} MB。编码类的列请保持文本格式。`,
  },
  en: {
    head: ['Field', 'Required', 'What to enter', 'Allowed values', 'Example'], required: 'required', optional: 'optional', lists: 'Lists', also: 'may also be given once for the whole file on import', pick: 'Choose from the list, or enter a value named under Instructions.',
    title: (label: string) => `Template for “${label}”. Fill in the first sheet, one record a row; leave the header as it is. Columns with * are required. This sheet is never imported.`,
    limits: (limits: ImportLimits) => `Limits: ${limits.rows ?? 'any number of'} rows, ${limits.columns} columns, ${Math.round(limits.cellBytes / 1024)} KB a cell, ${Math.round(limits.sheetBytes / 1048576)} MB a sheet unpacked. Keep columns of codes formatted as text.`,
  },
} as const;
const kinds = {
  text: { zh: '文字', en: 'text' }, number: { zh: '数字，可带单位，如 37.95 亿元', en: 'a number, with a unit if you like: 37.95 bn CNY' }, date: { zh: '日期，如 2024-03-15', en: 'a date such as 2024-03-15' }, period: { zh: '时期，如 2024、2024-Q1、2024-03', en: 'a period such as 2024, 2024-Q1, 2024-03' },
  choice: { zh: '从可填内容中选一个', en: 'one of the allowed values' }, place: { zh: '地名，如 佛山市', en: 'a place name such as Foshan' }, code: { zh: '编码，请用文本格式', en: 'a code, formatted as text' }, coordinate: { zh: '十进制度数，如 113.12', en: 'decimal degrees such as 113.12' },
} as const satisfies Record<NonNullable<ImportField['kind']>, { zh: string; en: string }>;

/** A workbook to fill in for one target, in either language: header with required columns marked, lists of choices, instructions with examples and limits. */
export async function writeTemplate(target: Pick<ImportTarget, 'label' | 'fields'>, language: Language, limits: ImportLimits): Promise<Uint8Array> {
  const side = language === 'en' ? 'en' : 'zh';
  const book = new Excel.Workbook();
  const fill = book.addWorksheet(sheetName(target.label[side]), { views: [{ state: 'frozen', ySplit: 1 }] });
  const guide = book.addWorksheet(guideSheets[language]);
  const fields = target.fields.filter(({ repeats }) => !repeats);
  fill.columns = fields.map(({ label, kind }) => ({ width: widthOf(label[side]), style: { numFmt: kind === 'date' ? 'yyyy-mm-dd' : kind === 'number' || kind === 'coordinate' ? 'General' : '@' } }));
  const head = fill.addRow(fields.map(({ label, required }) => (required ? `${label[side]} *` : label[side])));
  head.eachCell((cell, index) => {
    cell.font = { bold: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: fields[index - 1]?.required ? 'FFFBE5D6' : 'FFEDEDED' } };
    cell.note = noteOf(fields[index - 1], side, language);
  });
  addLists(book, fill, fields, side, language);
  writeGuide(guide, target, fields, side, language, limits);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** What a spreadsheet takes for the name of a sheet. */
const sheetName = (text: string): string => text.replace(/[\\/?*[\]:']/gu, ' ').trim().slice(0, 31) || 'Sheet1';

function noteOf(field: ImportField | undefined, side: 'zh' | 'en', language: Language): string {
  if (!field) return '';
  const example = field.example === undefined ? [] : [`${words[language].head[4]}: ${field.example}`];
  return [field.required ? words[language].required : words[language].optional, kinds[field.kind ?? 'text'][side], ...(field.note ? [field.note[side]] : []), ...example].join(side === 'zh' ? '；' : '; ');
}

function addLists(book: Excel.Workbook, fill: Excel.Worksheet, fields: readonly ImportField[], side: 'zh' | 'en', language: Language): void {
  let lists: Excel.Worksheet | null = null;
  fields.forEach(({ choices = [] }, index) => {
    if (choices.length === 0) return;
    const labels = choices.map(({ label }) => label[side]);
    const inline = labels.join(',');
    let formula = `"${inline}"`;
    if (inline.length > longestList || labels.some((label) => /[,"]/u.test(label))) {
      lists ??= book.addWorksheet(words[language].lists, { state: 'veryHidden' });
      labels.forEach((label, row) => (lists as Excel.Worksheet).getCell(row + 1, index + 1).value = safeCell(label));
      const letters = lists.getColumn(index + 1).letter;
      formula = `'${words[language].lists}'!$${letters}$1:$${letters}$${labels.length}`;
    }
    const letters = fill.getColumn(index + 1).letter;
    validations(fill).add(`${letters}2:${letters}${listRows + 1}`, { type: 'list', allowBlank: true, formulae: [formula], showErrorMessage: true, errorStyle: 'warning', error: words[language].pick });
  });
}

/** The writer has validations of whole ranges, though its types know only those of single cells. */
function validations(sheet: Excel.Worksheet): { add(range: string, validation: Excel.DataValidation): void } {
  return (sheet as unknown as { dataValidations: { add(range: string, validation: Excel.DataValidation): void } }).dataValidations;
}

function writeGuide(guide: Excel.Worksheet, target: Pick<ImportTarget, 'label'>, fields: readonly ImportField[], side: 'zh' | 'en', language: Language, limits: ImportLimits): void {
  const say = words[language];
  guide.columns = [{ width: 24 }, { width: 10 }, { width: 56 }, { width: 48 }, { width: 28 }];
  guide.addRow([say.title(target.label[side])]);
  guide.addRow([say.limits(limits)]);
  guide.mergeCells('A1:E1');
  guide.mergeCells('A2:E2');
  guide.addRow([...say.head]).font = { bold: true };
  for (const { label, required, kind = 'text', note, choices = [], example, perFile } of fields) {
    const what = [note?.[side] ?? kinds[kind][side], ...(perFile ? [say.also] : [])].join(side === 'zh' ? '；' : '; ');
    guide.addRow([label[side], required ? say.required : say.optional, what, choices.map((choice) => choice.label[side]).join(side === 'zh' ? '、' : ', '), example ?? ''].map(safeCell));
  }
  guide.eachRow((row) => {
    row.alignment = { wrapText: true, vertical: 'top' };
  });
}
