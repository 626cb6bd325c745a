import type { ComponentType } from 'react';
import type { MessageKey } from '#web/i18n/catalogue.ts';
import { CellsTab } from './CellsTab.tsx';
import { CompareTab } from './CompareTab.tsx';
import { IndustriesTab, RegionsTab } from './LinesTab.tsx';
import { RelatedTab } from './RelatedTab.tsx';
import { ShiftTab } from './ShiftTab.tsx';
import type { ViewProps } from './view.ts';

/** What the page shows of a selection, in this order. */
export const specialisationTabs: readonly { key: string; label: MessageKey; View: ComponentType<ViewProps> }[] = [
  { key: 'cells', label: 'observatory.specialisation.tab.cells', View: CellsTab },
  { key: 'regions', label: 'observatory.specialisation.tab.regions', View: RegionsTab },
  { key: 'industries', label: 'observatory.specialisation.tab.industries', View: IndustriesTab },
  { key: 'compare', label: 'observatory.specialisation.tab.compare', View: CompareTab },
  { key: 'related', label: 'observatory.specialisation.tab.related', View: RelatedTab },
  { key: 'shift', label: 'observatory.specialisation.tab.shift', View: ShiftTab },
];
