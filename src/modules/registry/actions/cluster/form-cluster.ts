import { sql } from 'kysely';
import type { Action } from '#platform/module/module.ts';
import { fail } from '#platform/result/result.rules.ts';
import { insertMembers } from '../../store/membership.store.ts';
import { organisationsWhere } from '../../store/organisation-filter.ts';
import type { formCluster } from '../../words/cluster.contract.ts';
import { enterCluster, readCluster } from './cluster-content.ts';

/** Every organisation that matches and that its maker may see becomes a member; the filter is kept with the cluster. */
export const form: Action<typeof formCluster> = async (context, { body }) => {
  const { rows } = await sql<{ id: string }>`select organisation.id from organisation where ${organisationsWhere(context, body.filter)} order by organisation.id`.execute(context.db);
  if (rows.length === 0) return fail('nobodyMatches');
  const entered = await enterCluster(context, body.cluster, { formedFrom: body.filter });
  if (!entered.ok) return entered;
  await insertMembers(context, entered.value.id, rows.map((row) => row.id), body.membershipClass);
  return readCluster(context, entered.value.id);
};
