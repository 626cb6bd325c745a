import { unitOf } from '#kernel/quantity/unit.ts';
import type { Context, ImportPass, ImportRow, RowReason, RowVerdict } from '#platform/module/module.ts';
import { fold } from '#platform/text/folding.ts';
import { findIndicatorsSaid, findStandingValues, type Standing } from '../../store/standing.store.ts';
import { standingGrowth } from '../../store/growth.store.ts';
import { findVintages, vintageKey } from '../../store/vintage.store.ts';
import type { Figure } from '../../words/figure-cell.rules.ts';
import { unitFitsIndicator } from '../../words/indicator.rules.ts';
import type { GrowthClaim } from './growth-claims.ts';
import { readClaims, subjectKey, type Claims } from './observation-claims.ts';
import type { ObservationImportReason } from './observation-fields.ts';
import { resolveSubjects, type ResolvedSubject } from './observation-subjects.ts';

export interface JudgedClaims {
  claims: Claims;
  verdict: RowVerdict;
  /** Null while the indicator is not there. */
  indicatorId: string | null;
  subjectId: string | null;
  /** Those that are not there already, in the unit of the indicator where they name none. */
  fresh: { period: string; figure: Figure }[];
  /** Null where none is stated or the same is there. */
  growth: GrowthClaim | null;
}

/** Judges rows from the file and the records as they stand now. */
export async function judgeObservations(context: Context, rows: readonly ImportRow[], pass: ImportPass): Promise<JudgedClaims[]> {
  const all = rows.map(readClaims);
  const subjects = await resolveSubjects(context, all.map(({ subject }) => subject));
  const indicators = await findIndicatorsSaid(context.db, [...new Set(all.map(({ indicator }) => indicator))].map((text) => ({ text, folded: fold(text) })));
  const vintages = await findVintages(context.db, all.flatMap(({ vintage }) => (vintage ? [{ sourceId: pass.sourceId, title: vintage }] : [])));
  const mayAdd = context.allows('indicator.manage', { visibility: 'open', territories: [], clusters: [], organisations: [] });

  const judged = all.map((claims) => {
    const candidates = indicators.get(claims.indicator) ?? [];
    const indicator = candidates.length === 1 ? (candidates[0] ?? null) : null;
    const subject = subjects.get(subjectKey(claims.subject)) ?? { refusal: 'subjectUnknown' as const };
    const refusals = [...claims.refusals];
    const refuse = (reason: ObservationImportReason, field: string, params: Record<string, string | number> = {}) => refusals.push({ reason, field, params });
    if (candidates.length > 1) refuse('indicatorAmbiguous', 'indicator', { value: claims.indicator.slice(0, 60) });
    if (claims.indicator !== '' && candidates.length === 0 && !mayAdd) refuse('indicatorUnknown', 'indicator', { value: claims.indicator.slice(0, 60) });
    if (indicator?.state === 'retired') refuse('indicatorRetired', 'indicator', { value: indicator.key });
    refuseSubject(context, subject, claims, refuse);
    const figures = claims.figures.map(({ period, figure }) => ({ period, figure: figure.unit === null && figure.value !== null ? { ...figure, unit: indicator?.unit ?? null } : figure }));
    for (const { figure } of figures) {
      if (indicator && !unitFitsIndicator(indicator.unit, figure.unit)) refuse('unitMisfit', 'unit', { unit: unitWord(figure.unit), own: unitWord(indicator.unit) });
    }
    for (const { period } of figures) {
      const earlier = refusals.length > 0 ? null : pass.firstRow(`${claims.indicator}\n${subjectKey(claims.subject)}\n${period}\n${claims.vintage ?? ''}`, claims.rowNumber);
      if (earlier !== null) refuse('saidTwice', 'period', { row: earlier });
    }
    return { claims, refusals, figures, indicatorId: indicator?.id ?? null, subjectId: 'id' in subject ? subject.id : null, vintageId: claims.vintage ? (vintages.get(vintageKey(pass.sourceId, claims.vintage)) ?? null) : null };
  });

  const asked = judged.flatMap((one) => (one.indicatorId && one.subjectId && one.refusals.length === 0 && (one.vintageId !== null || one.claims.vintage === null)
    ? one.figures.map(({ period, figure }) => ({ one, figure, period, indicatorId: one.indicatorId ?? '', subjectKind: one.claims.subject.kind, subjectId: one.subjectId ?? '', vintageId: one.vintageId })) : []));
  const standing = await findStandingValues(context.db, asked.map(({ one: _, figure: _f, ...rest }) => rest));
  const found = new Map<Figure, Standing[]>();
  asked.forEach(({ figure }, at) => found.set(figure, standing.get(at) ?? []));
  const known = await standingGrowth(context.db, judged.map(({ claims: { subject, growth }, indicatorId, subjectId, vintageId }) => ({ indicatorId, subjectKind: subject.kind, subjectId, period: growth?.period ?? null, value: growth?.value ?? null, sourceId: pass.sourceId, vintageId })));
  return judged.map((one, at) => conclude({ ...one, growth: known.has(at) ? null : one.claims.growth }, found, pass.sourceId));
}

function refuseSubject(context: Context, subject: ResolvedSubject, { subject: said }: Claims, refuse: (reason: ObservationImportReason, field: string, params?: Record<string, string | number>) => void): void {
  if (said.code === '' && said.name === '') return;
  if ('refusal' in subject) refuse(subject.refusal, 'subject', { value: (said.code || said.name).slice(0, 60) });
  else if (!context.allows('observation.write', subject.facts)) refuse('outsideMandate', 'subject');
}

const same = (one: Standing, figure: Figure) => one.operator === figure.operator && one.value === figure.value && one.missing === figure.missing && (one.unit === figure.unit || figure.value === null);

function conclude(one: { claims: Claims; refusals: RowReason[]; figures: JudgedClaims['fresh']; indicatorId: string | null; subjectId: string | null; growth: GrowthClaim | null }, found: ReadonlyMap<Figure, Standing[]>, sourceId: string | null): JudgedClaims {
  const { claims, refusals, figures, indicatorId, subjectId, growth } = one;
  const verdict = (state: RowVerdict['state'], group: string, reasons: RowReason[]): RowVerdict => ({ rowNumber: claims.rowNumber, state, group, reasons });
  if (refusals.length > 0) return { claims, indicatorId, subjectId, fresh: [], growth: null, verdict: verdict('rejected', 'rejected', refusals) };
  if (figures.length === 0 && claims.growth === null) return { claims, indicatorId, subjectId, fresh: [], growth: null, verdict: verdict('notTarget', 'empty', []) };
  const fresh = figures.filter(({ figure }) => !(found.get(figure) ?? []).some((held) => held.sourceId === sourceId && same(held, figure)));
  const beside = fresh.flatMap(({ figure }) => (found.get(figure) ?? []).filter((held) => !same(held, figure)));
  if (fresh.length === 0 && growth === null) return { claims, indicatorId, subjectId, fresh, growth, verdict: verdict('ready', 'known', []) };
  const remarks: RowReason[] = beside.slice(0, 1).map((held) => ({ reason: 'standsBeside' satisfies ObservationImportReason, field: 'value', params: { value: held.value ?? held.missing ?? '' } }));
  return { claims, indicatorId, subjectId, fresh, growth, verdict: verdict(remarks.length > 0 ? 'warning' : 'ready', indicatorId === null ? 'freshIndicator' : 'fresh', remarks) };
}

const unitWord = (code: string | null): string => (code === null ? '' : (unitOf(code)?.en || unitOf(code)?.zh || code));
