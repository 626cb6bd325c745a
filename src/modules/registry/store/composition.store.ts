import { sql } from 'kysely';
import type { z } from 'zod';
import { asJson } from '#platform/db/row-sql.ts';
import type { Context } from '#platform/module/module.ts';
import { reconcile } from '../words/statement.rules.ts';
import type { compositionInputSchema, CompositionRecord } from '../words/statement.schema.ts';
import { sourceJson } from './source.store.ts';
import type { Subject } from './statement.store.ts';

type Row = Omit<CompositionRecord, 'sum' | 'complete' | 'reconciles' | 'difference'>;

export async function listCompositionRows(context: Context, subject: Subject): Promise<CompositionRecord[]> {
  const { rows } = await sql<Row>`
    select composition.id, composition.subject_kind as "subjectKind", composition.subject_id as "subjectId", composition.title, composition.total, composition.unit, composition.period,
      composition.source_id as "sourceId", composition.sample, ${sourceJson} as source,
      (select coalesce(jsonb_agg(jsonb_build_object('label', part.label, 'value', part.value) order by part.position), '[]') from composition_part part
        where part.space_id = composition.space_id and part.composition_id = composition.id) as parts
    from composition join source on source.space_id = composition.space_id and source.id = composition.source_id
    where composition.subject_kind = ${subject.kind} and composition.subject_id = ${subject.id} order by composition.period desc nulls last, composition.id`.execute(context.db);
  return rows.map((row) => ({ ...row, ...reconcile(row.total, row.parts) }));
}

export async function subjectOfComposition(context: Context, id: string): Promise<Subject | null> {
  const { rows } = await sql<Subject>`select subject_kind as kind, subject_id as id from composition where id = ${id}::uuid`.execute(context.db);
  return rows[0] ?? null;
}

export async function insertComposition(context: Context, input: z.output<typeof compositionInputSchema>, sample = false): Promise<string> {
  const id = context.newId();
  await sql`insert into composition (space_id, id, sample, subject_kind, subject_id, title, total, unit, period, source_id, created_at)
    values (${context.spaceId}, ${id}, ${sample}, ${input.subjectKind}, ${input.subjectId}, ${asJson(input.title)}, ${input.total}, ${input.unit}, ${input.period}, ${input.sourceId}, ${context.now})`.execute(context.db);
  await sql`insert into composition_part (space_id, composition_id, position, label, value)
    select ${context.spaceId}::uuid, ${id}::uuid, part.position, part.label, part.value
    from jsonb_to_recordset(${JSON.stringify(input.parts.map((part, position) => ({ ...part, position })))}::jsonb) as part (position integer, label jsonb, value text)`.execute(context.db);
  return id;
}
