import { sql } from 'kysely';
import type { SearchHit, SearchSource } from '#platform/module/module.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import { organisationsIn } from './scope-columns.ts';
import { wordsOf } from './words.ts';

interface Row {
  id: string;
  name: Name;
  type: string;
  territory: Name | null;
  rank: number;
}

/** Rank: 3 the whole of one of its names or codes, 2 its beginning, 1 anywhere; shorter names first among equals. */
export const organisationSearch: SearchSource = {
  kind: 'organisation',
  async search(context, { folded, grams }, limit) {
    const { rows } = await sql<Row>`
      select organisation.id, organisation.name, organisation.type, territory.name as territory,
        case when position('|' || ${folded} || '|' in '|' || organisation.search_text || '|') > 0 then 3
          when position('|' || ${folded} in '|' || organisation.search_text) > 0 then 2 else 1 end as rank
      from organisation left join territory on territory.id = organisation.territory_id
      where organisation.grams @> ${grams}::text[] and position(${folded} in organisation.search_text) > 0
        and organisation.state <> 'merged' and organisation.archived_at is null and ${organisationsIn(context.scope('organisation.read'))}
      order by rank desc, length(organisation.sort_name), organisation.sort_name, organisation.id limit ${limit}`.execute(context.db);
    return rows.map(toHit);
  },
};

function toHit({ id, name, type, territory, rank }: Row): SearchHit {
  const words = wordsOf(`organisationType.${type}`);
  const place = { zh: territory?.zh ?? territory?.en, en: territory?.en ?? territory?.zh };
  const detail = { zh: [words.zh, place.zh].filter(Boolean).join(' · '), en: [words.en, place.en].filter(Boolean).join(' · ') };
  return { kind: 'organisation', id, name, detail, href: `/organisations/${id}`, rank };
}
