import Excel from 'exceljs';
import { safeCell } from '#platform/http/safe-cell.rules.ts';
import { shownName, type Language, type Name } from '#platform/i18n/name.schema.ts';
import { formWords, hiddenSheet, shownAnswer, truthKey } from '../words/form-workbook.rules.ts';
import type { Edition, FormField } from '../words/form.schema.ts';
import { unitWords } from '../words/submission-check.rules.ts';

export interface FormSheet {
  language: Language;
  title: string;
  reference: string;
  edition: Edition;
  party: { name: Name; code: string | null };
  period: string;
  due: string | null;
  basis: string;
  /** Field → what stands in its cell already, and what was reported before. */
  answers: ReadonlyMap<string, string>;
  before: ReadonlyMap<string, string>;
  explanations?: ReadonlyMap<string, string>;
  /** Field → sentences about what is wrong in it; the cell is marked. `null` holds what concerns no single field. */
  faults?: ReadonlyMap<string | null, readonly string[]>;
}

const light: Excel.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF3F9F8' } };
const red: Excel.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFBE3E0' } };
const line: Excel.Borders = { top: { style: 'thin' }, bottom: { style: 'thin' }, left: { style: 'thin' }, right: { style: 'thin' } } as Excel.Borders;

/** One party's form as a workbook: locked but for the answers, and known again by what stands hidden in it. */
export async function writeForm(form: FormSheet): Promise<Uint8Array> {
  const { language, edition } = form;
  const say = formWords[language];
  const book = new Excel.Workbook();
  const sheet = book.addWorksheet(say.sheet, { pageSetup: { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } });
  sheet.columns = [{ hidden: true, width: 12 }, { width: 38 }, { width: 10 }, { width: 20 }, { width: 34 }, { width: 16 }];
  writeHead(sheet, form);
  for (const [section, fields] of inSections(edition)) {
    if (section) sheet.addRow(['', safeCell(shownName(section, language).text)]).font = { bold: true };
    for (const field of fields) writeField(sheet, field, form);
  }
  writeFoot(sheet, form);
  await sheet.protect('', { selectLockedCells: true, selectUnlockedCells: true, formatColumns: true, formatRows: true });
  const key = book.addWorksheet(hiddenSheet, { state: 'veryHidden' });
  key.addRow(['clusterloom']);
  key.addRow([form.reference]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function inSections(edition: Edition): [Name | null, FormField[]][] {
  const first = edition.sections[0]?.key ?? null;
  if (edition.sections.length === 0) return [[null, edition.fields]];
  return edition.sections.map(({ key, label }) => [label, edition.fields.filter((field) => (field.section ?? first) === key)]);
}

function writeHead(sheet: Excel.Worksheet, form: FormSheet): void {
  const { language, edition, party } = form;
  const say = formWords[language];
  const facts = [
    [say.formNumber, edition.formNumber], [say.issuer, edition.issuer], [say.approval, edition.approvalNumber], [say.validUntil, edition.validUntil], [say.basis, form.basis],
    [say.party, [shownName(party.name, language).text, party.code].filter(Boolean).join(' · ')], [say.period, form.period], [say.due, form.due],
  ].filter((fact): fact is [string, string] => Boolean(fact[1]));
  const title = sheet.addRow(['', safeCell(form.title)]);
  title.font = { bold: true, size: 14 };
  for (const [label, value] of facts) sheet.addRow(['', label, safeCell(value)]);
  sheet.addRow(['', say.help]).font = { italic: true };
  for (const sentence of form.faults?.get(null) ?? []) {
    const row = sheet.addRow(['', safeCell(sentence)]);
    row.getCell(2).fill = red;
    row.getCell(2).font = { bold: true, color: { argb: 'FF9B1C1C' } };
  }
  sheet.addRow([]);
  const head = sheet.addRow(['', say.label, say.unit, say.answer, say.explanation, say.before]);
  head.font = { bold: true };
  for (let column = 2; column <= 6; column += 1) head.getCell(column).border = line;
}

function writeField(sheet: Excel.Worksheet, field: FormField, form: FormSheet): void {
  const { language } = form;
  const say = formWords[language];
  const unit = unitWords(field);
  const shown = (text: string | undefined): string => (text === undefined ? '' : safeCell(shownAnswer(field, text, language)));
  const row = sheet.addRow([field.key, safeCell(shownName(field.label, language).text + (field.required ? ` ${say.required}` : '')), language === 'en' ? unit.en : unit.zh, shown(form.answers.get(field.key)), safeCell(form.explanations?.get(field.key) ?? ''), shown(form.before.get(field.key))]);
  const faults = form.faults?.get(field.key) ?? [];
  for (let column = 2; column <= 6; column += 1) Object.assign(row.getCell(column), { border: line, alignment: { wrapText: true, vertical: 'top' } });
  for (const column of [4, 5]) Object.assign(row.getCell(column), { protection: { locked: false }, numFmt: '@', fill: faults.length > 0 && column === 4 ? red : light });
  if (faults.length > 0) row.getCell(4).note = faults.join('\n');
  const options = field.type === 'yesNo' ? [say.yes, say.no] : field.type === 'choice' ? field.choices.map(({ label }) => shownName(label, language).text) : [];
  const listed = options.join(',');
  if (options.length > 0 && listed.length <= 250 && !options.some((option) => /[,"]/u.test(option))) row.getCell(4).dataValidation = { type: 'list', allowBlank: true, formulae: [`"${listed}"`], showErrorMessage: true, error: say.pick };
  if (field.help) row.getCell(2).note = shownName(field.help, language).text;
}

function writeFoot(sheet: Excel.Worksheet, { language, reference }: FormSheet): void {
  const say = formWords[language];
  sheet.addRow([]);
  const truth = sheet.addRow([truthKey, say.truth, '', '']);
  truth.getCell(2).alignment = { wrapText: true };
  Object.assign(truth.getCell(4), { protection: { locked: false }, fill: light, border: line, dataValidation: { type: 'list', allowBlank: true, formulae: [`"${say.yes},${say.no}"`] } });
  const foot = sheet.addRow(['', `${say.reference}: ${reference}`]);
  foot.font = { size: 8, color: { argb: 'FF6B7280' } };
}
