import type { Context } from '#platform/module/module.ts';
import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import { codedKey, findCoded } from '../../store/area.store.ts';
import { findNamedSubjects } from '../../store/named-subject.store.ts';
import { subjectKey, type Claims } from './observation-claims.ts';

export type ResolvedSubject = { id: string | null; facts: ScopeFacts } | { refusal: 'subjectUnknown' | 'subjectAmbiguous' };

const nowhere: ScopeFacts = { visibility: 'internal', territories: [], clusters: [], organisations: [] };

/** `subjectKey` → the record it names. An area that is not there yet has no id: it is made when the batch is applied. */
export async function resolveSubjects(context: Context, subjects: readonly Claims['subject'][]): Promise<Map<string, ResolvedSubject>> {
  const wanted = new Map(subjects.map((subject) => [subjectKey(subject), subject]));
  const resolved = new Map<string, ResolvedSubject>();
  const areas = [...wanted].filter(([, { kind, system }]) => kind === 'area' && system !== null);
  const known = await findCoded(context.db, 'area', areas.map(([, { system, code, name }]) => ({ system: system ?? '', code: code || name })));
  for (const [key, { system, code, name }] of areas) resolved.set(key, { id: known.get(codedKey(system ?? '', code || name)) ?? null, facts: nowhere });

  const others = [...wanted].filter(([, { kind }]) => kind !== 'area');
  const found = await findNamedSubjects(context, others.map(([key, { kind, code, name }]) => ({ key, kind, code, name })));
  for (const kind of ['territory', 'organisation', 'cluster', 'place'] as const) {
    const own = others.filter(([, subject]) => subject.kind === kind);
    const ids = own.flatMap(([key]) => found.get(key) ?? []);
    const facts = (await context.contributions.subjects[kind]?.byIds(context.db, ids)) ?? new Map<string, ScopeFacts>();
    for (const [key] of own) {
      const candidates = found.get(key) ?? [];
      const [id] = candidates;
      const known = id === undefined ? undefined : facts.get(id);
      resolved.set(key, candidates.length > 1 ? { refusal: 'subjectAmbiguous' } : id && known ? { id, facts: { ...known, visibility: 'internal' } } : { refusal: 'subjectUnknown' });
    }
  }
  return resolved;
}
