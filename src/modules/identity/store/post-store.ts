import { sql } from 'kysely';
import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { SpaceDb, SubjectLoader } from '#platform/module/module.ts';
import { mandateState } from '../identity.rules.ts';
import type { Mandate } from '../identity.schema.ts';
import type { Post, PostHolding, PostInput } from '../words/post.schema.ts';
import { toMandate, type MandateRow } from './mandate-row.ts';

interface PostRow {
  id: string;
  version: number;
  name: Name;
  subject_kind: string | null;
  subject_id: string | null;
  superior_id: string | null;
  valid_from: string;
  valid_until: string | null;
  mandate_count: string;
}
interface HoldingRow {
  id: string;
  post_id: string;
  person_id: string;
  person_name: Name;
  valid_from: string;
  valid_until: string | null;
}

const toHolding = (row: HoldingRow, at: Date): PostHolding => {
  const period = { validFrom: row.valid_from, validUntil: row.valid_until };
  return { id: row.id, person: { id: row.person_id, name: row.person_name }, ...period, state: mandateState(period, at.toISOString()) };
};

/** Every holding of these posts, newest first. A holding that ended the instant it began was taken back and never was. */
export async function holdingsOf(db: SpaceDb, spaceId: string, postIds: readonly string[], at: Date): Promise<Map<string, PostHolding[]>> {
  const { rows } = await sql<HoldingRow>`
    select h.id, h.post_id, h.person_id, p.name as person_name, h.valid_from, h.valid_until from post_holding h join person p on p.space_id = h.space_id and p.id = h.person_id
    where h.space_id = ${spaceId} and h.post_id = any(${postIds}::uuid[]) and h.valid_until is distinct from h.valid_from order by h.valid_from desc, h.id`.execute(db);
  const byPost = new Map<string, PostHolding[]>();
  for (const row of rows) byPost.set(row.post_id, [...(byPost.get(row.post_id) ?? []), toHolding(row, at)]);
  return byPost;
}

const postLimit = 2000;

/** Posts that exist at an instant, with who holds them then; one post whenever it is named. */
export async function postsAt(db: SpaceDb, spaceId: string, at: Date, postId: string | null = null): Promise<Post[]> {
  const { rows } = await sql<PostRow>`
    select t.id, t.version, t.name, t.subject_kind, t.subject_id, t.superior_id, t.valid_from, t.valid_until,
      (select count(*) from mandate m where m.space_id = t.space_id and m.post_id = t.id and (m.valid_until is null or m.valid_until > ${at})) as mandate_count
    from post t where t.space_id = ${spaceId} and (t.id = ${postId}::uuid or (${postId}::uuid is null and t.valid_from <= ${at} and (t.valid_until is null or t.valid_until > ${at})))
    order by coalesce(t.name ->> 'zh', t.name ->> 'en'), t.id limit ${postLimit}`.execute(db);
  const holdings = await holdingsOf(db, spaceId, rows.map((row) => row.id), at);
  return rows.map((row) => {
    const held = holdings.get(row.id) ?? [];
    return {
      id: row.id, version: row.version, name: row.name, subjectKind: row.subject_kind, subjectId: row.subject_id, subjectName: null, superiorId: row.superior_id, validFrom: row.valid_from, validUntil: row.valid_until,
      holder: held.find((holding) => holding.state === 'inForce')?.person ?? null, next: held.findLast((holding) => holding.state === 'coming') ?? null, mandateCount: Number(row.mandate_count),
    };
  });
}

export async function mandatesOfPost(db: SpaceDb, spaceId: string, postId: string, now: Date): Promise<Omit<Mandate, 'personId'>[]> {
  const { rows } = await sql<MandateRow>`
    select m.id, m.post_id, null as post_name, m.role, m.powers, m.scope_kind, m.scope_id, m.organisation_id, m.valid_from, m.valid_until, m.granted_at, g.name as granter
    from mandate m left join person g on g.space_id = m.space_id and g.id = m.granted_by where m.space_id = ${spaceId} and m.post_id = ${postId} order by m.valid_from desc, m.id`.execute(db);
  return rows.map((row) => toMandate(row, now));
}

export async function addPost(db: SpaceDb, spaceId: string, post: PostInput & { id: string; now: Date }): Promise<void> {
  await sql`
    insert into post (space_id, id, name, subject_kind, subject_id, superior_id, valid_from, created_at, updated_at)
    values (${spaceId}, ${post.id}, ${JSON.stringify(post.name)}::jsonb, ${post.subjectKind}, ${post.subjectId}, ${post.superiorId}, ${post.now}, ${post.now}, ${post.now})`.execute(db);
}

export async function updatePostRow(db: SpaceDb, spaceId: string, id: string, version: number, post: PostInput & { now: Date }): Promise<boolean> {
  const { rows } = await sql`
    update post set name = ${JSON.stringify(post.name)}::jsonb, subject_kind = ${post.subjectKind}, subject_id = ${post.subjectId}, superior_id = ${post.superiorId}, version = version + 1, updated_at = ${post.now}
    where space_id = ${spaceId} and id = ${id} and version = ${version} returning id`.execute(db);
  return rows.length === 1;
}

export async function closePostRow(db: SpaceDb, spaceId: string, id: string, now: Date): Promise<void> {
  await sql`update post set valid_until = ${now}, version = version + 1, updated_at = ${now} where space_id = ${spaceId} and id = ${id}`.execute(db);
}

export interface NewHolding {
  id: string;
  postId: string;
  personId: string;
  from: Date;
  until: Date | null;
  namedBy: string | null;
  now: Date;
}

/** One holder at a time: whoever holds it then stops at that instant, and coming holdings behind it are taken back. */
export async function addHolding(db: SpaceDb, spaceId: string, given: NewHolding): Promise<void> {
  await sql`
    update post_holding set valid_until = greatest(valid_from, ${given.from}), ended_by = ${given.namedBy}
    where space_id = ${spaceId} and post_id = ${given.postId} and (valid_until is null or valid_until > ${given.from}) and (${given.until}::timestamptz is null or valid_from < ${given.until})`.execute(db);
  await sql`
    insert into post_holding (space_id, id, post_id, person_id, valid_from, valid_until, named_by, named_at)
    values (${spaceId}, ${given.id}, ${given.postId}, ${given.personId}, ${given.from}, ${given.until}, ${given.namedBy}, ${given.now})`.execute(db);
}

export async function endHoldingRow(db: SpaceDb, spaceId: string, id: string, endedBy: string | null, at: Date): Promise<void> {
  await sql`update post_holding set valid_until = greatest(valid_from, least(valid_until, ${at})), ended_by = ${endedBy} where space_id = ${spaceId} and id = ${id}`.execute(db);
}

const internal: ScopeFacts = { visibility: 'internal', territories: [], clusters: [], organisations: [] };

/** Posts are read by whoever reads people: under a mandate over the whole space. */
export const postSubject: SubjectLoader = {
  byId: async (db, id) => ((await sql`select 1 from post where space_id = current_space() and id::text = ${id}`.execute(db)).rows.length === 1 ? internal : null),
  byIds: async (db, ids) => new Map((await sql<{ id: string }>`select id from post where space_id = current_space() and id::text = any(${ids}::text[])`.execute(db)).rows.map((row) => [row.id, internal])),
  fromBody: async () => internal,
  readPermission: 'post.read',
  names: async (db, ids) => new Map((await sql<{ id: string; name: Name }>`select id, name from post where space_id = current_space() and id::text = any(${ids}::text[])`.execute(db)).rows.map((row) => [row.id, row.name])),
};
