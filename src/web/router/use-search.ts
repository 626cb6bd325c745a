import { useNavigate, useParams, useRouterState } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Search } from './search.ts';

export function useSearch(): Search {
  return useRouterState({ select: (state) => state.location.search as Search });
}

/** Changes some search values and keeps the rest; `undefined` takes a value away. */
export function useSetSearch(): (change: Record<string, string | string[] | undefined>, how?: { push?: boolean }) => void {
  const navigate = useNavigate();
  return useCallback(
    (change, how) => {
      void navigate({
        to: '.',
        search: ((before: Search) => ({ ...before, ...change })) as never,
        replace: !how?.push,
        resetScroll: false,
      });
    },
    [navigate],
  );
}

/** Path parameters of the page: `const { organisationId } = usePageParams('organisationId')`. */
export function usePageParams<Name extends string>(..._names: Name[]): Record<Name, string> {
  return useParams({ strict: false }) as unknown as Record<Name, string>;
}

export function useGo(): (href: string, how?: { replace?: boolean }) => void {
  const navigate = useNavigate();
  return useCallback((href, how) => void navigate({ href, replace: how?.replace ?? false }), [navigate]);
}

export function usePath(): string {
  return useRouterState({ select: (state) => state.location.pathname });
}
