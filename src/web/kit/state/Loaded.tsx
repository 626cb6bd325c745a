import type { ReactNode } from 'react';
import type { Problem } from '#web/api/problem.ts';
import { useText } from '#web/i18n/use-text.ts';
import { EmptyState } from './EmptyState.tsx';
import { ErrorState } from './ErrorState.tsx';
import { LoadingSkeleton } from './LoadingSkeleton.tsx';
import { NoPermission } from './NoPermission.tsx';

export interface LoadedProps<Data> {
  query: { data: Data | undefined; error: Problem | null; isPlaceholderData?: boolean; refetch: () => unknown };
  what?: string;
  /** Instead of the grey lines. */
  skeleton?: ReactNode;
  lines?: number;
  children: (data: Data) => ReactNode;
}

/** The four states of anything read from the server, in one place. */
export function Loaded<Data>({ query, what, skeleton, lines, children }: LoadedProps<Data>) {
  const text = useText();
  if (query.data !== undefined) {
    return query.isPlaceholderData ? <div className="updating" aria-busy="true" data-note={text('web.state.updating')}>{children(query.data)}</div> : <>{children(query.data)}</>;
  }
  if (query.error?.status === 403 || query.error?.status === 401) return <NoPermission />;
  if (query.error?.status === 404) return <EmptyState title={text('web.state.notFound')}>{text('web.state.notFound.hint')}</EmptyState>;
  if (query.error) return <ErrorState {...(what ? { what } : {})} problem={query.error} retry={() => void query.refetch()} />;
  return <>{skeleton ?? <LoadingSkeleton {...(lines ? { lines } : {})} />}</>;
}
