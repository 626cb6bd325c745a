import { romanise } from '#platform/text/folding.ts';
import type { Context, ImportRow, ImportTarget, RowReason, RowVerdict } from '#platform/module/module.ts';
import { insertIndicators, takenKeys } from '../../store/indicator.store.ts';
import { removeIndicatorsOf } from '../../store/import.store.ts';
import { nameInItsLanguage } from '../../words/figure-cell.rules.ts';
import { meaningRefusal } from '../../words/indicator.rules.ts';
import { indicatorInputSchema, indicatorKeySchema, type IndicatorInput } from '../../words/indicator.schema.ts';
import { wordsOf } from '../../store/words.ts';
import { chosenIn, unitIn } from './choice-cell.ts';
import { indicatorImportFields, indicatorImportGroups, indicatorImportReasons } from './indicator-fields.ts';

type Reason = keyof typeof indicatorImportReasons;
interface ReadIndicator {
  rowNumber: number;
  input: IndicatorInput | null;
  refusals: RowReason[];
  remarks: RowReason[];
}

/** A key made from a name: its letters as they are read, `R&D intensity` → `r_d_intensity`. */
export function keyOfName(name: string): string {
  const slug = romanise(name).normalize('NFKD').replace(/[^A-Za-z0-9]+/g, '_').replace(/^_+|_+$/g, '').slice(0, 70);
  return /^[A-Za-z]/.test(slug) ? slug.charAt(0).toLowerCase() + slug.slice(1) : `i_${slug}`.slice(0, 72);
}

function readIndicatorRow({ rowNumber, values }: ImportRow): ReadIndicator {
  const refusals: RowReason[] = [];
  const remarks: RowReason[] = [];
  const cell = (key: string) => (values[key] ?? '').trim();
  const say = (list: RowReason[], field: string, reason: Reason, params: Record<string, string | number> = {}): null => {
    list.push({ reason, field, params });
    return null;
  };
  const cut = (key: string, limit: number): string | null => {
    if (cell(key).length > limit) say(remarks, key, 'textCut', { field: key });
    return cell(key).slice(0, limit).trim() || null;
  };
  const choose = (key: string): string | null => {
    const field = indicatorImportFields.find((one) => one.key === key);
    if (!field || cell(key) === '') return null;
    return chosenIn(field, cell(key)) ?? say(remarks, key, 'choiceUnknown', { value: cell(key).slice(0, 60) });
  };
  const name = cut('name', 200);
  if (!name) say(refusals, 'name', 'nameMissing');
  const given = cell('key') || (indicatorKeySchema.safeParse(name ?? '').success ? (name ?? '') : keyOfName(name ?? ''));
  if (name && !indicatorKeySchema.safeParse(given).success) say(refusals, 'key', 'keyWrong', { value: given.slice(0, 80) });
  const [nameEn, definition, definitionEn] = [cut('nameEn', 200), cut('definition', 2000), cut('definitionEn', 2000)];
  const unit = cell('unit') === '' ? null : (unitIn(cell('unit')) ?? say(remarks, 'unit', 'unitUnknown', { value: cell('unit').slice(0, 40) }));
  const decimals = /^\d$|^10$/.test(cell('decimals')) ? Number(cell('decimals')) : null;
  const draft = {
    key: given, name: { ...nameInItsLanguage(name ?? ''), ...(nameEn && { en: nameEn }) },
    definition: definition || definitionEn ? { ...(definition && nameInItsLanguage(definition)), ...(definitionEn && { en: definitionEn }) } : null,
    dimension: choose('dimension'), topic: cut('topic', 100), kind: choose('kind') ?? 'level', unit, direction: choose('direction') ?? 'none', periodicity: choose('periodicity'), decimals,
    formula: cut('formula', 2000), reportedBy: cut('reportedBy', 200) ? nameInItsLanguage(cut('reportedBy', 200) ?? '') : null, basis: choose('basis'), population: cut('population', 200), timing: choose('timing'),
  };
  if (refusals.length > 0) return { rowNumber, input: null, refusals, remarks };
  const wrong = meaningRefusal(draft as IndicatorInput);
  if (wrong) return { rowNumber, input: null, refusals: [{ reason: 'meaningWrong' satisfies Reason, params: wordsOf(`reason.${wrong}`) }], remarks };
  return { rowNumber, input: indicatorInputSchema.parse(draft), refusals, remarks };
}

async function judge(context: Context, rows: readonly ImportRow[], firstRow: (key: string, row: number) => number | null): Promise<{ read: ReadIndicator; verdict: RowVerdict }[]> {
  const read = rows.map(readIndicatorRow);
  const taken = await takenKeys(context.db, read.flatMap(({ input }) => input?.key ?? []));
  const allowed = context.allows('indicator.manage', { visibility: 'open', territories: [], clusters: [], organisations: [] });
  return read.map((one) => {
    const { rowNumber, input, remarks } = one;
    const earlier = input ? firstRow(`key ${input.key}`, rowNumber) : null;
    const refusals: RowReason[] = [...one.refusals, ...(earlier !== null ? [{ reason: 'keyRepeated', field: 'key', params: { row: earlier } }] : []), ...(allowed ? [] : [{ reason: 'outsideMandate' }])];
    if (refusals.length > 0) return { read: one, verdict: { rowNumber, state: 'rejected', group: 'rejected', reasons: [...refusals, ...remarks] } };
    if (input && taken.has(input.key)) return { read: one, verdict: { rowNumber, state: 'ready', group: 'known', reasons: [{ reason: 'alreadyThere', params: { key: input.key } }] } };
    return { read: one, verdict: { rowNumber, state: remarks.length > 0 ? 'warning' : 'ready', group: 'fresh', reasons: remarks } };
  });
}

/** Definitions from a file; what is there already is left alone. */
export const indicatorTarget: ImportTarget = {
  id: 'indicator',
  label: { zh: '指标', en: 'Indicators' },
  permission: 'indicator.manage',
  fields: indicatorImportFields,
  groups: indicatorImportGroups,
  reasons: indicatorImportReasons,
  check: async (context, rows, pass) => (await judge(context, rows, pass.firstRow)).map(({ verdict }) => verdict),
  async apply(context, rows, pass) {
    const fresh = (await judge(context, rows, pass.firstRow)).flatMap(({ read, verdict }) => (verdict.group === 'fresh' && read.input ? [{ rowNumber: read.rowNumber, input: read.input }] : []));
    const ids = await insertIndicators(context, fresh.map(({ input }) => ({ ...input, sourceId: pass.sourceId, batchId: pass.batchId })));
    return { created: ids.length, changed: 0, left: rows.length - ids.length, records: fresh.map(({ rowNumber }, index) => ({ rowNumber, recordId: ids[index] ?? '' })) };
  },
  undo: (context, batchId) => removeIndicatorsOf(context.db, batchId),
};
