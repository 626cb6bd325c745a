import type { Context } from '#platform/module/module.ts';
import { referencePack } from './pack.ts';
import { writeRecordSet, type Written } from './write-record-set.ts';

/** Notes in the audit what a load wrote; a load that wrote nothing leaves no trace. */
export function noteLoad(context: Context, event: 'pack.loaded' | 'sample.loaded', written: Written): void {
  const changes = Object.fromEntries(Object.entries(written).filter(([, count]) => count > 0).map(([kind, count]) => [kind, [0, count] as [unknown, unknown]]));
  if (Object.keys(changes).length > 0) context.audit({ event, subject: { kind: 'space', id: context.spaceId }, changes });
}

/** Lays the reference pack into the current space. What is there already stays as it is. */
export async function loadPack(context: Context): Promise<void> {
  noteLoad(context, 'pack.loaded', await writeRecordSet(context, referencePack, false));
}
