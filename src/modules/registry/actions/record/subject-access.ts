import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import type { Context } from '#platform/module/module.ts';
import type { SubjectKind } from '../../words/record.schema.ts';

/** Facts of a record of any kind when the actor may read it; a record that may not be read is not there. */
export async function readableSubject(context: Context, kind: string, id: string): Promise<ScopeFacts | null> {
  const loader = Object.hasOwn(context.contributions.subjects, kind) ? context.contributions.subjects[kind] : undefined;
  const facts = await loader?.byId(context.db, id);
  return loader && facts && context.allows(loader.readPermission, facts) ? facts : null;
}

/** Who changes a record may change what hangs on it; territories are everybody's and change with the reference. */
export function changePermission(kind: SubjectKind): string {
  if (kind === 'territory') return 'reference.import';
  return `${kind}.update`;
}
