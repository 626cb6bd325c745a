import { sql, type RawBuilder } from 'kysely';
import type { Ref } from '../words/record.schema.ts';

/** Instants leave the database as ISO text, whatever the driver would make of them. */
export function isoTime(name: string): RawBuilder<string> {
  return sql<string>`to_char(${sql.ref(name)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

export function isoDate(name: string): RawBuilder<string | null> {
  return sql<string | null>`to_char(${sql.ref(name)}, 'YYYY-MM-DD')`;
}

export function asJson(value: unknown): RawBuilder<unknown> {
  return sql`${value === null ? null : JSON.stringify(value)}::jsonb`;
}

/** `{ id, name }` of the row that a left join found, or null. */
export function refOf(alias: string): RawBuilder<Ref | null> {
  return sql<Ref | null>`case when ${sql.ref(`${alias}.id`)} is null then null else jsonb_build_object('id', ${sql.ref(`${alias}.id`)}, 'name', ${sql.ref(`${alias}.name`)}) end`;
}

/** What every editable record shows; aliased to the API's names. */
export function recordColumns(alias: string): RawBuilder<unknown> {
  const at = (name: string) => `${alias}.${name}`;
  return sql`${sql.ref(at('id'))} as id, ${sql.ref(at('version'))} as version, ${sql.ref(at('visibility'))} as visibility, ${sql.ref(at('sample'))} as sample,
    ${isoTime(at('created_at'))} as "createdAt", ${isoTime(at('updated_at'))} as "updatedAt", ${isoTime(at('archived_at'))} as "archivedAt"`;
}
