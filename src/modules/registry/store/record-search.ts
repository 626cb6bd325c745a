import { sql, type RawBuilder } from 'kysely';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context, SearchSource } from '#platform/module/module.ts';
import { clustersIn, placesIn, recordsIn } from './scope-columns.ts';
import { wordsOf } from './words.ts';

interface Row {
  id: string;
  name: Name;
  /** Key of the room's messages, or null. */
  word: string | null;
  place: Name | null;
  rank: number;
}

interface Kind {
  kind: string;
  path: string;
  /** Second part of the quiet line: a name, as JSON. */
  place: RawBuilder<unknown>;
  word: RawBuilder<unknown>;
  where(context: Context): RawBuilder<boolean>;
}

const kinds: readonly Kind[] = [
  {
    kind: 'cluster',
    path: '/clusters',
    word: sql`'recordKind.cluster'`,
    place: sql`(select t.name from cluster_territory ct join territory t on t.id = ct.territory_id where ct.cluster_id = cluster.id and ct.scope = 'base' order by t.id limit 1)`,
    where: (context) => sql<boolean>`cluster.archived_at is null and ${clustersIn(context.scope('cluster.read'))}`,
  },
  {
    kind: 'place',
    path: '/places',
    word: sql`'placeKind.' || place.kind`,
    place: sql`(select t.name from territory t where t.id = place.territory_id)`,
    where: (context) => sql<boolean>`place.archived_at is null and ${placesIn(context.scope('place.read'))}`,
  },
  { kind: 'list', path: '/lists', word: sql`'recordKind.list'`, place: sql`list.issuer`, where: (context) => sql<boolean>`list.archived_at is null and ${recordsIn(context.scope('record.listed'), 'list')}` },
  {
    kind: 'programme',
    path: '/programmes',
    word: sql`'recordKind.programme'`,
    place: sql`(select t.name from territory t where t.id = programme.country)`,
    where: (context) => sql<boolean>`programme.archived_at is null and ${recordsIn(context.scope('programme.read'), 'programme')}`,
  },
  {
    kind: 'territory',
    path: '/territories',
    word: sql`'territoryLevel.' || territory.level`,
    place: sql`(select t.name from territory t where t.id = territory.parent_id)`,
    where: () => sql<boolean>`territory.successor_id is null and territory.valid_until is null`,
  },
  { kind: 'industry', path: '/industries', word: sql`null`, place: sql`(select s.name from code_system s where s.id = industry.code_system_id)`, where: () => sql<boolean>`industry.successor_id is null and industry.valid_until is null` },
];

/** Rank: 3 the whole of one of its names or codes, 2 its beginning, 1 anywhere; shorter names first among equals. */
function sourceOf({ kind, path, place, word, where }: Kind): SearchSource {
  const table = sql.table(kind);
  const text = sql.ref(`${kind}.search_text`);
  return {
    kind,
    async search(context, { folded, grams }, limit) {
      const { rows } = await sql<Row>`
        select ${sql.ref(`${kind}.id`)} as id, ${sql.ref(`${kind}.name`)} as name, ${word} as word, ${place} as place,
          case when position('|' || ${folded} || '|' in '|' || ${text} || '|') > 0 then 3 when position('|' || ${folded} in '|' || ${text}) > 0 then 2 else 1 end as rank
        from ${table} where ${sql.ref(`${kind}.grams`)} @> ${grams}::text[] and position(${folded} in ${text}) > 0 and ${where(context)}
        order by rank desc, length(${sql.ref(`${kind}.name`)}::text), id limit ${limit}`.execute(context.db);
      return rows.map((row) => ({ kind, id: row.id, name: row.name, detail: detailOf(row), href: `${path}/${row.id}`, rank: row.rank }));
    },
  };
}

function detailOf({ word, place }: Row): { zh: string; en: string } {
  const said = word === null ? null : wordsOf(word);
  return { zh: [said?.zh, place?.zh ?? place?.en].filter(Boolean).join(' · '), en: [said?.en, place?.en ?? place?.zh].filter(Boolean).join(' · ') };
}

export const recordSearches: readonly SearchSource[] = kinds.map(sourceOf);
