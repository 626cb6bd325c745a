import type { ComponentType } from 'react';
import type { MessageKey } from '#web/i18n/catalogue.ts';

export interface RecordRef {
  kind: string;
  id: string;
}

/** A tab that a room hangs on the pages of every kind of record. */
export interface OfferedTab {
  key: string;
  label: MessageKey;
  order: number;
  /** A hook: how many things hang there; undefined where the record takes none or may not be read. */
  useCount: (record: RecordRef | null) => number | null | undefined;
  Tab: ComponentType<RecordRef>;
}

const rooms = import.meta.glob<{ recordTabs: readonly OfferedTab[] }>('../../modules/*/web/record-tabs.tsx', { eager: true });

/** Tabs are found, not registered: every room's `web/record-tabs.tsx`. */
export const offeredTabs: readonly OfferedTab[] = Object.values(rooms)
  .flatMap((room) => [...room.recordTabs])
  .toSorted((one, other) => one.order - other.order);
