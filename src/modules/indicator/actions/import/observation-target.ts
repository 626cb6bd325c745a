import type { Context, ImportPass, ImportTarget } from '#platform/module/module.ts';
import { codedKey, ensureCoded } from '../../store/area.store.ts';
import { removeObservationsOf } from '../../store/import.store.ts';
import { insertIndicators, takenKeys } from '../../store/indicator.store.ts';
import { insertGrowthRows, type NewGrowth } from '../../store/growth.store.ts';
import { writeObservations, type NewObservation } from '../../store/observation-write.store.ts';
import { ensureVintages, vintageKey } from '../../store/vintage.store.ts';
import { nameInItsLanguage } from '../../words/figure-cell.rules.ts';
import { indicatorInputSchema, indicatorKeySchema, type Basis } from '../../words/indicator.schema.ts';
import { keyOfName } from './indicator-target.ts';
import { judgeObservations, type JudgedClaims } from './observation-check.ts';
import { observationImportFields, observationImportGroups, observationImportReasons } from './observation-fields.ts';

/** Verdicts that a row is written for. */
export const written: ReadonlySet<string> = new Set(observationImportGroups.filter((group) => group.written).map(({ key }) => key));

/** Figures from a file: one a row, or one column a period. */
export const observationTarget: ImportTarget = {
  id: 'observation',
  label: { zh: '指标数值', en: 'Indicator values' },
  permission: 'observation.write',
  fields: observationImportFields,
  groups: observationImportGroups,
  reasons: observationImportReasons,
  check: async (context, rows, pass) => (await judgeObservations(context, rows, pass)).map(({ verdict }) => verdict),
  async apply(context, rows, pass) {
    const judged = (await judgeObservations(context, rows, pass)).filter(({ verdict }) => written.has(verdict.group));
    const records = await writeJudged(context, judged, pass);
    return { created: judged.length, changed: 0, left: rows.length - judged.length, records: records.filter(({ recordId }) => recordId !== '') };
  },
  undo: (context, batchId) => removeObservationsOf(context.db, batchId),
};

/** Writes what was judged, with the indicators, areas and releases that it needs; one record for each, in their order. */
export async function writeJudged(context: Context, judged: readonly JudgedClaims[], pass: ImportPass): Promise<{ rowNumber: number; recordId: string }[]> {
  const indicators = await draftIndicators(context, judged, pass);
  const areas = await ensureCoded(context, 'area', judged.flatMap(({ claims: { subject } }) => (subject.kind === 'area' ? [{ system: subject.system ?? '', code: subject.code || subject.name, name: subject.name }] : [])), pass.batchId);
  const vintages = await ensureVintages(context, uniqueVintages(judged, pass.sourceId));
  const lines = judged.map((one) => observationsOfRow(one, { pass, indicators, areas, vintages }));
  const { ids } = await writeObservations(context, lines.flat());
  const growth = judged.flatMap((one) => growthOfRow(one, { pass, indicators, areas, vintages }));
  const growthIds = await insertGrowthRows(context, growth);
  // A row that states growth alone is known by that.
  const ofGrowth = new Map(growth.map(({ originRow }, index) => [originRow, growthIds[index] ?? '']));
  let at = 0;
  return judged.map(({ claims }, index) => {
    const own = lines[index]?.length ?? 0;
    const recordId = (own > 0 ? ids[at] : ofGrowth.get(claims.rowNumber)) ?? '';
    at += own;
    return { rowNumber: claims.rowNumber, recordId };
  });
}

/** Indicators that the file speaks of and nobody has defined begin as drafts, with the first unit that the file names. */
async function draftIndicators(context: Context, judged: readonly JudgedClaims[], pass: ImportPass): Promise<Map<string, string>> {
  const drafts = new Map<string, JudgedClaims>();
  for (const one of judged) if (one.indicatorId === null && !drafts.has(one.claims.indicator)) drafts.set(one.claims.indicator, one);
  if (drafts.size === 0) return new Map();
  const wanted = [...drafts].map(([name, one]) => ({ name, one, key: indicatorKeySchema.safeParse(name).success ? name : keyOfName(name) }));
  const taken = await takenKeys(context.db, wanted.map(({ key }) => key));
  const used = new Set(taken);
  const inputs = wanted.map(({ name, one, key }) => {
    let free = key;
    for (let number = 2; used.has(free); number += 1) free = `${key.slice(0, 70)}_${number}`;
    used.add(free);
    return { ...indicatorInputSchema.parse({ key: free, name: nameInItsLanguage(name), topic: one.claims.topic, unit: one.fresh[0]?.figure.unit ?? null, basis: one.claims.basis }), sourceId: pass.sourceId, batchId: pass.batchId };
  });
  const ids = await insertIndicators(context, inputs);
  return new Map(wanted.map(({ name }, at) => [name, ids[at] ?? '']));
}

function uniqueVintages(judged: readonly JudgedClaims[], sourceId: string | null): { sourceId: string | null; title: string }[] {
  return [...new Set(judged.flatMap(({ claims }) => claims.vintage ?? []))].map((title) => ({ sourceId, title }));
}

interface Made {
  pass: ImportPass;
  indicators: ReadonlyMap<string, string>;
  areas: ReadonlyMap<string, string>;
  vintages: ReadonlyMap<string, string>;
}

/** Indicator, subject and release of a row, as they are once the batch is written. */
function aboutOf({ claims, indicatorId, subjectId }: JudgedClaims, { pass, indicators, areas, vintages }: Made) {
  const { subject, vintage } = claims;
  const about = subject.kind === 'area' ? areas.get(codedKey(subject.system ?? '', subject.code || subject.name)) : subjectId;
  return { indicatorId: indicatorId ?? indicators.get(claims.indicator) ?? '', subjectKind: subject.kind, subjectId: about ?? '', vintageId: vintage === null ? null : (vintages.get(vintageKey(pass.sourceId, vintage)) ?? null), sourceId: pass.sourceId, basis: claims.basis ?? ('public' satisfies Basis) };
}

function growthOfRow(one: JudgedClaims, made: Made): NewGrowth[] {
  return one.growth === null ? [] : [{ ...aboutOf(one, made), ...one.growth, comparedWith: 'yearEarlier', note: one.claims.scopeNote, batchId: made.pass.batchId, originRow: one.claims.rowNumber }];
}

function observationsOfRow(one: JudgedClaims, made: Made): NewObservation[] {
  const { scopeNote, rowNumber } = one.claims;
  return one.fresh.map(({ period, figure }) => ({ ...aboutOf(one, made), ...figure, period, scopeNote, origin: { kind: 'batch', id: made.pass.batchId, row: rowNumber } }));
}
