import { can } from '#platform/auth/permission.rules.ts';
import type { Role, ScopeFacts } from '#platform/auth/permission.rules.ts';
import { useSession } from '#web/session/use-session.ts';
import { registryPermissions } from '../registry.rules.ts';

/** Whether to offer a deed on this row, by the same rule that the server decides with. */
export function useMayOn(facts: ScopeFacts | null): (permission: keyof typeof registryPermissions) => boolean {
  const { session } = useSession();
  return (permission) => facts !== null && session !== null && can(session.mandates, registryPermissions[permission], facts);
}

export function useHeldRoles(): Role[] {
  const { session } = useSession();
  return session?.mandates.map((mandate) => mandate.role) ?? [];
}
