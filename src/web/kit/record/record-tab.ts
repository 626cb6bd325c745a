import type { ReactNode } from 'react';

export interface RecordTab {
  key: string;
  label: string;
  count?: number | null;
  /** Called only when the tab is open. */
  content: () => ReactNode;
}
