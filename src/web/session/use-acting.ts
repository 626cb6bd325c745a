import { useQueryClient } from '@tanstack/react-query';
import { setActing } from '#modules/identity/words/deputy.contract.ts';
import { call } from '#web/api/client.ts';

/** From now on as somebody's deputy, or as oneself again: everything shown before was read under other rights. */
export function useActing(): (deputyId: string | null) => Promise<void> {
  const client = useQueryClient();
  return async (deputyId) => {
    await call(setActing, { body: { deputyId } });
    client.clear();
    location.assign('/');
  };
}
