import { sql, type RawBuilder } from 'kysely';
import { allOf } from '#platform/db/row-sql.ts';
import type { Context } from '#platform/module/module.ts';
import type { BoardRow } from '../words/campaign.schema.ts';
import { partiesIn } from './campaign-columns.ts';
import { countsSql } from './campaign.store.ts';

/** Parties of a campaign that the reader may see, each with its newest submission. */
const seen = (context: Context, campaignId: string): RawBuilder<boolean> => allOf([sql<boolean>`party.campaign_id = ${campaignId}::uuid`, partiesIn(context.scope('campaign.read'))]);

const below: Readonly<Record<string, string>> = { country: 'province', province: 'city', city: 'county' };

/** The rank below whoever asks: a city sees its counties. */
export async function rankBelow(context: Context, territoryId: string | null): Promise<string> {
  const { rows } = await sql<{ level: string }>`select level from territory where id = ${territoryId}`.execute(context.db);
  return below[rows[0]?.level ?? 'country'] ?? 'county';
}

/** One line a place, the fullest first; whoever lies in no place of the rank stands in the last line. */
export async function boardRows(context: Context, campaignId: string, rank: string, territoryId: string | undefined): Promise<BoardRow[]> {
  const place = rank === 'cluster'
    ? sql`left join lateral (select cluster.id::text as id, cluster.name from cluster where cluster.space_id = party.space_id and cluster.id = party.cluster_id) place on true`
    : sql`left join lateral (select territory.id, territory.name from territory where territory.id = any (party.territories) and territory.level = ${rank} limit 1) place on true`;
  const { rows } = await sql<BoardRow>`select coalesce(place.id, 'none') as id, place.name, ${rank}::text as rank, ${countsSql(context.now)}
    from party join campaign on campaign.space_id = party.space_id and campaign.id = party.campaign_id ${place}
    where ${seen(context, campaignId)} and ${territoryId ? sql`party.territories @> array[${territoryId}]::text[]` : sql`true`}
    group by place.id, place.name order by place.id is null, count(party.id) desc, place.id`.execute(context.db);
  return rows;
}

export interface NumberTotals {
  field: string;
  counted: number;
  withheld: number;
  inexact: number;
  sum: string | null;
  mean: string | null;
  median: string | null;
}

const newestValues = sql`party join submission s on s.space_id = party.space_id and s.party_id = party.id and s.number = party.number join submission_value v on v.space_id = s.space_id and v.submission_id = s.id`;

/** Exact numbers added up; what is withheld or only about right is counted beside, never as zero. */
export async function numberTotals(context: Context, campaignId: string, only: RawBuilder<boolean> = sql<boolean>`party.state in ('submitted', 'accepted')`): Promise<NumberTotals[]> {
  const exact = sql`v.operator = '=' and not v.is_withheld`;
  const { rows } = await sql<NumberTotals>`select v.field_key as field, count(*) filter (where ${exact})::int as counted, count(*) filter (where v.is_withheld)::int as withheld, count(*) filter (where v.operator is distinct from '=' and not v.is_withheld)::int as inexact,
      trim_scale(sum(v.value) filter (where ${exact}))::text as sum, trim_scale(round(avg(v.value) filter (where ${exact}), 2))::text as mean, (percentile_cont(0.5) within group (order by v.value) filter (where ${exact}))::text as median
    from ${newestValues} where ${seen(context, campaignId)} and ${only} group by v.field_key`.execute(context.db);
  return rows;
}

/** How often each answer was given; several choices count one by one. */
export async function answerCounts(context: Context, campaignId: string): Promise<{ field: string; answer: string; count: number }[]> {
  const { rows } = await sql<{ field: string; answer: string; count: number }>`select v.field_key as field, trim(answer) as answer, count(*)::int as count from ${newestValues} cross join lateral unnest(string_to_array(v.text, E'\n')) answer
    where ${seen(context, campaignId)} and party.state in ('submitted', 'accepted') and not v.is_withheld and trim(answer) <> '' and char_length(answer) <= 60 group by 1, 2`.execute(context.db);
  return rows;
}

/** How many answered at all, by field. */
export async function answeredCounts(context: Context, campaignId: string): Promise<{ field: string; answered: number; withheld: number }[]> {
  const { rows } = await sql<{ field: string; answered: number; withheld: number }>`select v.field_key as field, count(*) filter (where not v.is_withheld)::int as answered, count(*) filter (where v.is_withheld)::int as withheld
    from ${newestValues} where ${seen(context, campaignId)} and party.state in ('submitted', 'accepted') group by 1`.execute(context.db);
  return rows;
}
