import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Route, RouteAnswer } from '#platform/http/route.contract.ts';
import type { Page } from '#platform/page/page.schema.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { noteLevel } from './answer-levels.ts';
import { call, callExport, callWithVersion } from './client.ts';
import type { CallInput, ExportedList } from './client.ts';
import type { Problem } from './problem.ts';

/** The room of a route is the part of its id before the dot; a write makes everything read of its rooms stale. */
const kindOf = (route: Route): string => route.id.split('.')[0] ?? route.id;

export function routeKey(route: Route, input?: object): unknown[] {
  return input === undefined ? [kindOf(route), route.id] : [kindOf(route), route.id, input];
}

export interface ReadOptions<Answer = never> {
  enabled?: boolean;
  /** Keep showing the old answer, greyed, while the next one loads. */
  keepPrevious?: boolean;
  staleTime?: number;
  refetchInterval?: number | false;
  /** Milliseconds until it is read again, by what was read last: quick while something moves, false when it is over. */
  readAgain?: (answer: Answer) => number | false;
}

export function useRoute<R extends Route>(route: R, input: CallInput<R>, options: ReadOptions<RouteAnswer<R>> = {}): UseQueryResult<RouteAnswer<R>, Problem> {
  const language = useLanguage();
  return useQuery<RouteAnswer<R>, Problem>({
    queryKey: [...routeKey(route, input), language],
    queryFn: async ({ signal, queryKey }) => {
      const answer = await callWithVersion(route, { ...input, signal });
      noteLevel(queryKey, answer.level);
      return answer.data;
    },
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(options.staleTime === undefined ? {} : { staleTime: options.staleTime }),
    ...(options.readAgain === undefined ? {} : { refetchInterval: ({ state }) => (state.data === undefined ? false : (options.readAgain?.(state.data) ?? false)) }),
    ...(options.refetchInterval === undefined ? {} : { refetchInterval: options.refetchInterval }),
  });
}

export interface WriteOptions<R extends Route> {
  onDone?: (answer: RouteAnswer<R>, input: CallInput<R>) => void;
  /** Stems (first part of a route id) to read again besides the route's own: `['cluster', 'home']`. */
  touches?: readonly string[];
}

/** One idempotency key per intention: a retry of the same input repeats it, so a lost answer never writes twice. */
export function useWrite<R extends Route>(route: R, options: WriteOptions<R> = {}): UseMutationResult<RouteAnswer<R>, Problem, CallInput<R>> {
  const client = useQueryClient();
  const intention = useRef<{ input: string; key: string } | null>(null);
  return useMutation<RouteAnswer<R>, Problem, CallInput<R>>({
    mutationFn: (input) => {
      const print = JSON.stringify(input);
      if (intention.current?.input !== print) intention.current = { input: print, key: crypto.randomUUID() };
      return call(route, { ...input, idempotencyKey: intention.current.key });
    },
    onSuccess: async (answer, input) => {
      intention.current = null;
      await Promise.all([kindOf(route), ...(options.touches ?? [])].map((kind) => client.invalidateQueries({ queryKey: [kind] })));
      options.onDone?.(answer, input);
    },
  });
}

type ItemOf<R extends Route> = RouteAnswer<R> extends Page<infer Item> ? Item : never;

export interface ListAnswer<Item> {
  items: Item[];
  /** How many rows match within what the reader may see; null before the first answer. */
  total: number | null;
  loading: boolean;
  /** A newer answer is on its way; the rows shown are the old ones. */
  updating: boolean;
  error: Problem | null;
  hasMore: boolean;
  loadingMore: boolean;
  loadMore: () => void;
  retry: () => void;
  /** Every row of this list, page after page. */
  all: () => Promise<Item[]>;
  /** The same through the gate of exports. Absent where rows do not come from the server. */
  exported?: ListExport;
}

export interface ListExport {
  operation: string;
  params: Record<string, string>;
  query: Record<string, string>;
  fetch: (form: 'csv' | 'json') => Promise<ExportedList>;
}

const texts = (given: object | undefined): Record<string, string> => Object.fromEntries(Object.entries(given ?? {}).flatMap(([name, value]) => (value === undefined || value === null || value === '' ? [] : [[name, String(value)]])));

async function readAll<Item>(readPage: (cursor: string | null) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: Page<Item> = await readPage(cursor);
    items.push(...page.items);
    cursor = page.nextCursor;
    if (!cursor) return items;
  }
}

/** A list read page by page with the cursor. */
export function useList<R extends Route>(route: R, input: CallInput<R>, options: { enabled?: boolean } = {}): ListAnswer<ItemOf<R>> {
  const language = useLanguage();
  const loose = input as { params?: Record<string, unknown>; query?: Record<string, unknown> };
  const readPage = async (cursor: string | null, signal?: AbortSignal, limit?: number, queryKey?: readonly unknown[]) => {
    const query = { ...(input as { query?: object }).query, ...(cursor ? { cursor } : {}), ...(limit ? { limit } : {}) };
    const answer = await callWithVersion(route, { ...input, query, signal } as CallInput<R>);
    if (queryKey) noteLevel(queryKey, answer.level);
    return answer.data as unknown as Page<ItemOf<R>>;
  };
  const query = useInfiniteQuery<Page<ItemOf<R>>, Problem, { pages: Page<ItemOf<R>>[] }, unknown[], string | null>({
    queryKey: [...routeKey(route, input), 'pages', language],
    queryFn: ({ pageParam, signal, queryKey }) => readPage(pageParam, signal, undefined, queryKey),
    initialPageParam: null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
  });
  const pages = query.data?.pages ?? [];
  return {
    items: pages.flatMap((page) => page.items),
    total: pages[0]?.total ?? null,
    loading: query.isPending,
    updating: query.isPlaceholderData,
    error: query.error,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
    all: () => readAll((cursor) => readPage(cursor, undefined, 200)),
    exported: { operation: route.id, params: texts(loose.params), query: texts(loose.query), fetch: (form) => callExport(route, loose, form) },
  };
}
