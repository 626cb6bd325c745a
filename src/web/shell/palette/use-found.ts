import { useEffect, useState } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import { searchRoute } from './search.route.ts';
import type { FoundHit } from './search.route.ts';

/** Records found by name after a short pause in typing. */
export function useFound(words: string, kind?: string): { hits: FoundHit[]; busy: boolean; failed: boolean } {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words.trim()), 150);
    return () => clearTimeout(timer);
  }, [words]);
  const query = useRoute(searchRoute, { query: { q: asked, limit: 20, ...(kind ? { kind } : {}) } }, { enabled: asked !== '', keepPrevious: true });
  const hits = asked === '' ? [] : (query.data?.items ?? []);
  return { hits: kind ? hits.filter((hit) => hit.kind === kind) : hits, busy: query.isFetching, failed: query.isError };
}
