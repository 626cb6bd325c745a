import { useRouterState } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { offeredTabs } from '#web/router/collect-record-tabs.ts';
import type { RecordRef } from '#web/router/collect-record-tabs.ts';
import type { RecordTab } from './record-tab.ts';

/** The record that a page is about, out of its address: the page whose path ends in `$organisationId` shows an organisation. */
function useRecordOfPage(): RecordRef | null {
  const match = useRouterState({ select: (state) => state.matches.at(-1) });
  const name = /\/\$([a-z][A-Za-z]*)Id$/.exec(match?.fullPath ?? '')?.[1];
  const id = name ? (match?.params as Record<string, string> | undefined)?.[`${name}Id`] : undefined;
  return name && id ? { kind: name, id } : null;
}

/** What rooms hang on every record, as tabs. The offers are the same on every page, so their hooks keep their order. */
export function useOfferedTabs(): RecordTab[] {
  const record = useRecordOfPage();
  const text = useText();
  const counts = offeredTabs.map((offer) => offer.useCount(record));
  return offeredTabs.flatMap(({ key, label, Tab }, at) => {
    const count = counts[at];
    if (record === null || count === undefined) return [];
    return [{ key, label: text(label), count, content: () => <Suspense fallback={<LoadingSkeleton lines={6} />}><Tab {...record} /></Suspense> }];
  });
}
