import type { Context } from '#platform/module/module.ts';
import type { Mandate } from '../identity.schema.ts';

/** Adds the name of what each mandate covers; the rooms that own those records are asked, not imported. */
export async function nameScopes<Scoped extends Pick<Mandate, 'scopeKind' | 'scopeId'>>(context: Context, mandates: readonly Scoped[]): Promise<(Scoped & Pick<Mandate, 'scopeName'>)[]> {
  const kinds = [...new Set(mandates.map((mandate) => mandate.scopeKind))];
  const names = new Map<string, Mandate['scopeName']>();
  for (const kind of kinds) {
    const ids = mandates.filter((mandate) => mandate.scopeKind === kind && mandate.scopeId).map((mandate) => mandate.scopeId ?? '');
    const found = await context.contributions.subjects[kind]?.names?.(context.db, ids);
    for (const [id, name] of found ?? []) names.set(`${kind} ${id}`, name);
  }
  return mandates.map((mandate) => ({ ...mandate, scopeName: names.get(`${mandate.scopeKind} ${mandate.scopeId}`) ?? null }));
}
