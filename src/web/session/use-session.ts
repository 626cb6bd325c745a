import { useQueryClient } from '@tanstack/react-query';
import { call } from '#web/api/client.ts';
import { useRoute } from '#web/api/use-route.ts';
import { sessionRoute, signOutRoute, switchSpaceRoute } from './session.route.ts';
import type { ShellSession } from './session.route.ts';

const noSession: ShellSession = { signedIn: false, name: '', space: null, spaces: [], mandates: [] };

/** Who is here. `session` is null only until the first answer. */
export function useSession() {
  const query = useRoute(sessionRoute, {}, { staleTime: 60_000 });
  const refused = query.error?.status === 401;
  return { session: query.data ?? (refused ? noSession : null), error: refused ? null : query.error, refetch: query.refetch };
}

/** True when the reader holds one of these roles in the space at hand. For what a screen offers; rights are the server's. */
export function useHasRole(...roles: string[]): boolean {
  const { session } = useSession();
  return session?.mandates.some((mandate) => roles.includes(mandate.role)) ?? false;
}

export function useSessionDeeds() {
  const client = useQueryClient();
  return {
    switchSpace: async (spaceId: string) => {
      await call(switchSpaceRoute, { body: { spaceId } });
      client.clear();
      location.assign('/');
    },
    signOut: async () => {
      await call(signOutRoute, {});
      client.clear();
      location.assign('/sign-in');
    },
  };
}
