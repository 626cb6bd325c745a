import { lazy } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import type { OfferedTab, RecordRef } from '#web/router/collect-record-tabs.ts';
import { getAttached } from '../words/file.contract.ts';

function useAttached(record: RecordRef | null) {
  return useRoute(getAttached, { params: { kind: record?.kind ?? '', recordId: record?.id ?? '' } }, { enabled: record !== null }).data;
}

export const recordTabs: readonly OfferedTab[] = [
  { key: 'files', label: 'record.files', order: 10, useCount: (record) => useAttached(record)?.files, Tab: lazy(() => import('./files/FilesTab.tsx')) },
  { key: 'comments', label: 'record.comments', order: 20, useCount: (record) => useAttached(record)?.comments, Tab: lazy(() => import('./comments/CommentsTab.tsx')) },
];
