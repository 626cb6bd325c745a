import { sql } from 'kysely';
import { keyset, toPage } from '#platform/db/page.ts';
import { isoTime, validIds } from '#platform/db/row-sql.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import { subjectLoader } from '#platform/module/subject-loader.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { StrongRuleEdition, Thresholds } from '../words/specialisation.schema.ts';

/** A node of a tree of territories or industries, with the nodes above it from the top down. */
export interface TreeNode {
  id: string;
  code: string;
  name: Name;
  level: string;
  above: string[];
}

/** The nodes asked for and all above them, by id. */
export async function treeOf(db: SpaceDb, table: 'territory' | 'industry', ids: readonly string[]): Promise<Map<string, TreeNode>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<TreeNode>`with asked as (select distinct unnest(ancestors) as id from ${sql.table(table)} where id = any (${[...ids]}::text[]))
    select t.id, t.code, t.name, t.level, t.ancestors as above from ${sql.table(table)} t join asked on asked.id = t.id`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Where organisations stand and what they make, each with everything above it. */
export async function placesOfOrganisations(db: SpaceDb, ids: readonly string[]): Promise<Map<string, { territories: string[]; industries: string[] }>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; territories: string[]; industries: string[] }>`select id, territories, industries from organisation where id = any (${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

const ruleColumns = sql`id, version, to_char(valid_from, 'YYYY-MM-DD') as "validFrom", quotient_quantile::float8 as "quotientQuantile", quotient_at_least::float8 as "quotientAtLeast", size_quantile::float8 as "sizeQuantile",
  establishment_quantile::float8 as "establishmentQuantile", note, ${isoTime('created_at')} as "createdAt"`;

export async function strongRules(db: SpaceDb): Promise<StrongRuleEdition[]> {
  const { rows } = await sql<StrongRuleEdition>`select ${ruleColumns} from strong_rule order by valid_from desc`.execute(db);
  return rows;
}

export async function listStrongRuleRows(db: SpaceDb, query: { cursor?: string | undefined; limit: number }): Promise<Page<StrongRuleEdition> | null> {
  const page = keyset({ validFrom: { expression: sql`valid_from::text`, type: 'text' } }, '-validFrom', query.cursor, sql`id`);
  if (!page) return null;
  const { rows } = await sql<StrongRuleEdition & { cursor_value: string }>`select ${ruleColumns}, ${page.cursorValue} as cursor_value from strong_rule where ${page.after} order by ${page.orderBy} limit ${query.limit + 1}`.execute(db);
  const total = await sql<{ count: number }>`select count(*)::int as count from strong_rule`.execute(db);
  return toPage(rows, query.limit, '-validFrom', total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

/** Null when an edition begins on that day already. */
export async function insertStrongRule(context: Context, input: Thresholds & { validFrom: string; note: string }): Promise<StrongRuleEdition | null> {
  const { rows } = await sql<StrongRuleEdition>`insert into strong_rule (space_id, id, valid_from, quotient_quantile, quotient_at_least, size_quantile, establishment_quantile, note, created_at)
    values (${context.spaceId}, ${context.newId()}, ${input.validFrom}::date, ${input.quotientQuantile}, ${input.quotientAtLeast}, ${input.sizeQuantile}, ${input.establishmentQuantile}, ${input.note}, ${context.now})
    on conflict (space_id, valid_from) do nothing returning ${ruleColumns}`.execute(context.db);
  return rows[0] ?? null;
}

const ofSpace: ScopeFacts = { visibility: 'open', territories: [], clusters: [], organisations: [] };

/** Editions of the rule belong to the whole space, and whoever reads tables may read them. */
export const strongRuleSubject = subjectLoader(
  async (db, ids) => {
    const valid = validIds(ids);
    if (valid.length === 0) return new Map();
    const { rows } = await sql<{ id: string }>`select id from strong_rule where id = any (${valid}::uuid[])`.execute(db);
    return new Map(rows.map(({ id }) => [id, ofSpace]));
  },
  'indicator.read',
  { fromBody: async () => ofSpace, updatePermission: 'strongRule.manage', page: () => '/specialisation' },
);
