import type { CellFault, FileRemarkCode } from './read.schema.ts';

type Words = { zh: string; en: string };

/** What is wrong with one cell, in words; `{{column}}` is the name of its column. `short` labels many rows together. */
export const faultWords: Readonly<Record<CellFault, Words & { short: Words }>> = {
  cellError: {
    zh: '“{{column}}”是错误值 {{value}}，请在表格中改正。', en: '“{{column}}” holds the error {{value}}. Put it right in the spreadsheet.',
    short: { zh: '单元格是错误值（如 #N/A）', en: 'A cell holds an error such as #N/A' },
  },
  codeRounded: {
    zh: '“{{column}}”以数字保存了超过 15 位的编码，末尾数位已丢失（现为 {{value}}）。请把该列设为文本格式后重新填写。', en: '“{{column}}” holds a code of more than 15 digits kept as a number, so its last digits are lost (now {{value}}). Set the column to text and enter the code again.',
    short: { zh: '长编码被存成数字，末尾数位已丢失', en: 'A long code was kept as a number and lost its last digits' },
  },
  formulaEmpty: {
    zh: '“{{column}}”是公式，但文件里没有保存计算结果。请用表格软件打开并保存一次。', en: '“{{column}}” is a formula whose result is not in the file. Open the file in a spreadsheet program and save it once.',
    short: { zh: '公式没有保存计算结果', en: 'A formula has no saved result' },
  },
  dateImpossible: {
    zh: '“{{column}}”按日期格式显示，但 {{value}} 不是有效日期。', en: '“{{column}}” is shown as a date, but {{value}} is no possible day.',
    short: { zh: '日期无效', en: 'An impossible date' },
  },
  nestedValue: {
    zh: '“{{column}}”中是一组记录（{{path}}），一个单元格放不下。', en: '“{{column}}” holds a list of records ({{path}}), which no single cell can hold.',
    short: { zh: '单元格中是一组记录', en: 'A cell holds a list of records' },
  },
};

/** What the reader of a file did on its own, said to its owner. */
export const remarkWords: Readonly<Record<FileRemarkCode, Words>> = {
  headersNumbered: { zh: '列名有重复（{{names}}），已按顺序加上序号区分。', en: 'Columns with the same name were numbered to tell them apart: {{names}}.' },
  headersJoined: { zh: '表头占第 {{from}} 至 {{to}} 行，合并的列名已与下级列名连在一起。', en: 'The header takes rows {{from}} to {{to}}. Merged names were joined with those below them.' },
  titleSkipped: { zh: '第 {{row}} 行之前是标题，未作为数据读取。', en: 'What stands above row {{row}} was taken for a title, not for data.' },
  cellsMerged: { zh: '有 {{count}} 处纵向合并的单元格，其内容已用于所覆盖的每一行。', en: '{{count}} cells are merged over several rows. Their content counts for each of them.' },
  formulasCached: { zh: '有 {{count}} 个单元格是公式，读取的是文件中保存的结果，未重新计算。', en: '{{count}} cells are formulas. Their saved results were read; nothing was calculated.' },
  rowsHidden: { zh: '有 {{count}} 行在表格中被隐藏，也已读取。', en: '{{count}} rows are hidden in the spreadsheet. They were read as well.' },
  columnsHidden: { zh: '有 {{count}} 列在表格中被隐藏（{{columns}}），也已读取。', en: '{{count}} columns are hidden in the spreadsheet ({{columns}}). They were read as well.' },
  sheetHidden: { zh: '工作表“{{sheet}}”在工作簿中是隐藏的。', en: 'The sheet “{{sheet}}” is hidden in the workbook.' },
  otherSheets: { zh: '读取的是工作表“{{sheet}}”，工作簿中还有：{{others}}。', en: 'The sheet “{{sheet}}” was read. The workbook also has: {{others}}.' },
  nestedFlattened: { zh: '有 {{count}} 个嵌套字段已展开为列（{{names}}）。', en: '{{count}} nested fields became columns ({{names}}).' },
};
