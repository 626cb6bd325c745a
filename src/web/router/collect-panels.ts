import type { ComponentType } from 'react';
import type { MessageKey } from '#web/i18n/catalogue.ts';

/** A picture that a room offers to the cockpit and the large screen, read-only and with links into the room's pages. */
export interface Panel {
  key: string;
  title: MessageKey;
  order: number;
  /** Shown on the large screen only, where there is a turn for each. */
  screenOnly?: boolean;
  /** `large` is read across a room. */
  Panel: ComponentType<{ large: boolean }>;
}

const rooms = import.meta.glob<{ panels: readonly Panel[] }>('../../modules/*/web/panels.tsx', { eager: true });

/** Panels are found, not registered: every room's `web/panels.tsx`. */
export const offeredPanels: readonly Panel[] = Object.values(rooms)
  .flatMap((room) => [...room.panels])
  .toSorted((one, other) => one.order - other.order);
