import { sql } from 'kysely';
import type { z } from 'zod';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import type { titleInputSchema } from '../words/list.schema.ts';

export type TitleRow = Omit<z.output<typeof titleInputSchema>, 'sourceId'> & { organisationId: string };

/** What these organisations hold already. */
export async function titlesHeld(db: SpaceDb, organisationIds: readonly string[]): Promise<(TitleRow & { id: string })[]> {
  const { rows } = await sql<TitleRow & { id: string }>`
    select id, organisation_id as "organisationId", key, name, issuer, level, batch, valid_from::text as "validFrom", valid_until::text as "validUntil" from title where organisation_id = any (${organisationIds}::uuid[]) order by id`.execute(db);
  return rows;
}

/** Many at once, in the order of the rows; a title of a sample organisation is a sample too. */
export async function insertTitles(context: Context, rows: readonly TitleRow[], batchId: string): Promise<(TitleRow & { id: string; organisationName: Name })[]> {
  const records = rows.map((row) => ({ ...row, id: context.newId() }));
  await sql`insert into title (space_id, id, organisation_id, sample, key, name, issuer, level, batch, valid_from, valid_until, batch_id)
    select current_space(), given.id, o.id, o.sample, given.key, given.name, given.issuer, given.level, given.batch, given."validFrom", given."validUntil", ${batchId}::uuid
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as given (id uuid, "organisationId" uuid, key text, name jsonb, issuer text, level text, batch text, "validFrom" date, "validUntil" date)
      join organisation o on o.id = given."organisationId"`.execute(context.db);
  const { rows: named } = await sql<{ id: string; name: Name }>`select id, name from organisation where id = any (${[...new Set(rows.map((row) => row.organisationId))]}::uuid[])`.execute(context.db);
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return records.map((row) => ({ ...row, organisationName: names.get(row.organisationId) ?? {} }));
}
