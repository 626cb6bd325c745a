import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { getSession, removeSession, switchSpace } from '#modules/identity/identity.contract.ts';
import type { SessionView } from '#modules/identity/identity.schema.ts';
import { call } from '#web/api/client.ts';
import { routeKey, useRoute } from '#web/api/use-route.ts';

export type { SessionView } from '#modules/identity/identity.schema.ts';

/** Who is here. `session` is null only until the first answer. */
export function useSession(): { session: SessionView | null; error: ReturnType<typeof useRoute<typeof getSession>>['error']; refetch: () => void } {
  const query = useRoute(getSession, {}, { staleTime: 60_000 });
  return { session: query.data ?? null, error: query.error, refetch: () => void query.refetch() };
}

/** True when the reader holds one of these permissions for at least one record. For what a screen offers; rights are the server's. */
export function useMay(...permissions: string[]): boolean {
  const { session } = useSession();
  return session?.permissions.some((permission) => permissions.includes(permission)) ?? false;
}

/** Rights may end while a page is open: each change of page asks again, without waiting for the answer. */
export function useFreshSession(path: string): void {
  const client = useQueryClient();
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    void client.invalidateQueries({ queryKey: routeKey(getSession) });
  }, [client, path]);
}

export function useSessionDeeds() {
  const client = useQueryClient();
  return {
    switchSpace: async (spaceId: string) => {
      await call(switchSpace, { body: { spaceId } });
      client.clear();
      location.assign('/');
    },
    signOut: async () => {
      await call(removeSession, {});
      client.clear();
      location.assign('/sign-in');
    },
  };
}
