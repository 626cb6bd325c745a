import { getLevelPolicy } from '#modules/system/words/level.contract.ts';
import type { LevelPolicyView } from '#modules/system/words/level.schema.ts';
import { useRoute } from '#web/api/use-route.ts';
import { useSession } from './use-session.ts';

/** What may be kept here and what may leave; null before the answer and for whoever has not signed in. */
export function useLevelPolicy(): LevelPolicyView | null {
  const { session } = useSession();
  return useRoute(getLevelPolicy, {}, { enabled: session?.signedIn ?? false, staleTime: 300_000 }).data ?? null;
}
