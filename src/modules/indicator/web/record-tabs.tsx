import { lazy } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import type { OfferedTab, RecordRef } from '#web/router/collect-record-tabs.ts';
import { listSubjectValues } from '../words/observation.contract.ts';
import { observedKinds } from '../words/observation.schema.ts';

const kindOf = (record: RecordRef | null) => observedKinds.find((kind) => kind === record?.kind);

/** Nothing is offered on kinds of record that no value is about. */
function useValueCount(record: RecordRef | null): number | null | undefined {
  const subjectKind = kindOf(record);
  const { data } = useRoute(listSubjectValues, { query: { subjectKind: subjectKind ?? 'cluster', subjectId: record?.id ?? '', limit: 1 } }, { enabled: record !== null && subjectKind !== undefined });
  return data && data.total > 0 ? data.total : undefined;
}

export const recordTabs: readonly OfferedTab[] = [{ key: 'indicators', label: 'indicator.list', order: 5, useCount: useValueCount, Tab: lazy(() => import('./values/SubjectValuesTab.tsx')) }];
