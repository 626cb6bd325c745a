import { sql, type RawBuilder } from 'kysely';
import type { Name } from '#platform/i18n/name.schema.ts';

const text = (value: string | RawBuilder<unknown>): RawBuilder<unknown> => (typeof value === 'string' ? sql.ref(value) : value);

/** Instants leave the database as ISO text, whatever the driver would make of them. A column, or what is computed from some. */
export const isoTime = (value: string | RawBuilder<unknown>): RawBuilder<string> => sql<string>`to_char(${text(value)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export const isoDay = (value: string | RawBuilder<unknown>): RawBuilder<string> => sql<string>`to_char(${text(value)}, 'YYYY-MM-DD')`;

export const asJson = (value: unknown): RawBuilder<unknown> => sql`${value === null ? null : JSON.stringify(value)}::jsonb`;

/** `{ id, name }` of the row that a left join found, or null. */
export const refOf = (alias: string): RawBuilder<{ id: string; name: Name } | null> =>
  sql`case when ${sql.ref(`${alias}.id`)} is null then null else jsonb_build_object('id', ${sql.ref(`${alias}.id`)}, 'name', ${sql.ref(`${alias}.name`)}) end`;

export const allOf = (conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> => (conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`);

/** The pattern of `like` that finds a text anywhere, whatever signs it holds. */
export const anywhere = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Those that a column of UUIDs can be asked for. */
export const validIds = (ids: readonly string[]): string[] => ids.filter((id) => uuid.test(id));
