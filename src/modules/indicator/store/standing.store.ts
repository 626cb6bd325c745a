import { sql } from 'kysely';
import type { SpaceDb } from '#platform/module/module.ts';
import type { MissingKind, Observation } from '../words/observation.schema.ts';

export interface Standing {
  sourceId: string | null;
  operator: Observation['operator'];
  value: string | null;
  unit: string | null;
  missing: MissingKind | null;
}

/** What is held for the same indicator, subject, period and vintage, by the place of the question in the list. */
export async function findStandingValues(db: SpaceDb, asked: readonly { indicatorId: string; subjectKind: string; subjectId: string; period: string; vintageId: string | null }[]): Promise<Map<number, Standing[]>> {
  const json = JSON.stringify(asked.map((one, at) => ({ ...one, at })));
  const { rows } = await sql<Standing & { at: number }>`
    select g.at, o.source_id as "sourceId", o.operator, trim_scale(o.value)::text as value, o.unit, o.missing
    from jsonb_to_recordset(${json}::jsonb) as g (at int, "indicatorId" uuid, "subjectKind" text, "subjectId" text, period text, "vintageId" uuid)
    join observation o on o.space_id = current_space() and o.indicator_id = g."indicatorId" and o.subject_kind = g."subjectKind" and o.subject_id = g."subjectId" and o.period = g.period and o.vintage_id is not distinct from g."vintageId"`.execute(db);
  const standing = new Map<number, Standing[]>();
  for (const { at, ...row } of rows) standing.set(at, [...(standing.get(at) ?? []), row]);
  return standing;
}

/** Indicators by key, or by one of their names where no key is that; folded name → ids. */
export async function findIndicatorsSaid(db: SpaceDb, said: readonly { text: string; folded: string }[]): Promise<Map<string, { id: string; key: string; unit: string | null; state: string }[]>> {
  const { rows } = await sql<{ text: string; exact: boolean; id: string; key: string; unit: string | null; state: string }>`
    select g.text, i.key = g.text as exact, i.id, i.key, i.unit, i.state from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) as g (text text, folded text)
    join indicator i on i.archived_at is null and (i.key = g.text or (g.folded <> '' and string_to_array(i.search_text, '|') @> array[g.folded]))`.execute(db);
  const found = new Map<string, { id: string; key: string; unit: string | null; state: string }[]>();
  for (const { text, exact, ...row } of rows.toSorted((a, b) => Number(b.exact) - Number(a.exact))) {
    const before = found.get(text) ?? [];
    if (exact) found.set(text, [row]);
    else if (!rows.some((other) => other.text === text && other.exact)) found.set(text, [...before, row]);
  }
  return found;
}
