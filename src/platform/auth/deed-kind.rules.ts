/** What kind of deed a permission is, so that somebody can hand over the one without the other. */
export const deedKinds = ['read', 'work', 'decide'] as const;
export type DeedKind = (typeof deedKinds)[number];

/** By the permission's verb. A verb that stands nowhere decides: the narrowest reading of what was handed over. */
const verbs: Readonly<Record<DeedKind, readonly string[]>> = {
  read: ['read', 'listed', 'export'],
  work: ['create', 'update', 'change', 'add', 'take', 'write', 'apply', 'upload', 'comment', 'submit', 'import', 'compute', 'simulate', 'compare', 'locate', 'restore', 'keep', 'start', 'run'],
  decide: ['approve', 'reject', 'return', 'publish', 'withdraw', 'grant', 'end', 'merge', 'split', 'match', 'archive', 'remove', 'name', 'decide', 'choose'],
};

export function deedKindOf(permission: string): DeedKind {
  const verb = permission.split('.').at(-1) ?? '';
  return deedKinds.find((kind) => verbs[kind].includes(verb)) ?? 'decide';
}
