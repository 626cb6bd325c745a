import type { ComponentType } from 'react';

/** Something that a room puts among the actions of every list: it works on the address alone. */
export interface ListPart {
  key: string;
  order: number;
  Part: ComponentType<{ title: string }>;
}

const rooms = import.meta.glob<{ listParts: readonly ListPart[] }>('../../modules/*/web/list-parts.tsx', { eager: true });

/** Parts are found, not registered: every room's `web/list-parts.tsx`. */
export const listParts: readonly ListPart[] = Object.values(rooms)
  .flatMap((room) => [...room.listParts])
  .toSorted((one, other) => one.order - other.order);
