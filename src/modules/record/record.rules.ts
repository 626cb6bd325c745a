import { definePermissions } from '#platform/auth/define-permissions.rules.ts';
import { signedInRoles } from '#platform/auth/permission.rules.ts';
import type { FileLevel } from './words/file.schema.ts';

/** The record decides: what hangs on it is open to everyone who may read it, and changed by those who may change it. */
const whoeverReads = { open: signedInRoles, within: signedInRoles };

export const recordPermissions = definePermissions({
  'file.read': whoeverReads,
  'file.change': whoeverReads,
  'file.administer': { within: ['operator'], power: 'system' },
  'comment.read': whoeverReads,
  'comment.add': whoeverReads,
  'comment.moderate': { within: ['operator'] },
  'savedView.read': whoeverReads,
  'savedView.create': whoeverReads,
});

/** What somebody is to a record that they may read. */
export interface Standing {
  /** Their mandate covers it, whether or not it is open. */
  covers: boolean;
  changes: boolean;
}

export function seenLevels({ covers, changes }: Standing): FileLevel[] {
  return ['public', ...(covers ? (['internal'] as const) : []), ...(changes ? (['sensitive'] as const) : [])];
}

export interface CommentFacts {
  authorId: string | null;
  replyTo: string | null;
  removedAt: string | null;
}

/** Own comments are one's own; somebody else's only an operator takes away, and whoever keeps the record may settle a thread. */
export function commentDeeds(comment: CommentFacts, reader: { personId: string | null; moderates: boolean; changes: boolean }): { edit: boolean; remove: boolean; resolve: boolean } {
  const isOwn = comment.authorId !== null && comment.authorId === reader.personId;
  if (comment.removedAt !== null) return { edit: false, remove: false, resolve: false };
  return { edit: isOwn, remove: isOwn || reader.moderates, resolve: comment.replyTo === null && (isOwn || reader.changes) };
}
