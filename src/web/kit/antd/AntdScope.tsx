import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';

const AntdProvider = lazy(() => import('./AntdProvider.tsx'));

/** Ant Design in our theme and language, loaded only where a page needs a piece that plain HTML has not. */
export function AntdScope({ children, fallback = null }: { children: ReactNode; fallback?: ReactNode }) {
  return (
    <Suspense fallback={fallback}>
      <AntdProvider>{children}</AntdProvider>
    </Suspense>
  );
}
