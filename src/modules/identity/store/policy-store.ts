import { sql } from 'kysely';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import { heldMandate } from './held-mandate.ts';
import type { GrantedRole } from '../identity.schema.ts';
import { defaultRules } from '../words/security.rules.ts';
import type { SecurityPolicy } from '../words/security.schema.ts';

interface PolicyRow {
  version: number;
  factor_roles: GrantedRole[];
  idle_minutes: number;
  absolute_hours: number;
  lock_after: number;
  updated_at: string;
  updated_by_name: Name | null;
}

type Rules = Pick<SecurityPolicy, 'factorRoles' | 'idleMinutes' | 'absoluteHours' | 'lockAfter'>;

/** A space that never changed its rules has version 1 of the defaults. */
export async function getPolicyRow(db: SpaceDb, spaceId: string): Promise<SecurityPolicy> {
  const { rows } = await sql<PolicyRow>`
    select r.version, r.factor_roles, r.idle_minutes, r.absolute_hours, r.lock_after, r.updated_at, p.name as updated_by_name
    from security_policy r left join person p on p.space_id = r.space_id and p.id = r.updated_by where r.space_id = ${spaceId}`.execute(db);
  const row = rows[0];
  if (!row) return { version: 1, ...defaultRules, factorRoles: [], updatedAt: null, updatedBy: null };
  return { version: row.version, factorRoles: row.factor_roles, idleMinutes: row.idle_minutes, absoluteHours: row.absolute_hours, lockAfter: row.lock_after, updatedAt: row.updated_at, updatedBy: row.updated_by_name };
}

/** False when the version read is no longer the current one. */
export async function keepPolicy(db: SpaceDb, spaceId: string, version: number, rules: Rules, by: string | null, now: Date): Promise<boolean> {
  await sql`
    insert into security_policy (space_id, idle_minutes, absolute_hours, lock_after, updated_at)
    values (${spaceId}, ${defaultRules.idleMinutes}, ${defaultRules.absoluteHours}, ${defaultRules.lockAfter}, ${now}) on conflict (space_id) do nothing`.execute(db);
  const { rows } = await sql`
    update security_policy set version = version + 1, factor_roles = ${rules.factorRoles}::text[], idle_minutes = ${rules.idleMinutes}, absolute_hours = ${rules.absoluteHours},
      lock_after = ${rules.lockAfter}, updated_at = ${now}, updated_by = ${by} where space_id = ${spaceId} and version = ${version} returning version`.execute(db);
  return rows.length === 1;
}

/** People with an account and a mandate in force, by role; and how many of them have a second factor. */
export async function countFactors(db: SpaceDb, spaceId: string, now: Date): Promise<{ role: GrantedRole; people: number; enrolled: number }[]> {
  const { rows } = await sql<{ role: GrantedRole; people: string; enrolled: string }>`
    select m.role, count(distinct p.id) as people, count(distinct p.id) filter (where f.confirmed_at is not null) as enrolled
    from ${heldMandate} m join person p on p.space_id = m.space_id and p.id = m.person_id and p.account_id is not null and p.archived_at is null
      left join second_factor f on f.account_id = p.account_id
    where m.space_id = ${spaceId} and m.valid_from <= ${now} and (m.valid_until is null or m.valid_until > ${now}) group by m.role`.execute(db);
  return rows.map((row) => ({ role: row.role, people: Number(row.people), enrolled: Number(row.enrolled) }));
}
