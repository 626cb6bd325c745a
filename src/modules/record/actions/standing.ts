import type { Context } from '#platform/module/module.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Standing } from '../record.rules.ts';
import type { RecordRef } from '../store/file.store.ts';
import type { PersonRef } from '../words/subject.schema.ts';

/** What the actor is to a record that the route has already found readable. */
export async function standingOn(context: Context, { kind, id }: RecordRef): Promise<Standing> {
  const loader = context.contributions.subjects[kind];
  const facts = await loader?.byId(context.db, id);
  if (!loader || !facts) return { covers: false, changes: false };
  return { covers: context.allows(loader.readPermission, { ...facts, visibility: 'internal' }), changes: context.allows(loader.updatePermission ?? '', facts) };
}

export const recordOf = (params: { kind: string; recordId: string }): RecordRef => ({ kind: params.kind, id: params.recordId });

export async function nameOfRecord(context: Context, { kind, id }: RecordRef): Promise<Name | null> {
  return (await context.contributions.subjects[kind]?.names?.(context.db, [id]))?.get(id) ?? null;
}

/** People by id, for whatever was written by them. */
export async function writersOf(context: Context, ids: readonly (string | null)[]): Promise<(id: string | null) => PersonRef | null> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const names = wanted.length > 0 ? await context.contributions.subjects['person']?.names?.(context.db, wanted) : undefined;
  return (id) => {
    const name = id === null ? undefined : names?.get(id);
    return id !== null && name ? { id, name } : null;
  };
}

/** Notes a deed on the record that the thing hangs on. Names of files that not every reader sees stay out of the history. */
export async function noteOnRecord(context: Context, record: RecordRef, event: string, changes?: Record<string, [unknown, unknown]>): Promise<void> {
  const name = await nameOfRecord(context, record);
  context.audit({ event, subject: record, ...(name ? { name } : {}), ...(changes ? { changes } : {}) });
}
