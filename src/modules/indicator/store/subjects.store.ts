import { sql } from 'kysely';
import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import { validIds } from '#platform/db/row-sql.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { SpaceDb, SubjectLoader } from '#platform/module/module.ts';
import { subjectLoader } from '#platform/module/subject-loader.ts';
import { visibilityOfTable } from './indicator-filter.ts';

const nowhere: ScopeFacts = { visibility: 'open', territories: [], clusters: [], organisations: [] };

/** Definitions and tables belong to the whole space; only their visibility tells them apart. */
function loaderOf(table: 'indicator' | 'cross_table', page: (id: string) => string): SubjectLoader {
  const byIds = async (db: SpaceDb, ids: readonly string[]): Promise<Map<string, ScopeFacts>> => {
    const valid = validIds(ids);
    if (valid.length === 0) return new Map();
    const { rows } = await sql<{ id: string; visibility: ScopeFacts['visibility'] }>`select id, ${table === 'cross_table' ? visibilityOfTable(table) : sql.ref('visibility')} as visibility from ${sql.table(table)} where id = any (${valid}::uuid[])`.execute(db);
    return new Map(rows.map(({ id, visibility }) => [id, { ...nowhere, visibility }]));
  };
  return subjectLoader(byIds, 'indicator.read', {
    fromBody: async () => nowhere,
    updatePermission: 'indicator.manage',
    page,
    async names(db, ids) {
      const { rows } = await sql<{ id: string; name: Name }>`select id::text as id, name from ${sql.table(table)} where id::text = any (${[...ids]}::text[])`.execute(db);
      return new Map(rows.map((row) => [row.id, row.name]));
    },
  });
}

export const indicatorSubject = loaderOf('indicator', (id) => `/indicators/${id}`);
export const crossTableSubject = loaderOf('cross_table', (id) => `/cross-tables/${id}`);
