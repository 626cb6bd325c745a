import { findIndicators, shownObservations } from '#modules/indicator/index.ts';
import { findSources } from '#modules/registry/index.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { insertEntry, listEntries } from '../../store/diagnosis.store.ts';
import { isSampleCluster } from '../../store/stage.store.ts';
import { isSheet, type DiagnosisEntry, type DiagnosisHeading, type DiagnosisInput, type Evidence } from '../../words/diagnosis.schema.ts';
import type * as routes from '../../words/stage.contract.ts';
import { rightsOn, seesRows } from './read-verdict.ts';

export const get: Action<typeof routes.getDiagnosis> = async (context, { params }) => ok({ items: await readEntries(context, params.clusterId, null), mayWrite: (await rightsOn(context, params.clusterId))('diagnosis.write') });

export const history: Action<typeof routes.getDiagnosisHistory> = async (context, { params }) => ok({ items: await readEntries(context, params.clusterId, params.heading) });

/** A writing adds a version and changes none; figures stand as they were read on that day. */
export const write: Action<typeof routes.writeDiagnosis> = async (context, { params, body }) => {
  if (isSheet(params.heading) && body.judgement !== null) return fail('judgementOdd');
  if (!isSheet(params.heading) && body.judgement === null) return fail('judgementMissing');
  const evidence = await readEvidence(context, params.clusterId, body);
  if (!evidence) return fail('indicatorUnknown');
  const done = await insertEntry(context, params.clusterId, params.heading, body, evidence, await isSampleCluster(context, params.clusterId));
  if (!done) return fail('changedMeanwhile');
  context.audit({ event: 'diagnosis.written', subject: { kind: 'cluster', id: params.clusterId }, changes: { heading: [null, params.heading], number: [body.after, body.after + 1] } });
  const [newest] = await readEntries(context, params.clusterId, params.heading);
  return newest ? ok(newest) : fail('notFound');
};

/** Whoever may not see every row behind a figure gets the words without it. */
async function readEntries(context: Context, clusterId: string, heading: DiagnosisHeading | null): Promise<DiagnosisEntry[]> {
  const entries = await listEntries(context, clusterId, heading);
  if (!entries.some(({ evidence }) => evidence.some(({ restricted }) => restricted)) || (await seesRows(context, clusterId))) return entries;
  return entries.map((entry) => ({ ...entry, evidence: entry.evidence.map((one) => (one.restricted ? { ...one, value: null, unit: null, period: null, source: null, series: [], benchmark: null, withheld: true } : one)) }));
}

/** Null when an indicator is not there, or not for everybody who reads the words. */
export async function readEvidence(context: Context, clusterId: string, { evidence }: Pick<DiagnosisInput, 'evidence'>): Promise<Evidence[] | null> {
  const ids = evidence.map(({ indicatorId }) => indicatorId);
  const indicators = new Map((await findIndicators(context.db, { ids })).map((row) => [row.id, row]));
  const shown = await shownObservations(context.db, { indicatorIds: ids, subjectKind: 'cluster', subjectIds: [clusterId], use: 'rules' });
  const sources = await findSources(context, shown.flatMap(({ sourceId }) => (sourceId === null ? [] : [sourceId])));
  const found: Evidence[] = [];
  for (const { indicatorId, benchmark } of evidence) {
    const indicator = indicators.get(indicatorId);
    if (indicator?.visibility !== 'open') return null;
    const rows = shown.filter((row) => row.indicatorId === indicatorId);
    const last = rows.at(-1);
    found.push({
      indicatorId, name: indicator.name, value: last?.value ?? null, unit: last?.unit ?? indicator.unit, period: last?.period ?? null, source: last?.sourceId ? (sources.get(last.sourceId)?.title ?? null) : null, sample: rows.some(({ sample }) => sample),
      series: rows.filter((row) => row.period.length === last?.period.length && row.unit === last.unit).slice(-12).map(({ period, value }) => ({ period, value })), benchmark,
      restricted: rows.some(({ visibility, basis }) => visibility === 'internal' || basis === 'statisticalSurvey'), withheld: false,
    });
  }
  return found;
}
