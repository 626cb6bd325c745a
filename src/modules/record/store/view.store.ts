import { sql } from 'kysely';
import type { SpaceDb } from '#platform/module/module.ts';

export interface ViewRow {
  id: string;
  version: number;
  ownerId: string;
  page: string;
  query: string;
  name: string;
  shared: boolean;
  isDefault: boolean;
  isPinned: boolean;
}

const rowsFor = (personId: string | null) => sql`
  select v.id, v.version, v.owner_id as "ownerId", v.page, v.query, v.name, v.shared, coalesce(c.is_default, false) as "isDefault", coalesce(c.is_pinned, false) as "isPinned"
  from saved_view v left join saved_view_choice c on c.space_id = v.space_id and c.view_id = v.id and c.person_id = ${personId}::uuid
  where (v.owner_id = ${personId}::uuid or v.shared)`;

/** Own views and those shared with the space. */
export async function viewsFor(db: SpaceDb, personId: string | null, filter: { page?: string | undefined; pinned?: boolean }): Promise<ViewRow[]> {
  const { rows } = await sql<ViewRow>`
    ${rowsFor(personId)} and (${filter.page ?? null}::text is null or v.page = ${filter.page ?? null}) and (not ${filter.pinned ?? false} or c.is_pinned)
    order by v.page, (v.owner_id = ${personId}::uuid) desc, v.name, v.id limit 200`.execute(db);
  return rows;
}

export async function findView(db: SpaceDb, personId: string | null, id: string): Promise<ViewRow | null> {
  const { rows } = await sql<ViewRow>`${rowsFor(personId)} and v.id = ${id}::uuid`.execute(db);
  return rows[0] ?? null;
}

export async function isViewNameTaken(db: SpaceDb, ownerId: string, page: string, name: string, exceptId: string | null): Promise<boolean> {
  const { rows } = await sql`select 1 from saved_view where owner_id = ${ownerId}::uuid and page = ${page} and name = ${name} and id is distinct from ${exceptId}::uuid`.execute(db);
  return rows.length > 0;
}

export async function countViews(db: SpaceDb, ownerId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from saved_view where owner_id = ${ownerId}::uuid`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function insertView(db: SpaceDb, view: Pick<ViewRow, 'id' | 'ownerId' | 'page' | 'query' | 'name' | 'shared'>, now: Date): Promise<void> {
  await sql`
    insert into saved_view (space_id, id, owner_id, page, query, name, shared, created_at, updated_at)
    values (current_space(), ${view.id}::uuid, ${view.ownerId}::uuid, ${view.page}, ${view.query}, ${view.name}, ${view.shared}, ${now}, ${now})`.execute(db);
}

export async function updateViewRow(db: SpaceDb, id: string, version: number | null, view: Pick<ViewRow, 'query' | 'name' | 'shared'>, now: Date): Promise<boolean> {
  const { rows } = await sql`update saved_view set query = ${view.query}, name = ${view.name}, shared = ${view.shared}, version = version + 1, updated_at = ${now} where id = ${id}::uuid and version = ${version} returning id`.execute(db);
  // Nobody keeps a default that only its owner can still see.
  if (!view.shared) await sql`delete from saved_view_choice c using saved_view v where v.space_id = c.space_id and v.id = c.view_id and v.id = ${id}::uuid and c.person_id <> v.owner_id`.execute(db);
  return rows.length === 1;
}

export async function deleteView(db: SpaceDb, id: string): Promise<void> {
  await sql`delete from saved_view where id = ${id}::uuid`.execute(db);
}

/** One default a page: choosing another takes it from the one before. */
export async function writeChoice(db: SpaceDb, personId: string, view: Pick<ViewRow, 'id' | 'page'>, choice: { isDefault: boolean; isPinned: boolean }): Promise<void> {
  if (choice.isDefault) await sql`update saved_view_choice set is_default = false where person_id = ${personId}::uuid and page = ${view.page}`.execute(db);
  await sql`
    insert into saved_view_choice (space_id, person_id, view_id, page, is_default, is_pinned) values (current_space(), ${personId}::uuid, ${view.id}::uuid, ${view.page}, ${choice.isDefault}, ${choice.isPinned})
    on conflict (space_id, person_id, view_id) do update set is_default = excluded.is_default, is_pinned = excluded.is_pinned`.execute(db);
}

export async function viewsHeld(db: SpaceDb, personIds: readonly string[] | null): Promise<{ id: string; ownerId: string; name: string; page: string; query: string; shared: boolean }[]> {
  const { rows } = await sql<{ id: string; ownerId: string; name: string; page: string; query: string; shared: boolean }>`
    select id, owner_id as "ownerId", name, page, query, shared from saved_view where ${personIds}::uuid[] is null or owner_id = any (${personIds}::uuid[]) order by page, name`.execute(db);
  return rows;
}

/** A name that the successor uses already gets a number. */
export async function giveView(db: SpaceDb, id: string, toPersonId: string, now: Date): Promise<void> {
  await sql`
    update saved_view v set owner_id = ${toPersonId}::uuid, updated_at = ${now}, version = version + 1,
      name = case when exists (select 1 from saved_view o where o.owner_id = ${toPersonId}::uuid and o.page = v.page and o.name = v.name and o.id <> v.id) then left(v.name, 66) || ' (' || left(v.id::text, 8) || ')' else v.name end
    where id = ${id}::uuid`.execute(db);
}
