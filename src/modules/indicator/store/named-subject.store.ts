import { sql, type RawBuilder } from 'kysely';
import { clustersIn, organisationsIn, placesIn } from '#modules/registry/index.ts';
import type { Context } from '#platform/module/module.ts';
import { queryOf } from '#platform/text/folding.ts';

type NamedKind = 'territory' | 'organisation' | 'cluster' | 'place' | 'area';
interface Asked {
  key: string;
  kind: NamedKind;
  code: string;
  name: string;
}

/** Records that a file names by code, or by name where no code is given: key → ids, of those the reader may see. */
export async function findNamedSubjects(context: Context, asked: readonly Asked[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const kind of ['territory', 'organisation', 'cluster', 'place'] as const) {
    const own = asked.filter((one) => one.kind === kind);
    if (own.length === 0) continue;
    const rows = await lookUp(context, kind, own);
    for (const { key, ids } of rows) found.set(key, ids);
  }
  return found;
}

async function lookUp(context: Context, kind: Exclude<NamedKind, 'area'>, own: readonly Asked[]): Promise<{ key: string; ids: string[] }[]> {
  const given = own.map(({ key, code, name }) => ({ key, code: codeOf(kind, code), name: queryOf(name).folded, grams: queryOf(name).grams }));
  const json = JSON.stringify(given);
  const byCode: Record<typeof kind, RawBuilder<boolean>> = {
    territory: sql<boolean>`r.id = g.code`,
    organisation: sql<boolean>`(r.uscc = g.code or r.external_code = g.code or r.id::text = g.code)`,
    cluster: sql<boolean>`r.id::text = g.code`,
    place: sql<boolean>`r.id::text = g.code`,
  };
  const standing: Record<typeof kind, RawBuilder<boolean>> = {
    territory: sql<boolean>`r.valid_until is null`,
    organisation: sql<boolean>`r.state <> 'merged' and r.archived_at is null and ${organisationsIn(context.scope('organisation.read'), 'r')}`,
    cluster: sql<boolean>`r.archived_at is null and ${clustersIn(context.scope('cluster.read'), 'r')}`,
    place: sql<boolean>`r.archived_at is null and ${placesIn(context.scope('place.read'), 'r')}`,
  };
  const id = kind === 'territory' ? sql`coalesce(r.successor_id, r.id)` : sql`r.id::text`;
  const coded = await sql<{ key: string; ids: string[] }>`
    select g.key, array_agg(distinct ${id}) as ids from jsonb_to_recordset(${json}::jsonb) as g (key text, code text, name text) join ${sql.table(kind)} r on ${byCode[kind]}
    where g.code <> '' and ${kind === 'territory' ? sql`true` : standing[kind]} group by g.key`.execute(context.db);
  const names = given.filter(({ code, name }) => code === '' && name !== '');
  if (names.length === 0) return coded.rows;
  // The whole of one of its names, found over the index of grams; of territories the highest level wins.
  const named = await sql<{ key: string; ids: string[] }>`
    select key, array_agg(id) as ids from (select g.key, r.id::text as id, rank() over (partition by g.key order by ${kind === 'territory' ? sql`cardinality(r.ancestors)` : sql`1`}) as place
      from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as g (key text, name text, grams text[]) join ${sql.table(kind)} r on r.grams @> g.grams and string_to_array(r.search_text, '|') @> array[g.name] where ${standing[kind]}) x
    where place = 1 group by key`.execute(context.db);
  return [...coded.rows, ...named.rows];
}

function codeOf(kind: NamedKind, code: string): string {
  if (kind !== 'territory') return code;
  return /^\d{2}$|^\d{4}$|^\d{6}$/.test(code) ? `cn:${code.padEnd(6, '0')}` : code;
}
