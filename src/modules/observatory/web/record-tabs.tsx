import { lazy } from 'react';
import type { OfferedTab } from '#web/router/collect-record-tabs.ts';

export const recordTabs: readonly OfferedTab[] = [
  { key: 'stage', label: 'observatory.stage.tab', order: 3, useCount: (record) => (record?.kind === 'cluster' ? null : undefined), Tab: lazy(() => import('./stage/StageTab.tsx')) },
  { key: 'diagnosis', label: 'observatory.diagnosis.tab', order: 4, useCount: (record) => (record?.kind === 'cluster' ? null : undefined), Tab: lazy(() => import('./diagnosis/DiagnosisTab.tsx')) },
];
