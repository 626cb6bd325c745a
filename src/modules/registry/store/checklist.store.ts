import { sql } from 'kysely';
import { asJson } from '#platform/db/row-sql.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context } from '#platform/module/module.ts';
import type { SubjectKind } from '../words/record.schema.ts';
import type { Attribute, Source } from '../words/statement.schema.ts';
import { sourceJson } from './source.store.ts';

export interface ChecklistRow {
  key: string;
  subjectKind: SubjectKind;
  name: Name;
  source: Source | null;
  attributes: Attribute[];
}

/** The checklists for records of a kind, each with its attributes in order. */
export async function listChecklistRows(context: Context, kind: SubjectKind): Promise<ChecklistRow[]> {
  const { rows } = await sql<ChecklistRow>`
    select checklist.key, checklist.subject_kind as "subjectKind", checklist.name, case when source.id is null then null else ${sourceJson} end as source,
      (select coalesce(jsonb_agg(jsonb_build_object('key', attribute.key, 'name', attribute.name, 'unit', attribute.unit, 'definition', attribute.definition) order by item.position), '[]')
        from checklist_item item join attribute on attribute.space_id = item.space_id and attribute.key = item.attribute_key where item.checklist_key = checklist.key) as attributes
    from checklist left join source on source.space_id = checklist.space_id and source.id = checklist.source_id
    where checklist.subject_kind = ${kind} order by checklist.key`.execute(context.db);
  return rows;
}

export interface NewChecklist {
  key: string;
  subjectKind: SubjectKind;
  name: Name;
  sourceId: string | null;
  attributeKeys: readonly string[];
}

/** False when a checklist of this key is there already; it stays as it is. */
export async function insertChecklist(context: Context, checklist: NewChecklist): Promise<boolean> {
  const done = await sql`insert into checklist (space_id, key, subject_kind, name, source_id)
    values (${context.spaceId}, ${checklist.key}, ${checklist.subjectKind}, ${asJson(checklist.name)}, ${checklist.sourceId}) on conflict (space_id, key) do nothing returning key`.execute(context.db);
  if (done.rows.length === 0) return false;
  await sql`insert into checklist_item (space_id, checklist_key, position, attribute_key)
    select ${context.spaceId}::uuid, ${checklist.key}, given.at, given.key from unnest(${[...checklist.attributeKeys]}::text[]) with ordinality as given (key, at)`.execute(context.db);
  return true;
}
