import { hashKey, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { highest } from '#platform/level/level.rules.ts';
import type { Level } from '#platform/level/level.schema.ts';

/** Level of the newest answer to each query, as its header told it. */
const told = new Map<string, Level>();

export function noteLevel(queryKey: readonly unknown[], level: Level | null): void {
  if (level) told.set(hashKey(queryKey), level);
}

/** The highest level of what is on the page now: the answers that some part of the screen is showing. */
export function usePageLevel(): Level {
  const cache = useQueryClient().getQueryCache();
  const read = (): Level => highest('public', ...cache.getAll().flatMap((query) => (query.isActive() && query.state.data !== undefined ? (told.get(query.queryHash) ?? []) : [])));
  return useSyncExternalStore((changed) => cache.subscribe(changed), read);
}
