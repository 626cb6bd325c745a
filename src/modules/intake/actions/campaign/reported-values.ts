import type { Context } from '#platform/module/module.ts';
import type { ReportedValue } from '../../words/party.schema.ts';
import type { UsePurpose } from '../../words/statistical-gate.rules.ts';
import { acceptedReports } from '../../store/reported.store.ts';
import { noteUse, releasesOf, valuesOf } from '../../store/submission.store.ts';
import { throughGate } from './party-reader.ts';
import { today } from './today.ts';

export interface ReportedFact extends ReportedValue {
  partyId: string;
  campaignId: string;
  formId: string;
  period: string;
  /** Version of the report. */
  number: number;
}

export interface FactsAsked {
  organisationId: string;
  /** What they are wanted for. Every reader has to say it; `own` and `reporting` are for the room's own screens. */
  purpose: Exclude<UsePurpose, 'own' | 'reporting'>;
  formId?: string;
  period?: string;
}

/**
 * What an organisation reported and a level accepted, for rooms below: rules, policy fit, grading, review. A value that
 * is closed says why instead of its number, so that a verdict can name the basis. Every use is noted for the organisation.
 */
export async function readReportedValues(context: Context, asked: FactsAsked): Promise<ReportedFact[]> {
  const reports = await acceptedReports(context.db, asked);
  const day = await today(context);
  const facts: ReportedFact[] = [];
  for (const { submissionId, ...report } of reports) {
    const releases = await releasesOf(context.db, report.partyId);
    const values = (await valuesOf(context.db, submissionId)).map((value) => ({ ...throughGate(value, asked.purpose, releases, day), ...report }));
    if (values.some(({ closed }) => closed === null)) await noteUse(context, report.partyId, asked.purpose, null, day);
    facts.push(...values);
  }
  return facts;
}
