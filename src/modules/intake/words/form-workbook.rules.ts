import type { Language } from '#platform/i18n/name.schema.ts';
import type { FormField } from './form.schema.ts';

/** Columns of the sheet that people fill in; the first one is hidden and says which field a row is. */
export const formColumns = { key: 0, label: 1, unit: 2, answer: 3, explanation: 4, before: 5 } as const;
/** Stands in the hidden column beside the answer to the truth statement, where no field can be called so. */
export const truthKey = '#truth';
export const hiddenSheet = '_clusterloom';

export const formWords = {
  'zh-CN': { sheet: '填报表', label: '指标', unit: '单位', answer: '本期', explanation: '说明', before: '上期', yes: '是', no: '否', truth: '本单位承诺所填数据真实、完整（填“是”）', reference: '表格编号（勿改）', help: '只在浅色格内填写；可改文件名，勿删行列。', formNumber: '表号', issuer: '制定机关', approval: '批准文号', validUntil: '有效期至', party: '填报单位', period: '报告期', due: '截止日期', basis: '依据', pick: '请从列表中选择。', required: '（必填）' },
  en: { sheet: 'Form', label: 'Item', unit: 'Unit', answer: 'This period', explanation: 'Explanation', before: 'Last period', yes: 'Yes', no: 'No', truth: 'We declare that these figures are true and complete (enter “Yes”)', reference: 'Form reference (leave as it is)', help: 'Write in the light cells only. The file may be renamed; delete no rows or columns.', formNumber: 'Form no.', issuer: 'Issued by', approval: 'Approval no.', validUntil: 'Valid until', party: 'Reported by', period: 'Period', due: 'Due', basis: 'Basis', pick: 'Choose from the list.', required: '(required)' },
} as const satisfies Record<Language, object>;

const truths: ReadonlySet<string> = new Set(['是', 'yes', 'y', 'true', '1', '√']);
export const saysYes = (cell: string): boolean => truths.has(cell.trim().toLowerCase());

/** How an answer is written for people: choices in their words. */
export function shownAnswer(field: Pick<FormField, 'type' | 'choices'>, text: string, language: Language): string {
  const say = formWords[language];
  if (field.type === 'yesNo') return text === 'yes' ? say.yes : text === 'no' ? say.no : text;
  return text.split('\n').map((value) => labelOf(field, value, language)).join('\n');
}

function labelOf(field: Pick<FormField, 'choices'>, value: string, language: Language): string {
  const label = field.choices.find((choice) => choice.value === value)?.label;
  return (language === 'en' ? (label?.en ?? label?.zh) : (label?.zh ?? label?.en)) ?? value;
}

/** The answer that a cell means: a choice by its code or by its words in either language, several one a line. */
export function answerOfCell(field: Pick<FormField, 'type' | 'choices'>, cell: string): string {
  const text = cell.trim();
  if (field.type === 'yesNo') return saysYes(text) ? 'yes' : /^(否|no|n|false|0)$/i.test(text) ? 'no' : text;
  if (field.type !== 'choice' && field.type !== 'choices') return text;
  const parts = field.type === 'choice' ? [text] : text.split(/[\n;；、]/);
  return parts.map((part) => part.trim()).filter((part) => part !== '').map((part) => field.choices.find(({ value, label }) => [value, label.zh, label.en].includes(part))?.value ?? part).join('\n');
}

/** What a row of a returned sheet says, by the key in its hidden column; by its label where the column was lost. */
export function fieldOfRow(fields: readonly FormField[], cells: readonly string[], language: Language): FormField | null {
  const key = (cells[formColumns.key] ?? '').trim();
  const byKey = fields.find((field) => field.key === key);
  if (byKey || key !== '') return byKey ?? null;
  const label = (cells[formColumns.label] ?? '').replace(formWords[language].required, '').trim();
  return label === '' ? null : (fields.find((field) => field.label.zh === label || field.label.en === label) ?? null);
}
