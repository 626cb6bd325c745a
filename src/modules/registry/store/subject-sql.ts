import { sql, type RawBuilder } from 'kysely';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context } from '#platform/module/module.ts';
import type { SubjectKind } from '../words/record.schema.ts';
import { clustersIn, organisationsIn, placesIn, recordsIn } from './scope-columns.ts';

const pair = (alias: string) => sql`jsonb_build_object('id', ${sql.ref(`${alias}.id`)}, 'name', ${sql.ref(`${alias}.name`)})`;

/** `{ id, name }` of a record of any kind, or null when it is unknown or not for this reader. */
export function visibleSubject(context: Context, kind: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case ${kind}
    when 'organisation' then (select ${pair('s')} from organisation s where s.id::text = ${id} and ${organisationsIn(context.scope('organisation.read'), 's')})
    when 'cluster' then (select ${pair('s')} from cluster s where s.id::text = ${id} and ${clustersIn(context.scope('cluster.read'), 's')})
    when 'place' then (select ${pair('s')} from place s where s.id::text = ${id} and ${placesIn(context.scope('place.read'), 's')})
    when 'programme' then (select ${pair('programme')} from programme where programme.id::text = ${id} and ${recordsIn(context.scope('programme.read'), 'programme')})
    when 'territory' then (select ${pair('s')} from territory s where s.id = ${id})
    end`;
}

/** The record's name as this reader may see it, for the audit. */
export async function nameOfSubject(context: Context, kind: SubjectKind, id: string): Promise<Name | undefined> {
  const { rows } = await sql<{ found: { name: Name } | null }>`select ${visibleSubject(context, sql`${kind}::text`, sql`${id}::text`)} as found`.execute(context.db);
  return rows[0]?.found?.name;
}
