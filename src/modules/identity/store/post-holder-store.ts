import { sql } from 'kysely';
import type { SpaceDb } from '#platform/module/module.ts';

/** Who holds a post at an instant; null when it is vacant or does not exist then. */
export async function holderAt(db: SpaceDb, spaceId: string, postId: string, at: Date): Promise<string | null> {
  const { rows } = await sql<{ person_id: string }>`
    select h.person_id from post_holding h join post t on t.space_id = h.space_id and t.id = h.post_id
    where h.space_id = ${spaceId} and h.post_id::text = ${postId} and h.valid_from <= ${at} and (h.valid_until is null or h.valid_until > ${at}) and t.valid_from <= ${at} and (t.valid_until is null or t.valid_until > ${at})
    order by h.valid_from desc limit 1`.execute(db);
  return rows[0]?.person_id ?? null;
}

/** Holders of the nearest filled post above each post of this person. A vacant post passes upwards; a ring of posts ends where it began. */
export async function superiorsAt(db: SpaceDb, spaceId: string, personId: string, at: Date): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    with recursive holding as (
      select h.post_id, h.person_id from post_holding h join post t on t.space_id = h.space_id and t.id = h.post_id
      where h.space_id = ${spaceId} and h.valid_from <= ${at} and (h.valid_until is null or h.valid_until > ${at}) and t.valid_from <= ${at} and (t.valid_until is null or t.valid_until > ${at})
    ), above as (
      select p.superior_id as id, array[p.id] as seen from holding h join post p on p.space_id = ${spaceId} and p.id = h.post_id where h.person_id = ${personId} and p.superior_id is not null
      union all
      select p.superior_id, a.seen || p.id from above a join post p on p.space_id = ${spaceId} and p.id = a.id
      where p.superior_id is not null and not p.superior_id = any(a.seen) and not exists (select 1 from holding h where h.post_id = a.id and h.person_id <> ${personId})
    )
    select distinct h.person_id from above a join holding h on h.post_id = a.id where h.person_id <> ${personId}`.execute(db);
  return rows.map((row) => row.person_id);
}
