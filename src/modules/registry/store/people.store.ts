import { sql } from 'kysely';
import { listContacts } from '#modules/identity/index.ts';
import type { Context } from '#platform/module/module.ts';
import type { Statement } from '../words/statement.schema.ts';

export async function representativesOf(context: Context, organisationId: string): Promise<string[]> {
  return (await representativesOfMany(context, [organisationId])).get(organisationId) ?? [];
}

export async function representativesOfMany(context: Context, organisationIds: readonly string[]): Promise<Map<string, string[]>> {
  const asked = new Set(organisationIds);
  const people = new Map<string, string[]>();
  for (const { personId, mandates } of asked.size === 0 ? [] : await listContacts(context.db, context.now, null)) {
    const standsFor = new Set(mandates.flatMap(({ scopeKind, scopeId }) => (scopeKind === 'organisation' && scopeId !== null && asked.has(scopeId) ? [scopeId] : [])));
    for (const id of standsFor) people.set(id, [...(people.get(id) ?? []), personId]);
  }
  return people;
}

/** Who entered the statements that compete with this one, and this one itself. */
export async function peopleBehindStatement(context: Context, statement: Pick<Statement, 'id'>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct other.entered_by as id from statement chosen join statement other on other.space_id = chosen.space_id and other.subject_kind = chosen.subject_kind and other.subject_id = chosen.subject_id
      and other.attribute_key = chosen.attribute_key and other.period is not distinct from chosen.period and other.entered_by is not null
    where chosen.id = ${statement.id}::uuid`.execute(context.db);
  return rows.map(({ id }) => id);
}
