import { useCallback } from 'react';
import type { TraceLink } from '#platform/figure/figure.schema.ts';
import { one } from '#web/router/search.ts';
import { useSearch, useSetSearch } from '#web/router/use-search.ts';
import { traceFromText, traceToText } from './trace-link.ts';

/** The trace panel's state is the URL's `trace`, so that a figure with its proof can be shared. */
export function useTrace(link: TraceLink | null) {
  const shown = one(useSearch()['trace']);
  const setSearch = useSetSearch();
  const traceId = link ? traceToText(link) : undefined;
  const open = useCallback(() => setSearch({ trace: traceId }), [setSearch, traceId]);
  return { traceId, open, isOpen: traceId !== undefined && shown === traceId };
}

export function useOpenTrace(): { link: TraceLink | null; text: string | null; close: () => void } {
  const text = one(useSearch()['trace']) ?? null;
  const setSearch = useSetSearch();
  const close = useCallback(() => {
    setSearch({ trace: undefined });
    const opener = text === null ? null : [...document.querySelectorAll<HTMLElement>('[data-trace]')].find((each) => each.dataset['trace'] === text);
    opener?.focus();
  }, [setSearch, text]);
  return { link: text === null ? null : traceFromText(text), text, close };
}
