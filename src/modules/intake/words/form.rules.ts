import { checkKinds, type KnownKind } from '#kernel/expression/check-kinds.ts';
import { parseExpression } from '#kernel/expression/parse.ts';
import { unitOf } from '#kernel/quantity/unit.ts';
import { definePermissions } from '#platform/auth/define-permissions.rules.ts';
import type { Role } from '#platform/auth/permission.rules.ts';
import { signedInRoles } from '#platform/auth/permission.rules.ts';
import { defineLifecycle } from '#platform/lifecycle/lifecycle.rules.ts';
import { editionStates, type EditionInput, type EditionState, type FormField, type PublishProblem } from './form.schema.ts';

/** Officers within their mandate, and the staff of a cluster organisation for its cluster. */
export const collectors: readonly Role[] = ['operator', 'nationalOfficer', 'territorialOfficer', 'clusterStaff'];

export const formPermissions = definePermissions({
  'form.read': { open: signedInRoles, within: collectors },
  'form.create': { within: collectors },
  'form.update': { within: collectors },
  'form.publish': { within: collectors },
});

export const editionLifecycle = defineLifecycle<EditionState>({
  initial: 'draft',
  states: editionStates,
  transitions: [
    { verb: 'publish', from: ['draft'], to: 'published', roles: collectors, requires: ['soundContent', 'header'] },
    { verb: 'retire', from: ['published'], to: 'retired', roles: collectors },
  ],
});

type Header = Pick<EditionInput, 'legalBasis' | 'formNumber' | 'issuer' | 'approvalNumber' | 'validUntil'>;
const headerParts = ['formNumber', 'issuer', 'approvalNumber', 'validUntil'] as const;
const headerWords = {
  formNumber: { zh: '表号', en: 'form number' },
  issuer: { zh: '制定机关', en: 'issuer' },
  approvalNumber: { zh: '批准文号', en: 'approval number' },
  validUntil: { zh: '有效期', en: 'date of validity' },
} as const;

/** A statistical survey carries its whole header and is in force; other bases need none of it. `today` is a day of the space. */
export function headerProblems(edition: Header, today: string): PublishProblem[] {
  if (edition.legalBasis !== 'statisticalSurvey') return [];
  const missing = headerParts.filter((part) => edition[part] === null).map((part): PublishProblem => ({ reason: 'headerMissing', field: part, words: { zh: `统计调查表缺${headerWords[part].zh}。`, en: `A statistical survey needs its ${headerWords[part].en}.` } }));
  if (edition.validUntil === null || edition.validUntil >= today) return missing;
  return [...missing, { reason: 'expired', field: 'validUntil', words: { zh: `有效期到 ${edition.validUntil}，已经过期。`, en: `It was valid until ${edition.validUntil} and has expired.` } }];
}

const kinds: Readonly<Record<FormField['type'], KnownKind>> = { number: 'number', text: 'text', choice: 'text', choices: 'list', date: 'date', yesNo: 'boolean', file: 'text' };

/** Names that a rule may read: a field, and `last.<field>` for what it was in the period before. */
export function kindInRule(fields: readonly Pick<FormField, 'key' | 'type'>[], name: string): KnownKind | undefined {
  const key = name.startsWith('last.') ? name.slice(5) : name;
  const field = fields.find((each) => each.key === key);
  return field && kinds[field.type];
}

/** What keeps a draft from being published, in words. */
export function contentProblems(edition: Pick<EditionInput, 'sections' | 'fields' | 'rules' | 'respondent'>): PublishProblem[] {
  const { sections, fields, rules } = edition;
  const problems: PublishProblem[] = [];
  const say = (reason: string, field: string | null, zh: string, en: string) => problems.push({ reason, field, words: { zh, en } });
  if (fields.length === 0) say('noFields', null, '还没有一个填报项。', 'It has no field yet.');
  const keys = [...fields, ...rules].map(({ key }) => key);
  for (const key of new Set(keys.filter((each, at) => keys.indexOf(each) !== at))) say('keyTwice', key, `代号“${key}”用了两次。`, `The key “${key}” is used twice.`);
  for (const field of fields) {
    if (field.section !== null && !sections.some(({ key }) => key === field.section)) say('sectionUnknown', field.key, `“${field.key}”所在的部分不存在。`, `“${field.key}” stands in a section that does not exist.`);
    if ((field.type === 'choice' || field.type === 'choices') && field.choices.length < 2) say('choicesMissing', field.key, `“${field.key}”要有至少两个选项。`, `“${field.key}” needs two choices or more.`);
    if (field.unit !== null && (field.type !== 'number' || !unitOf(field.unit))) say('unitUnknown', field.key, `“${field.key}”的单位“${field.unit}”不认识。`, `The unit “${field.unit}” of “${field.key}” is not known.`);
    if (field.min !== null && field.max !== null && Number(field.min) > Number(field.max)) say('rangeReversed', field.key, `“${field.key}”的下限高于上限。`, `The lower limit of “${field.key}” is above the upper one.`);
    if (field.source.kind === 'indicator' && field.type !== 'number') say('indicatorNotNumber', field.key, `“${field.key}”取自指标，要填数字。`, `“${field.key}” comes from an indicator and has to be a number.`);
    if (field.source.kind === 'record' && edition.respondent === 'territory') say('noRecord', field.key, `“${field.key}”取自单位档案，地区没有这一项。`, `“${field.key}” is taken from an organisation's record, which a territory does not have.`);
  }
  for (const rule of rules) {
    const parsed = parseExpression(rule.expression);
    const sound = parsed.ok ? checkKinds(parsed.value, (name) => kindInRule(fields, name)) : null;
    if (!sound || sound.problems.length > 0 || (sound.kind !== 'boolean' && sound.kind !== 'any')) say('ruleUnreadable', rule.key, `校验“${rule.key}”读不懂，或用了不存在的填报项。`, `The check “${rule.key}” can't be read or names a field that does not exist.`);
  }
  return problems;
}
