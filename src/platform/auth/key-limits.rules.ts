export const keyAccesses = ['read', 'write'] as const;
export type KeyAccess = (typeof keyAccesses)[number];

/** What an API key leaves of its owner's rights. A room that is not named is closed. */
export interface KeyLimits {
  id: string;
  rooms: readonly { room: string; access: KeyAccess }[];
}

/** Reading permissions are those whose verb says so; everything else changes something or starts work. */
export function keyCovers(limits: KeyLimits, room: string | undefined, permission: string): boolean {
  return keyOpens(limits, room, permission.endsWith('.read') ? 'read' : 'write');
}

export function keyOpens(limits: KeyLimits, room: string | undefined, wanted: KeyAccess): boolean {
  return limits.rooms.some((entry) => entry.room === room && (wanted === 'read' || entry.access === 'write'));
}
