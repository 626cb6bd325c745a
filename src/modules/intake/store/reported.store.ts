import { sql } from 'kysely';
import type { SpaceDb } from '#platform/module/module.ts';

export interface AcceptedReport {
  partyId: string;
  submissionId: string;
  campaignId: string;
  formId: string;
  period: string;
  number: number;
}

/** Newest versions of an organisation's reports that the last level accepted, the newest period first. */
export async function acceptedReports(db: SpaceDb, asked: { organisationId: string; formId?: string; period?: string }): Promise<AcceptedReport[]> {
  const { rows } = await sql<AcceptedReport>`
    select party.id as "partyId", s.id as "submissionId", campaign.id as "campaignId", campaign.form_id as "formId", campaign.period, party.number
    from party join campaign on campaign.space_id = party.space_id and campaign.id = party.campaign_id join submission s on s.space_id = party.space_id and s.party_id = party.id and s.number = party.number
    where party.organisation_id = ${asked.organisationId}::uuid and party.kind = 'organisation' and party.state = 'accepted'
      and (${asked.formId ?? null}::uuid is null or campaign.form_id = ${asked.formId ?? null}::uuid) and (${asked.period ?? null}::text is null or campaign.period = ${asked.period ?? null})
    order by campaign.period desc, party.id`.execute(db);
  return rows;
}
