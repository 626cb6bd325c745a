import { useEffect, useState } from 'react';
import { search } from '#modules/registry/words/record.contract.ts';
import type { SearchAnswer } from '#modules/registry/words/record.contract.ts';
import { useRoute } from '#web/api/use-route.ts';

export type FoundGroup = SearchAnswer['groups'][number];
export type FoundHit = FoundGroup['hits'][number];

const none: FoundGroup[] = [];

/** Records found by name, best kind first, after a short pause in typing. */
export function useFound(words: string, kind?: string): { groups: FoundGroup[]; busy: boolean; failed: boolean } {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words.trim()), 150);
    return () => clearTimeout(timer);
  }, [words]);
  const query = useRoute(search, { query: { q: asked.slice(0, 100), ...(kind ? { kind, limit: 20 } : {}) } }, { enabled: asked !== '', keepPrevious: true });
  return { groups: asked === '' ? none : (query.data?.groups ?? none), busy: query.isFetching, failed: query.isError };
}
