import type { ReactNode } from 'react';
import type { ListAnswer } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';

export interface ListBodyProps {
  list: Pick<ListAnswer<unknown>, 'items' | 'loading' | 'error' | 'retry'>;
  narrowed: boolean;
  clear: () => void;
  empty: ReactNode;
  what: string;
  children: ReactNode;
}

export function ListBody({ list, narrowed, clear, empty, what, children }: ListBodyProps) {
  const text = useText();
  if (list.error && list.items.length === 0) {
    return list.error.status === 403 ? <NoPermission /> : <ErrorState what={what} problem={list.error} retry={list.retry} />;
  }
  if (list.loading) return <LoadingSkeleton lines={10} height={440} />;
  if (list.items.length > 0) return <>{children}</>;
  if (!narrowed) return <>{empty}</>;
  return <EmptyState title={text('web.list.nothingLeft')} action={<Button onClick={clear}>{text('web.list.clearFilters')}</Button>} />;
}
