import type { SubjectLoader } from './module.ts';

/** A loader over records with UUIDs: one of them is a list of one. */
export function subjectLoader(byIds: SubjectLoader['byIds'], readPermission: string, more: Omit<Partial<SubjectLoader>, 'byId' | 'byIds' | 'readPermission'> = {}): SubjectLoader {
  return { byId: async (db, id) => (await byIds(db, [id])).get(id.toLowerCase()) ?? null, byIds, readPermission, ...more };
}
