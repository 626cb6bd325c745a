import { sql } from 'kysely';
import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import { keyset, toPage } from '#platform/db/page.ts';
import { isoTime, validIds } from '#platform/db/row-sql.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import { subjectLoader } from '#platform/module/subject-loader.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { DisclosureRule, DisclosureRuleInput, TableEdition } from '../words/disclosure.schema.ts';
import type { FrozenEdition } from '../words/frozen-edition.ts';

interface Paged {
  cursor?: string | undefined;
  limit: number;
}

const ruleColumns = sql`id, version, to_char(valid_from, 'YYYY-MM-DD') as "validFrom", minimum_frequency as "minimumFrequency", dominance_count as "dominanceCount", dominance_share::float8 as "dominanceShare", p::float8 as p, range::float8 as range, note, ${isoTime('created_at')} as "createdAt"`;

export async function disclosureRules(db: SpaceDb): Promise<DisclosureRule[]> {
  return (await sql<DisclosureRule>`select ${ruleColumns} from disclosure_rule order by valid_from desc`.execute(db)).rows;
}

export async function listDisclosureRuleRows(db: SpaceDb, query: Paged): Promise<Page<DisclosureRule> | null> {
  const page = keyset({ validFrom: { expression: sql`valid_from::text`, type: 'text' } }, '-validFrom', query.cursor, sql`id`);
  if (!page) return null;
  const { rows } = await sql<DisclosureRule & { cursor_value: string }>`select ${ruleColumns}, ${page.cursorValue} as cursor_value from disclosure_rule where ${page.after} order by ${page.orderBy} limit ${query.limit + 1}`.execute(db);
  const total = await sql<{ count: number }>`select count(*)::int as count from disclosure_rule`.execute(db);
  return toPage(rows, query.limit, '-validFrom', total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

/** Null when an edition begins on that day already. */
export async function insertDisclosureRule(context: Context, input: DisclosureRuleInput): Promise<DisclosureRule | null> {
  const { rows } = await sql<DisclosureRule>`insert into disclosure_rule (space_id, id, valid_from, minimum_frequency, dominance_count, dominance_share, p, range, note, created_at)
    values (${context.spaceId}, ${context.newId()}, ${input.validFrom}::date, ${input.minimumFrequency}, ${input.dominanceCount}, ${input.dominanceShare}, ${input.p}, ${input.range}, ${input.note}, ${context.now})
    on conflict (space_id, valid_from) do nothing returning ${ruleColumns}`.execute(context.db);
  return rows[0] ?? null;
}

const editionColumns = sql`e.id, e.version, jsonb_build_object('id', t.id, 'name', t.name, 'period', t.period) as table, e.number, e.rule, e.judged_rules as "judgedBy", e.tally, e.published_table_id as "publishedTableId", ${isoTime('e.published_at')} as "publishedAt"`;
const editionFrom = sql`from table_edition e join cross_table t on t.space_id = e.space_id and t.id = e.cross_table_id`;

export async function listTableEditionRows(db: SpaceDb, query: Paged & { crossTableId?: string | undefined }): Promise<Page<TableEdition> | null> {
  const page = keyset({ publishedAt: { expression: sql`e.published_at`, type: 'timestamptz' } }, '-publishedAt', query.cursor, sql`e.id`);
  if (!page) return null;
  const where = query.crossTableId ? sql<boolean>`e.cross_table_id = ${query.crossTableId}::uuid` : sql<boolean>`true`;
  const { rows } = await sql<TableEdition & { cursor_value: string }>`select ${editionColumns}, ${page.cursorValue} as cursor_value ${editionFrom} where ${where} and ${page.after} order by ${page.orderBy} limit ${query.limit + 1}`.execute(db);
  const total = await sql<{ count: number }>`select count(*)::int as count ${editionFrom} where ${where}`.execute(db);
  return toPage(rows, query.limit, '-publishedAt', total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

export async function findTableEdition(db: SpaceDb, id: string): Promise<TableEdition | null> {
  return (await sql<TableEdition>`select ${editionColumns} ${editionFrom} where e.id = ${id}::uuid`.execute(db)).rows[0] ?? null;
}

export async function frozenOf(db: SpaceDb, id: string): Promise<FrozenEdition | null> {
  return (await sql<{ frozen: FrozenEdition }>`select frozen from table_edition where id = ${id}::uuid`.execute(db)).rows[0]?.frozen ?? null;
}

/** Every edition of the series, the oldest first. Holds the series until the transaction ends, so that two editions never miss each other. */
export async function frozenOfSeries(context: Context, seriesKey: string): Promise<FrozenEdition[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${context.spaceId} ${seriesKey}`}, 0))`.execute(context.db);
  return (await sql<{ frozen: FrozenEdition }>`select frozen from table_edition where series_key = ${seriesKey} order by published_at, id`.execute(context.db)).rows.map(({ frozen }) => frozen);
}

export async function nextNumber(db: SpaceDb, seriesKey: string): Promise<number> {
  return ((await sql<{ last: number }>`select coalesce(max(number), 0)::int as last from table_edition where series_key = ${seriesKey}`.execute(db)).rows[0]?.last ?? 0) + 1;
}

export async function insertTableEdition(context: Context, edition: Pick<TableEdition, 'number' | 'rule' | 'judgedBy' | 'tally' | 'publishedTableId'> & { crossTableId: string; seriesKey: string; frozen: FrozenEdition }): Promise<string> {
  const id = context.newId();
  await sql`insert into table_edition (space_id, id, cross_table_id, published_table_id, number, series_key, rule, judged_rules, frozen, tally, published_at)
    values (${context.spaceId}, ${id}, ${edition.crossTableId}::uuid, ${edition.publishedTableId}::uuid, ${edition.number}, ${edition.seriesKey}, ${JSON.stringify(edition.rule)}::jsonb, ${[...edition.judgedBy]}::text[], ${JSON.stringify(edition.frozen)}::jsonb, ${JSON.stringify(edition.tally)}::jsonb, ${context.now})`.execute(context.db);
  return id;
}

/** They belong to the whole space, and only whoever publishes may see them. */
const ofSpace: ScopeFacts = { visibility: 'internal', territories: [], clusters: [], organisations: [] };
const loaderOf = (table: 'disclosure_rule' | 'table_edition', page: (id: string) => string) =>
  subjectLoader(
    async (db, ids) => {
      const valid = validIds(ids);
      if (valid.length === 0) return new Map();
      const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)} where id = any (${valid}::uuid[])`.execute(db);
      return new Map(rows.map(({ id }) => [id, ofSpace]));
    },
    'disclosure.manage',
    { fromBody: async () => ofSpace, updatePermission: 'disclosure.manage', page },
  );
export const disclosureRuleSubject = loaderOf('disclosure_rule', () => '/table-editions');
export const tableEditionSubject = loaderOf('table_edition', (id) => `/table-editions/${id}`);
