import { QueryClient } from '@tanstack/react-query';
import { isProblem } from './problem.ts';

/** A refusal stays a refusal: only the network and the server's own failures are tried again, once. */
function shouldRetry(count: number, error: unknown): boolean {
  return count < 1 && (!isProblem(error) || error.status === 0 || error.status >= 502);
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, retry: shouldRetry, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});
