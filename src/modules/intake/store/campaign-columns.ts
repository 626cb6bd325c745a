import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '#platform/auth/permission.rules.ts';
import { scopeSql } from '#platform/auth/scope-sql.ts';

/** Rows (alias) that a scope reaches by the columns `territories` and `clusters`. */
export function heldIn(scope: Scope, alias: string): RawBuilder<boolean> {
  return scopeSql(scope, { territories: sql.ref(`${alias}.territories`), clusters: (ids) => sql<boolean>`${sql.ref(`${alias}.clusters`)} && ${ids}::text[]` });
}

/**
 * Places whose officers may see a party (alias): the holders of its levels and of its campaign with all above them, and
 * a territory that reports itself. Lying in a place gives that place no right to what is reported past it.
 */
export const placesOfParty = (alias: string): RawBuilder<unknown> => sql`array(select unnest(held.ancestors) from territory held where held.id = any (${sql.ref(`${alias}.holders`)})
  or held.id = (select asked.territory_id from campaign asked where asked.space_id = ${sql.ref(`${alias}.space_id`)} and asked.id = ${sql.ref(`${alias}.campaign_id`)}) or (${sql.ref(`${alias}.kind`)} = 'territory' and held.id = ${sql.ref(`${alias}.territory_id`)}))`;

/** Parties (alias): also the organisation's own. */
export function partiesIn(scope: Scope, alias = 'party'): RawBuilder<boolean> {
  return scopeSql(scope, {
    territories: placesOfParty(alias),
    clusters: (ids) => sql<boolean>`${sql.ref(`${alias}.clusters`)} && ${ids}::text[]`,
    organisations: (ids) => sql<boolean>`${sql.ref(`${alias}.organisation_id`)} = any (${ids}::uuid[])`,
  });
}

export const nameLike = (alias: string, q: string | undefined): RawBuilder<boolean> =>
  q ? sql<boolean>`position(lower(${q}) in lower(concat_ws(' ', ${sql.ref(`${alias}.name`)} ->> 'zh', ${sql.ref(`${alias}.name`)} ->> 'en'))) > 0` : sql<boolean>`true`;
