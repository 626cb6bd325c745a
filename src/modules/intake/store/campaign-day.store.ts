import { sql } from 'kysely';
import { isoTime } from '#platform/db/row-sql.ts';
import type { SpaceDb } from '#platform/module/module.ts';

export async function openCampaignIds(db: SpaceDb): Promise<string[]> {
  return (await sql<{ id: string }>`select id from campaign where state = 'open' order by id`.execute(db)).rows.map(({ id }) => id);
}

/** How many reports an organisation, cluster or territory still owes, with the nearest due date. */
export async function owing(db: SpaceDb, own: { organisations: readonly string[]; clusters: readonly string[]; territories: readonly string[] }): Promise<{ partyId: string; name: { zh?: string; en?: string }; party: { zh?: string; en?: string }; dueAt: string | null; state: string }[]> {
  const { rows } = await sql<{ partyId: string; name: { zh?: string; en?: string }; party: { zh?: string; en?: string }; dueAt: string | null; state: string }>`
    select party.id as "partyId", campaign.name, party.name as party, party.state, ${isoTime(sql`coalesce(party.due_at, campaign.due_at)`)} as "dueAt"
    from party join campaign on campaign.space_id = party.space_id and campaign.id = party.campaign_id
    where campaign.state = 'open' and party.state in ('waiting', 'draft', 'returned') and (party.organisation_id::text = any (${own.organisations}::text[])
      or (party.kind = 'clusterOrganisation' and party.cluster_id::text = any (${own.clusters}::text[])) or (party.kind = 'territory' and party.territory_id = any (${own.territories}::text[])))
    order by coalesce(party.due_at, campaign.due_at), party.id limit 20`.execute(db);
  return rows;
}
