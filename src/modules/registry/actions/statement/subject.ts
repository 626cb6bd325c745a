import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import type { Context } from '#platform/module/module.ts';
import type { Subject } from '../../store/statement.store.ts';
import { changePermission, readableSubject } from '../record/subject-access.ts';

/** Territories belong to nobody; whoever keeps records there may say what sources say of them. */
const writePermission = (subject: Subject) => (subject.kind === 'territory' ? 'source.create' : changePermission(subject.kind));

export interface StatedSubject {
  facts: ScopeFacts;
  /** Whether the reader's own scope covers the record, so that what is internal about it may be shown. */
  seesInternal: boolean;
}

/** Null when the record is unknown or not for this reader. */
export async function findSubject(context: Context, subject: Subject): Promise<StatedSubject | null> {
  const facts = await readableSubject(context, subject.kind, subject.id);
  if (!facts) return null;
  const readPermission = context.contributions.subjects[subject.kind]?.readPermission ?? '';
  return { facts, seesInternal: context.allows(readPermission, { ...facts, visibility: 'internal' }) };
}

export function mayState(context: Context, subject: Subject, { facts }: StatedSubject): boolean {
  return context.allows(writePermission(subject), facts);
}
