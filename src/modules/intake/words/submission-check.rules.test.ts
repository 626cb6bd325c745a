import { describe, expect, it } from 'vitest';
import { editionInputSchema } from './form.schema.ts';
import { entrySchema, type Entry } from './party.schema.ts';
import { bucketOf, nextLevel, shareReported } from './campaign.rules.ts';
import { contentProblems, headerProblems } from './form.rules.ts';
import { checkEntries, errorsOf, unitWords } from './submission-check.rules.ts';
import { readAnswer } from './submission-value.rules.ts';

const number = (key: string, more: object = {}) => ({ key, label: { en: key }, type: 'number', ...more });
const edition = editionInputSchema.parse({
  legalBasis: 'administrativeFiling',
  fields: [number('revenue', { unit: 'CNY', scale: '10000', required: true, min: '0', max: '100000', changeLimit: 50 }), number('share', { unit: 'percent', max: '100' }), { key: 'kind', label: { en: 'Kind' }, type: 'choices', choices: [{ value: 'a', label: { en: 'A' } }, { value: 'b', label: { en: 'B' } }] }, { key: 'since', label: { en: 'Since' }, type: 'date' }, { key: 'exports', label: { en: 'Exports' }, type: 'yesNo' }, number('abroad')],
  rules: [
    { key: 'abroadNeeded', expression: 'if(exports, has(abroad), true)', sentence: { zh: '有出口就要填。', en: 'Exporters say how much.' } },
    { key: 'grows', expression: 'revenue >= last.revenue', sentence: { zh: '比上期少。', en: 'Less than before.' }, severity: 'warning' },
  ],
});
const check = (answers: Record<string, string | Partial<Entry>>, last = {}) =>
  checkEntries(edition, Object.entries(answers).map(([field, given]) => entrySchema.parse({ field, ...(typeof given === 'string' ? { text: given } : { text: '', ...given }) })), last);
const reasons = (...given: Parameters<typeof check>) => check(...given).problems.map(({ field, rule, reason, severity }) => `${field ?? rule} ${reason} ${severity}`);

describe('reading an answer', () => {
  const money = { type: 'number' as const, unit: 'CNY', scale: '10000' as const, choices: [] };
  it.each([
    ['2 114.57', '2114.57', '='],
    ['1,234.5', '1234.5', '='],
    ['３．９亿', '39000', '='],
    ['约1200', '1200', 'about'],
    ['≥70', '70', '>='],
    ['37.95 亿元', '379500', '='],
    ['不详', null, 'notStated'],
  ])('%s counts in the unit of the field', (text, value, operator) => expect(readAnswer(money, text)).toEqual({ ok: true, read: { value, operator } }));

  it.each([['12 万家', 'otherUnit'], ['100-200', 'range'], ['many thousands 5x', 'notANumber'], ['12,34', 'badGrouping']])('%s is refused: %s', (text, reason) => expect(readAnswer(money, text)).toEqual({ ok: false, reason }));

  it('says units as they stand in the field', () => {
    expect(unitWords(money)).toEqual({ zh: '万元', en: 'CNY 10k' });
    expect(unitWords({ unit: 'person', scale: '1' })).toEqual({ zh: '人', en: 'people' });
    expect(unitWords({ unit: null, scale: '1' })).toEqual({ zh: '', en: '' });
  });
});

describe('checking a report', () => {
  it('finds everything at once', () => {
    expect(reasons({ share: '120', kind: 'a\nc', since: '2026-02-30', exports: 'perhaps', other: '1' })).toEqual(['revenue required error', 'share tooLarge error', 'kind notAChoice error', 'since notADate error', 'exports notYesNo error', 'other fieldUnknown error']);
    expect(reasons({ revenue: '12', exports: 'yes' })).toEqual(['abroadNeeded rule error']);
    expect(reasons({ revenue: '12', exports: 'no', kind: 'a\nb', since: '2026-02-28' })).toEqual([]);
    expect(reasons({ revenue: { text: '12', isWithheld: true } })).toEqual(['revenue notWithheld error']);
  });

  it('holds a jump against the period before, and takes a reason for it', () => {
    const last = { revenue: { value: '1302', period: '2026-01' } };
    expect(check({ revenue: '12860' }, last).problems[0]).toMatchObject({ reason: 'changed', severity: 'error', suggestion: '1286' });
    expect(check({ revenue: '130' }, last).problems[0]).toMatchObject({ reason: 'changed', suggestion: '1300', words: { en: '90% off 2026-01 (1,302). One digit missing?' } });
    expect(errorsOf(check({ revenue: { text: '12860', explanation: 'one large order' } }, last).problems)).toEqual([]);
    expect(reasons({ revenue: '1100' }, last)).toEqual(['grows rule warning']);
    expect(reasons({ revenue: '1' }, { revenue: { value: '0', period: '2026-01' } })).toEqual([]);
  });
});

describe('forms and levels', () => {
  it('a survey needs its header in force, others none', () => {
    const header = { legalBasis: 'statisticalSurvey' as const, formNumber: 'F', issuer: 'I', approvalNumber: 'A', validUntil: '2026-11-22' };
    expect(headerProblems(header, '2026-11-22')).toEqual([]);
    expect(headerProblems(header, '2026-11-23').map(({ reason }) => reason)).toEqual(['expired']);
    expect(headerProblems({ ...header, issuer: null, validUntil: null }, '2026-11-22').map(({ field }) => field)).toEqual(['issuer', 'validUntil']);
    expect(headerProblems({ ...header, legalBasis: 'voluntaryService', issuer: null }, '2030-01-01')).toEqual([]);
  });

  it('content that could not be filled in is named', () => {
    expect(contentProblems(edition)).toEqual([]);
    const broken = editionInputSchema.parse({ legalBasis: 'voluntaryService', respondent: 'territory', fields: [number('a', { unit: 'parsec', section: 'gone', min: '5', max: '1' }), number('a'), { key: 'b', label: { en: 'B' }, type: 'choice' }, { key: 'c', label: { en: 'C' }, type: 'text', source: { kind: 'record', attribute: 'name' } }] });
    expect(contentProblems(broken).map(({ reason }) => reason)).toEqual(['keyTwice', 'sectionUnknown', 'unitUnknown', 'rangeReversed', 'choicesMissing', 'noRecord']);
  });

  it('a level that nobody holds is passed over', () => {
    expect(nextLevel(['a', '', 'c'], 0)).toBe(1);
    expect(nextLevel(['a', '', 'c'], 1)).toBe(3);
    expect(nextLevel(['a', ''], 1)).toBeNull();
  });

  it('late is a question of the clock', () => {
    const now = new Date('2026-11-22T08:00:00Z');
    expect(bucketOf('draft', '2026-11-22T07:59:59Z', now)).toBe('late');
    expect(bucketOf('draft', '2026-11-23T00:00:00Z', now)).toBe('missing');
    expect(bucketOf('accepted', '2026-11-01T00:00:00Z', now)).toBe('reported');
    expect(shareReported({ reported: 0, total: 0 })).toBeNull();
  });
});
