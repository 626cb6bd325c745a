import { sql } from 'kysely';
import type { z } from 'zod';
import { asJson } from '#platform/db/row-sql.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import type { Title, titleInputSchema } from '../words/list.schema.ts';

export async function titlesOf(db: SpaceDb, organisationId: string, titleId: string | null = null): Promise<Title[]> {
  const { rows } = await sql<Title>`
    select title.id, title.organisation_id as "organisationId", title.key, title.name, title.issuer, title.level, title.batch, title.valid_from as "validFrom",
      title.valid_until as "validUntil", title.source_id as "sourceId", source.title as "sourceTitle", title.sample
    from title left join source on source.id = title.source_id
    where title.organisation_id = ${organisationId}::uuid and (${titleId}::uuid is null or title.id = ${titleId}::uuid)
    order by title.key, title.valid_from desc nulls last, title.id`.execute(db);
  return rows;
}

export async function insertTitle(db: SpaceDb, title: z.output<typeof titleInputSchema> & { id: string; organisationId: string; sample: boolean }): Promise<void> {
  await sql`
    insert into title (space_id, id, organisation_id, sample, key, name, issuer, level, batch, valid_from, valid_until, source_id)
    values (current_space(), ${title.id}::uuid, ${title.organisationId}::uuid, ${title.sample}, ${title.key}, ${asJson(title.name)}, ${title.issuer},
      ${title.level}, ${title.batch}, ${title.validFrom}::date, ${title.validUntil}::date, ${title.sourceId}::uuid)`.execute(db);
}

export async function removeTitle(db: SpaceDb, id: string): Promise<void> {
  await sql`delete from title where id = ${id}::uuid`.execute(db);
}
