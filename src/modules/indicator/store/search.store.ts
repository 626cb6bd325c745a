import { sql } from 'kysely';
import type { SearchSource } from '#platform/module/module.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import { indicatorsIn, tablesIn } from './indicator-filter.ts';
import { wordsOf } from './words.ts';

/** Rank: 3 the whole of one of its names or keys, 2 its beginning, 1 anywhere. */
function searchOf(kind: 'indicator' | 'crossTable', table: 'indicator' | 'cross_table', path: string): SearchSource {
  return {
    kind,
    async search(context, { folded, grams }, limit) {
      const detail = table === 'indicator' ? sql`record.dimension` : sql`record.period`;
      const { rows } = await sql<{ id: string; name: Name; detail: string | null; rank: number }>`
        select record.id, record.name, ${detail} as detail, case when position('|' || ${folded} || '|' in '|' || record.search_text || '|') > 0 then 3 when position('|' || ${folded} in '|' || record.search_text) > 0 then 2 else 1 end as rank
        from ${sql.table(table)} record where record.grams @> ${grams}::text[] and position(${folded} in record.search_text) > 0 and ${table === 'indicator' ? indicatorsIn(context.scope('indicator.read'), 'record') : tablesIn(context, 'record')}
        order by rank desc, length(record.sort_name), record.sort_name, record.id limit ${limit}`.execute(context.db);
      const word = wordsOf(`recordKind.${kind}`);
      const quiet = (detail: string | null) => (detail === null ? { zh: '', en: '' } : table === 'indicator' ? wordsOf(`dimension.${detail}`) : { zh: detail, en: detail });
      return rows.map(({ id, name, detail, rank }) => ({ kind, id, name, rank, href: `${path}/${id}`, detail: { zh: [word.zh, quiet(detail).zh].filter(Boolean).join(' · '), en: [word.en, quiet(detail).en].filter(Boolean).join(' · ') } }));
    },
  };
}

export const indicatorSearches: readonly SearchSource[] = [searchOf('indicator', 'indicator', '/indicators'), searchOf('crossTable', 'cross_table', '/cross-tables')];
