import { sql } from 'kysely';
import { listContacts } from '#modules/identity/index.ts';
import type { Context } from '#platform/module/module.ts';
import type { Statement } from '../words/statement.schema.ts';

export async function representativesOf(context: Context, organisationId: string): Promise<string[]> {
  const everybody = await listContacts(context.db, context.now, null);
  const standsFor = everybody.filter(({ mandates }) => mandates.some((mandate) => mandate.scopeKind === 'organisation' && mandate.scopeId === organisationId));
  return standsFor.map(({ personId }) => personId);
}

/** Who entered the statements that compete with this one, and this one itself. */
export async function peopleBehindStatement(context: Context, statement: Pick<Statement, 'id'>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct other.entered_by as id from statement chosen join statement other on other.space_id = chosen.space_id and other.subject_kind = chosen.subject_kind and other.subject_id = chosen.subject_id
      and other.attribute_key = chosen.attribute_key and other.period is not distinct from chosen.period and other.entered_by is not null
    where chosen.id = ${statement.id}::uuid`.execute(context.db);
  return rows.map(({ id }) => id);
}
