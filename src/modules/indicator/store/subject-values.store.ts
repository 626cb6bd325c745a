import { sql } from 'kysely';
import type { z } from 'zod';
import { keyset, toPage } from '#platform/db/page.ts';
import type { Context } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { SubjectValue, subjectValuesQuery } from '../words/observation.schema.ts';
import { indicatorsIn } from './indicator-filter.ts';
import { joins, listedColumns, subjectJoins, withDisplay, type BareObservation } from './observation-list.store.ts';
import { chosenId, displayOrder } from './observation-sql.ts';
import { readableFor } from './reader.ts';

/** Of each indicator the shown value of the newest period that the reader may see; null for a cursor this list did not make. */
export async function listValuesOfSubject(context: Context, query: z.output<typeof subjectValuesQuery>): Promise<Page<SubjectValue> | null> {
  const page = keyset({ name: { expression: sql`(coalesce(array_position(array['operation', 'policy', 'strategy', 'innovation', 'ip', 'resources'], indicator.dimension), 9)::text || indicator.sort_name)`, type: 'text' } }, 'name', query.cursor, sql`indicator.id`);
  if (!page) return null;
  const own = sql`o.space_id = indicator.space_id and o.indicator_id = indicator.id and o.subject_kind = ${query.subjectKind} and o.subject_id = ${query.subjectId} and ${readableFor(context)}`;
  const where = sql`indicator.archived_at is null and ${indicatorsIn(context.scope('indicator.read'))} and exists (select 1 from observation o where ${own})`;
  const { rows } = await sql<Omit<SubjectValue, 'latest'> & { latestId: string; cursor_value: string }>`
    select indicator.id, indicator.key, indicator.name, indicator.dimension, indicator.topic, (select count(distinct o.period)::int from observation o where ${own}) as "periodCount",
      (select o.id from observation o ${joins} where ${own} order by o.period_end desc, o.period_start desc, (o.id = ${chosenId}) desc nulls last, ${displayOrder} limit 1) as "latestId", ${page.cursorValue} as cursor_value
    from indicator where ${where} and ${page.after} order by ${page.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count from indicator where ${where}`.execute(context.db);
  const values = await sql<BareObservation>`select ${listedColumns} from observation o ${joins} ${subjectJoins} where o.id = any (${rows.map(({ latestId }) => latestId)}::uuid[])`.execute(context.db);
  const byId = new Map((await withDisplay(context, values.rows)).map((one) => [one.id, one]));
  const found = toPage(rows, query.limit, 'name', total.rows[0]?.count ?? 0, (row) => row);
  return { ...found, items: found.items.flatMap(({ cursor_value: _, latestId, ...item }) => { const latest = byId.get(latestId); return latest ? [{ ...item, latest }] : []; }) };
}
