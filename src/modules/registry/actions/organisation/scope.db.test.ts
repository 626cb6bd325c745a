import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { can, roles, type MandateScope } from '#platform/auth/permission.rules.ts';
import { collect } from '#platform/module/collect.ts';
import { actingAs, operatorMandate } from '#platform/testing/test-context.ts';
import { freshDatabase } from '#platform/testing/test-database.ts';
import { registryModule } from '../../registry.module.ts';
import { registryPermissions } from '../../registry.rules.ts';
import { listPoints, countOrganisations } from '../../store/organisation-list.store.ts';
import { countFacets } from '../../store/organisation-facets.store.ts';
import { organisationSubject } from '../../store/organisation.store.ts';
import { insertOrganisations } from '../../store/organisation-write.store.ts';
import { organisationInputSchema } from '../../words/organisation.schema.ts';
import { organisationsIn } from '../../store/scope-columns.ts';

const database = await freshDatabase();
const as = actingAs(collect([registryModule]), database.app, await database.createSpace());
const territories = ['cn:440000', 'cn:440100', 'cn:440300', 'cn:320000', 'cn:320500', null] as const;

const { ids, clusters } = await as([operatorMandate], async (context) => {
  const made = await insertOrganisations(
    context,
    Array.from({ length: 60 }, (_, at) =>
      organisationInputSchema.parse({ name: { zh: `样例${at}` }, type: 'enterprise', territoryId: territories[at % territories.length], visibility: at % 3 === 0 ? 'open' : 'internal' }),
    ),
  );
  const groups = [context.newId(), context.newId(), context.newId()];
  for (const id of groups) await sql`insert into cluster (space_id, id, visibility, name, sort_name, state, created_at, updated_at) values (current_space(), ${id}::uuid, 'open', '{"zh":"样例集群"}', 'y', 'active', now(), now())`.execute(context.db);
  for (const [at, id] of made.entries()) {
    if (at % 4 > 2) continue;
    await sql`insert into membership (space_id, id, cluster_id, organisation_id, class, created_at) values (current_space(), ${context.newId()}::uuid, ${groups[at % 4]}::uuid, ${id}::uuid, 'core', now())`.execute(context.db);
  }
  return { ids: made, clusters: groups };
});

it('shows in SQL exactly the rows that `can` allows, for any mandates', async () => {
  const scopeArbitrary = fc.oneof(
    fc.constant({ scopeKind: 'space' as const, scopeId: null }),
    fc.constantFrom('cn:440000', 'cn:440100', 'cn:320000', 'cn:110000').map((scopeId) => ({ scopeKind: 'territory' as const, scopeId })),
    fc.constantFrom(...clusters).map((scopeId) => ({ scopeKind: 'cluster' as const, scopeId })),
    fc.constantFrom(...ids).map((scopeId) => ({ scopeKind: 'organisation' as const, scopeId })),
    fc.constantFrom(...ids).map((scopeId) => ({ scopeKind: 'chain' as const, scopeId })),
  );
  const mandate: fc.Arbitrary<MandateScope> = fc.tuple(fc.constantFrom(...roles), scopeArbitrary).map(([role, scope]) => ({ role, ...scope }));
  const permission = fc.constantFrom('organisation.read', 'organisation.update', 'organisation.archive', 'organisation.merge') as fc.Arbitrary<keyof typeof registryPermissions>;
  await fc.assert(
    fc.asyncProperty(fc.array(mandate, { maxLength: 4 }), permission, async (mandates, name) => {
      await as(mandates, async (context) => {
        const facts = await organisationSubject.byIds(context.db, ids);
        const { rows } = await sql<{ id: string }>`select id from organisation where ${organisationsIn(context.scope(name))} order by id`.execute(context.db);
        const allowed = ids.filter((id) => can(mandates, registryPermissions[name], facts.get(id) ?? { visibility: 'internal', territories: [], clusters: [], organisations: [] }));
        expect(rows.map((row) => row.id)).toEqual([...allowed].sort());
        if (name !== 'organisation.read') return;
        const filter = { archived: 'false' as const };
        expect(await countOrganisations(context, filter)).toBe(allowed.length);
        expect((await countFacets(context, filter)).total).toBe(allowed.length);
        expect((await listPoints(context, filter)).total).toBe(allowed.length);
      });
    }),
    { numRuns: 150, seed: 20261122 },
  );
}, 60_000);

it('shows nothing of another space, not even to its operator', async () => {
  const other = actingAs(collect([registryModule]), database.app, await database.createSpace());
  expect(await other([operatorMandate], (context) => countOrganisations(context, { archived: 'false' }))).toBe(0);
  expect((await other([operatorMandate], (context) => organisationSubject.byIds(context.db, ids))).size).toBe(0);
});
