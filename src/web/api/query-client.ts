import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem } from './problem.ts';

/** A refusal stays a refusal: only the network and the server's own failures are tried again, once. */
function shouldRetry(count: number, error: unknown): boolean {
  return count < 1 && (!isProblem(error) || error.status === 0 || error.status >= 502);
}

/** A session or a mandate that ended elsewhere is noticed by the first refusal. */
function noticeEnd(error: unknown): void {
  if (isProblem(error) && (error.status === 401 || error.status === 403)) void queryClient.invalidateQueries({ queryKey: ['session'] });
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEnd }),
  mutationCache: new MutationCache({ onError: noticeEnd }),
  defaultOptions: {
    queries: { staleTime: 15_000, retry: shouldRetry, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});
