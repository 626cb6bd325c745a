import { v5 as idFromName } from 'uuid';
import type { Context } from '#platform/module/module.ts';
import { insertSource } from '../../store/source.store.ts';
import { sourceInputSchema } from '../../words/statement.schema.ts';
import type { Key, SourceRow, Subject } from './pack-types.ts';
import { idsPresent, sourcesByTitle } from './many-rows.store.ts';

/** The id that a key has in a space, the same on every machine: UUID v5 in the namespace of the space. */
export const idOfKey = (spaceId: string, kind: string, key: Key): string => idFromName(`${kind}/${key}`, spaceId);

/** What the steps of one load share: ids from keys, and the sources that were found or written. */
export interface KeyedWriter {
  context: Context;
  sample: boolean;
  idOf(kind: string, key: Key): string;
  idOrNull(kind: string, key: Key | undefined): string | null;
  subjectOf(subject: Subject): { subjectKind: Subject['kind']; subjectId: string };
  sourceOf(key: Key | undefined): string | null;
  /** A context whose next new id is this one: the stores ask it for the id of what they insert. */
  withId(id: string): Context;
  /** The rows whose id is not in the table yet, with their ids. */
  missing<Row>(table: string, rows: readonly Row[], key: (row: Row) => Key): Promise<{ row: Row; id: string }[]>;
  newSources: number;
}

export async function openKeyedWriter(context: Context, sources: readonly SourceRow[], sample: boolean): Promise<KeyedWriter> {
  const idOf = (kind: string, key: Key) => idOfKey(context.spaceId, kind, key);
  const withId = (id: string): Context => ({ ...context, newId: () => id });
  // a source that someone entered before under the same title is the same source
  const ids = await sourcesByTitle(context.db, sources.map((source) => source.title));
  const fresh = sources.filter((source) => !ids.has(source.title));
  for (const { key, ...source } of fresh) {
    await insertSource(withId(idOf('source', key)), sourceInputSchema.parse(source));
    ids.set(source.title, idOf('source', key));
  }
  const byKey = new Map(sources.map((source) => [source.key, ids.get(source.title) ?? null]));
  return {
    context,
    sample,
    idOf,
    withId,
    idOrNull: (kind, key) => (key === undefined ? null : idOf(kind, key)),
    subjectOf: ({ kind, key }) => ({ subjectKind: kind, subjectId: kind === 'territory' ? key : idOf(kind, key) }),
    sourceOf: (key) => (key === undefined ? null : (byKey.get(key) ?? null)),
    missing: async (table, rows, keyOf) => {
      const named = rows.map((row) => ({ row, id: idOf(table, keyOf(row)) }));
      const present = await idsPresent(context.db, table, named.map(({ id }) => id));
      return named.filter(({ id }) => !present.has(id));
    },
    newSources: fresh.length,
  };
}
