import { evaluateExpression } from '#kernel/expression/evaluate.ts';
import { parseExpression } from '#kernel/expression/parse.ts';
import { lookupIn } from '#kernel/expression/value.ts';
import { absolute, compareDecimals, divide, multiply, roundDecimal, subtract, type Decimal } from '#kernel/quantity/decimal.ts';
import { groupDigits } from '#kernel/quantity/format.ts';
import { unitOf } from '#kernel/quantity/unit.ts';
import type { Edition, FormField } from './form.schema.ts';
import type { Entry, SubmissionProblem } from './party.schema.ts';
import { readAnswer, valueForRules, type ReadValue, type ValueRefusal } from './submission-value.rules.ts';

export interface LastValue {
  value: Decimal;
  period: string;
}
export interface CheckedEntry {
  entry: Entry;
  field: FormField;
  read: ReadValue;
}
export interface Check {
  problems: SubmissionProblem[];
  /** Answers that could be read, in the form's order. */
  values: CheckedEntry[];
}

type Words = { zh: string; en: string };
const refusals: Readonly<Record<ValueRefusal, Words>> = {
  empty: { zh: '没有填。', en: 'Nothing is written here.' },
  tooLong: { zh: '太长了。', en: 'This is too long.' },
  notANumber: { zh: '这不是数字。', en: 'This is not a number.' },
  badGrouping: { zh: '千位分隔写得不对，请写成 12860 或 12,860。', en: 'The thousands are grouped oddly; write 12860 or 12,860.' },
  range: { zh: '写的是一个范围，请只写一个数。', en: 'This is a range; write one number.' },
  unknownUnit: { zh: '单位不认识。', en: 'The unit is not known.' },
  ambiguousCurrency: { zh: '看不出是哪种货币。', en: 'The currency is not clear.' },
  twoCurrencies: { zh: '写了两种货币。', en: 'Two currencies are named.' },
  otherUnit: { zh: '单位与表上的不同。', en: 'The unit differs from the one of the form.' },
  notAChoice: { zh: '不在选项里。', en: 'This is none of the choices.' },
  notADate: { zh: '日期请写成 2026-10-15。', en: 'Write the date as 2026-10-15.' },
  notYesNo: { zh: '请选是或否。', en: 'Choose yes or no.' },
};
const scaleWords: Readonly<Record<string, Words>> = { '1': { zh: '', en: '' }, '1000': { zh: '千', en: 'k ' }, '10000': { zh: '万', en: '10k ' }, '1000000': { zh: '百万', en: 'M ' }, '100000000': { zh: '亿', en: '100M ' } };

/** `万元`, `CNY 10k`: what stands inside the field. */
export function unitWords(field: Pick<FormField, 'unit' | 'scale'>): Words {
  const unit = field.unit === null ? null : unitOf(field.unit);
  const scale = scaleWords[field.scale] ?? { zh: '', en: '' };
  if (!unit || unit.code === 'one') return { zh: scale.zh, en: scale.en.trim() };
  const isMoney = unit.dimension.startsWith('money.');
  return { zh: `${scale.zh}${unit.zh}`, en: isMoney ? `${unit.en} ${scale.en}`.trim() : `${scale.en}${unit.enPlural}` };
}

const shown = (value: Decimal): Words => ({ zh: groupDigits(value, 'zh-CN'), en: groupDigits(value, 'en') });

/** Whether a field's answer may be kept from others: it was given of one's own will. */
export function mayWithhold(edition: Pick<Edition, 'legalBasis'>, field: Pick<FormField, 'required'>): boolean {
  return !field.required || edition.legalBasis === 'voluntaryService';
}

/** Every problem of every field at once: what is missing, unreadable, out of range, odd against the last period, or contradictory. */
export function checkEntries(edition: Pick<Edition, 'legalBasis' | 'fields' | 'rules'>, entries: readonly Entry[], last: Readonly<Record<string, LastValue>>): Check {
  const byField = new Map(entries.map((entry) => [entry.field, entry]));
  const problems: SubmissionProblem[] = [];
  const values: CheckedEntry[] = [];
  const facts: Record<string, unknown> = {};
  for (const field of edition.fields) {
    const entry = byField.get(field.key);
    const text = entry?.text.trim() ?? '';
    const before = last[field.key];
    facts[`last.${field.key}`] = before ? { number: before.value } : null;
    facts[field.key] = null;
    if (!entry || text === '') {
      if (field.required) problems.push(problem(field, 'required', { zh: '必填。', en: 'This has to be filled in.' }));
      continue;
    }
    if (entry.isWithheld && !mayWithhold(edition, field)) problems.push(problem(field, 'notWithheld', { zh: '这一项必须报，不能选择不公开。', en: 'This has to be reported and can\'t be kept back.' }));
    const outcome = readAnswer(field, text);
    if (!outcome.ok) {
      problems.push(problem(field, outcome.reason, refusals[outcome.reason]));
      continue;
    }
    values.push({ entry, field, read: outcome.read });
    facts[field.key] = valueForRules(field, text, outcome.read);
    if (field.required && outcome.read.operator === 'notStated') problems.push(problem(field, 'required', { zh: '必填，要有一个数。', en: 'A number is needed here.' }));
    problems.push(...rangeProblems(field, outcome.read.value), ...changeProblems(field, outcome.read.value, before, entry.explanation));
  }
  const known = new Set(edition.fields.map(({ key }) => key));
  for (const entry of entries) if (!known.has(entry.field)) problems.push({ field: entry.field, rule: null, severity: 'error', reason: 'fieldUnknown', suggestion: null, words: { zh: '表上没有这一项。', en: 'The form has no such field.' } });
  return { problems: [...problems, ...ruleProblems(edition, facts)], values };
}

function problem(field: Pick<FormField, 'key'>, reason: string, words: Words, severity: 'error' | 'warning' = 'error', suggestion: string | null = null): SubmissionProblem {
  return { field: field.key, rule: null, severity, reason, suggestion, words };
}

function rangeProblems(field: FormField, value: Decimal | null): SubmissionProblem[] {
  if (value === null) return [];
  const unit = unitWords(field);
  if (field.min !== null && compareDecimals(value, field.min) < 0) return [problem(field, 'tooSmall', { zh: `不能小于 ${shown(field.min).zh} ${unit.zh}。`, en: `It can't be below ${shown(field.min).en} ${unit.en}.` })];
  if (field.max !== null && compareDecimals(value, field.max) > 0) return [problem(field, 'tooLarge', { zh: `不能大于 ${shown(field.max).zh} ${unit.zh}。`, en: `It can't be above ${shown(field.max).en} ${unit.en}.` })];
  return [];
}

/** A jump has to be explained; where one digit more or less would do, the likely number is offered. */
function changeProblems(field: FormField, value: Decimal | null, before: LastValue | undefined, explanation: string | null): SubmissionProblem[] {
  if (value === null || field.changeLimit === null || !before || compareDecimals(before.value, '0') === 0) return [];
  const change = divide(multiply(absolute(subtract(value, before.value)), '100'), absolute(before.value));
  if (change === null || compareDecimals(change, String(field.changeLimit)) <= 0) return [];
  const ratio = divide(value, before.value);
  const times = ratio === null ? null : roundDecimal(ratio, 1);
  const likely = times === null ? null : [multiply(value, '0.1'), multiply(value, '10')].find((other) => isNear(other, before.value, field.changeLimit ?? 0)) ?? null;
  const [was, percent] = [shown(before.value), shown(roundDecimal(change, 0))];
  const isJump = times !== null && compareDecimals(times, '2') >= 0;
  const words = isJump
    ? { zh: `是 ${before.period}（${was.zh}）的 ${shown(times).zh} 倍。${likely ? '是不是多写了一位？' : '请核对。'}`, en: `${shown(times).en} times ${before.period} (${was.en}). ${likely ? 'One digit too many?' : 'Please check.'}` }
    : { zh: `与 ${before.period}（${was.zh}）相差 ${percent.zh}%。${likely ? '是不是少写了一位？' : '请核对。'}`, en: `${percent.en}% off ${before.period} (${was.en}). ${likely ? 'One digit missing?' : 'Please check.'}` };
  return [problem(field, explanation ? 'changeExplained' : 'changed', words, explanation ? 'warning' : 'error', likely)];
}

function isNear(value: Decimal, before: Decimal, limit: number): boolean {
  const change = divide(multiply(absolute(subtract(value, before)), '100'), absolute(before));
  return change !== null && compareDecimals(change, String(limit)) <= 0;
}

/** A rule that comes out unknown is no problem: what is missing is said where it is missing. */
function ruleProblems(edition: Pick<Edition, 'rules'>, facts: Readonly<Record<string, unknown>>): SubmissionProblem[] {
  return edition.rules.flatMap((rule): SubmissionProblem[] => {
    const parsed = parseExpression(rule.expression);
    const answer = parsed.ok ? evaluateExpression(parsed.value, lookupIn(facts)) : parsed;
    if (!answer.ok || answer.value.kind !== 'boolean' || answer.value.value) return [];
    return [{ field: null, rule: rule.key, severity: rule.severity, reason: 'rule', suggestion: null, words: rule.sentence }];
  });
}

export const errorsOf = (problems: readonly SubmissionProblem[]): SubmissionProblem[] => problems.filter(({ severity }) => severity === 'error');
