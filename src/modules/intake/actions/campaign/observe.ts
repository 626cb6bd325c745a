import { multiply } from '#kernel/quantity/decimal.ts';
import { findIndicators, releaseObservations, writeObservations, type NewObservation } from '#modules/indicator/index.ts';
import type { Context } from '#platform/module/module.ts';
import { releasesOf, valuesOf } from '../../store/submission.store.ts';
import type { LegalBasis } from '../../words/form.schema.ts';
import type { Release } from '../../words/party.schema.ts';
import { isReleased } from '../../words/statistical-gate.rules.ts';
import { releasePurposes } from '../../words/party.schema.ts';
import type { Opened } from './party-view.ts';
import { today } from './today.ts';

const basisOf: Readonly<Record<LegalBasis, NewObservation['basis']>> = { statisticalSurvey: 'statisticalSurvey', administrativeFiling: 'administrative', voluntaryService: 'voluntary' };

const releasedFor = (releases: readonly Release[], field: string, day: string): string[] => releasePurposes.filter((purpose) => isReleased(releases, field, purpose, day));

type Observed = Pick<NewObservation, 'subjectKind' | 'subjectId'>;
function subjectOf({ kind, organisationId, clusterId, territoryId }: Opened['party']): Observed | null {
  if (kind === 'organisation') return organisationId ? { subjectKind: 'organisation', subjectId: organisationId } : null;
  if (kind === 'territory') return territoryId ? { subjectKind: 'territory', subjectId: territoryId } : null;
  return clusterId ? { subjectKind: 'cluster', subjectId: clusterId } : null;
}

/** What the last level accepted becomes observations of the form's indicators. What is withheld stays in the report. */
export async function observeReport(context: Context, { party, campaign, edition }: Opened, submissionId: string, number: number): Promise<number> {
  const subject = subjectOf(party);
  const fields = edition.fields.filter(({ source, type }) => source.kind === 'indicator' && type === 'number');
  if (!subject || fields.length === 0) return 0;
  const keys = fields.flatMap(({ source }) => (source.kind === 'indicator' ? [source.indicatorKey] : []));
  const known = new Map((await findIndicators(context.db, { keys })).map(({ key, id }) => [key, id]));
  const [values, releases, day] = [await valuesOf(context.db, submissionId), await releasesOf(context.db, party.id), await today(context)];
  const observations = fields.flatMap((field): NewObservation[] => {
    const value = values.find((each) => each.field === field.key);
    const indicatorId = field.source.kind === 'indicator' ? (known.get(field.source.indicatorKey) ?? null) : null;
    if (!value || value.isWithheld || indicatorId === null || value.operator === null) return [];
    return [{
      indicatorId, ...subject, period: campaign.period, operator: value.operator as NonNullable<NewObservation['operator']>, value: value.value === null ? null : multiply(value.value, field.scale), valueText: value.text, unit: field.unit,
      scopeNote: value.explanation, basis: basisOf[value.basis], releasedFor: releasedFor(releases, field.key, day), sample: campaign.sample, origin: { kind: 'submission', id: party.id, row: number },
    }];
  });
  return (await writeObservations(context, observations)).written;
}

/** A release or its end reaches what was observed already. */
export async function releaseObserved(context: Context, { party, edition }: Opened): Promise<void> {
  const subject = subjectOf(party);
  if (!subject) return;
  const [releases, day] = [await releasesOf(context.db, party.id), await today(context)];
  // Observations know purposes, not fields: only what is released for every field of the form goes through.
  const purposes = releasePurposes.filter((purpose) => edition.fields.every(({ key }) => isReleased(releases, key, purpose, day)));
  await releaseObservations(context, { ...subject, originId: party.id }, purposes);
}
