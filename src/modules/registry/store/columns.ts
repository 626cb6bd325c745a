import { sql, type RawBuilder } from 'kysely';
import { isoTime } from '#platform/db/row-sql.ts';

/** What every editable record shows; aliased to the API's names. */
export function recordColumns(alias: string): RawBuilder<unknown> {
  const at = (name: string) => `${alias}.${name}`;
  return sql`${sql.ref(at('id'))} as id, ${sql.ref(at('version'))} as version, ${sql.ref(at('visibility'))} as visibility, ${sql.ref(at('sample'))} as sample,
    ${isoTime(at('created_at'))} as "createdAt", ${isoTime(at('updated_at'))} as "updatedAt", ${isoTime(at('archived_at'))} as "archivedAt"`;
}
