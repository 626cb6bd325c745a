import fc from 'fast-check';
import { sql, type RawBuilder } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { clustersIn, organisationsIn, placesIn, recordsIn } from '#modules/registry/store/scope-columns.ts';
import { systemActor } from '#api/product.ts';
import type { Actor } from '#platform/auth/actor.ts';
import { can, roles, scopeOf, type MandateScope, type Scope, type ScopeFacts } from '#platform/auth/permission.rules.ts';
import { runRoute } from '#platform/http/run-route.ts';
import type { Result } from '#platform/result/result.rules.ts';
import { testProduct, type TestProduct } from '../test-product.ts';

/** Every kind of record that has a subject loader of its own space, and the routes that list and show it. */
const kinds = { organisation: 'organisationId', cluster: 'clusterId', place: 'placeId', list: 'listId', programme: 'programmeId', importBatch: 'batchId', person: 'personId' } as const;
type Kind = keyof typeof kinds;

let house: TestProduct;
let spaceId: string;
const ids = { organisation: [], cluster: [], place: [], list: [], programme: [], importBatch: [], person: [] } as Record<Kind, string[]>;

const actorWith = (mandates: readonly MandateScope[], name = 'Tester'): Actor => ({
  ...systemActor, name, spaceId, accountId: '0190aaaa-0000-7000-8000-000000000001', mandates: mandates.map((mandate, at) => ({ ...mandate, id: String(at), organisationId: null })),
});

async function run(routeId: string, mandates: readonly MandateScope[], input: { params?: object; query?: object; body?: unknown } = {}): Promise<Result<unknown>> {
  const entry = house.product.house.routes.find(({ route }) => route.id === routeId);
  if (!entry) throw new Error(`no route ${routeId}`);
  return runRoute(house.product, entry, { params: {}, query: {}, body: undefined, ...input, ifMatch: undefined, idempotencyKey: undefined }, actorWith(mandates), 'en', () => undefined);
}

const everything: MandateScope = { role: 'operator', scopeKind: 'space', scopeId: null };
async function make(kind: Kind, routeId: string, input: { params?: object; query?: object; body?: unknown }, mandates = [everything]): Promise<string> {
  const result = await run(routeId, mandates, input);
  if (!result.ok) throw new Error(`${routeId}: ${JSON.stringify(result)}`);
  const { id } = result.value as { id: string };
  ids[kind].push(id);
  return id;
}

const territories = ['cn:440300', 'cn:440000', 'cn:440600', 'cn:320500', 'cn:110000', null] as const;
const visibilityOf = (at: number): 'open' | 'internal' => (at % 3 === 0 ? 'open' : 'internal');

beforeAll(async () => {
  house = await testProduct();
  spaceId = await house.newSpace();
  for (let at = 0; at < 24; at += 1) await make('organisation', 'organisation.create', { body: { name: { en: `Organisation ${at}` }, type: 'enterprise', territoryId: territories[at % 6], visibility: visibilityOf(at) } });
  for (let at = 0; at < 6; at += 1) {
    const territory = territories[at % 5];
    const cluster = await make('cluster', 'cluster.create', { body: { name: { en: `Cluster ${at}` }, visibility: visibilityOf(at + 1), territories: territory ? [{ territoryId: territory, scope: at % 2 === 0 ? 'base' : 'radiates' }] : [] } });
    for (const [member, organisationId] of ids.organisation.entries()) if ((member + at) % 7 === 0) await run('membership.add', [everything], { params: { clusterId: cluster }, body: { organisationId } });
  }
  for (let at = 0; at < 10; at += 1) {
    await make('place', 'place.create', { body: { kind: 'park', name: { en: `Place ${at}` }, territoryId: territories[at % 5], visibility: visibilityOf(at), clusterIds: at % 2 === 0 ? [ids.cluster[at % 6]] : [], operatorId: at % 3 === 0 ? ids.organisation[at] : null } });
  }
  for (let at = 0; at < 3; at += 1) await make('list', 'list.create', { body: { name: { en: `List ${at}` }, entryKind: 'organisation' } });
  for (let at = 0; at < 3; at += 1) await make('programme', 'programme.create', { body: { name: { en: `Programme ${at}` } } });
  const makers: MandateScope[] = [everything, { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:440000' }, { role: 'clusterStaff', scopeKind: 'cluster', scopeId: ids.cluster[0] ?? '' }, { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:320500' }];
  for (const maker of makers) await make('importBatch', 'importBatch.create', { query: { fileName: 'a.csv' }, body: await house.product.installation.files.receive([new TextEncoder().encode('机构名称\n样例甲\n')], 1000) }, [maker]);
  for (let at = 0; at < 5; at += 1) {
    const person = await make('person', 'person.create', { body: { name: { en: `Person ${at}` } } });
    if (at % 2 === 0) await run('mandate.grant', [everything], { params: { personId: person }, body: { role: 'organisationRepresentative', scopeKind: 'organisation', scopeId: ids.organisation[at], organisationId: ids.organisation[at] } });
  }
  // Lists and programmes are made open; that a hidden one stays hidden is proved on rows made so.
  await house.product.asSystem(spaceId, async ({ db }) => {
    await sql`update list set visibility = 'internal' where id = ${ids.list[0]}`.execute(db);
    await sql`update programme set visibility = 'internal' where id = ${ids.programme[0]}`.execute(db);
  });
}, 60_000);

/** Any mandates at all, also such as no one grants: the two readings must agree whatever is held. */
function mandateArbitrary(): fc.Arbitrary<MandateScope> {
  const scope = fc.oneof(
    fc.constant({ scopeKind: 'space' as const, scopeId: null }),
    fc.constantFrom('cn:440000', 'cn:440300', 'cn:320500', 'world:CN', 'world:DE').map((scopeId) => ({ scopeKind: 'territory' as const, scopeId })),
    fc.constantFrom(...ids.cluster).map((scopeId) => ({ scopeKind: 'cluster' as const, scopeId })),
    fc.constantFrom(...ids.organisation).map((scopeId) => ({ scopeKind: 'organisation' as const, scopeId })),
    fc.constantFrom(...ids.cluster).map((scopeId) => ({ scopeKind: 'chain' as const, scopeId })),
    fc.constantFrom(...ids.programme).map((scopeId) => ({ scopeKind: 'programme' as const, scopeId })),
  );
  return fc.tuple(fc.constantFrom(...roles), scope).map(([role, held]) => ({ role, ...held }));
}

async function factsOf(kind: Kind): Promise<Map<string, ScopeFacts>> {
  return house.product.inSpace(spaceId, (db) => house.product.house.contributions.subjects[kind]?.byIds(db, ids[kind]) ?? Promise.resolve(new Map()));
}

describe.each(Object.keys(kinds) as Kind[])('%s', (kind) => {
  it('the list shows, counts and opens exactly the rows that `can` allows, for any mandates', async () => {
    const facts = await factsOf(kind);
    expect(facts.size).toBe(ids[kind].length);
    const { permissions, contributions } = house.product.house;
    const permission = permissions[contributions.subjects[kind]?.readPermission ?? ''];
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(mandateArbitrary(), { maxLength: 3 }), fc.nat(), async (mandates, pick) => {
        const allowed = [...facts].filter(([, fact]) => can(mandates, permission, fact)).map(([id]) => id).sort();
        const result = await run(`${kind}.list`, mandates, { query: { limit: '200' } });
        const page = result.ok ? (result.value as { items: { id: string }[]; total: number }) : { items: [], total: 0 };
        expect(page.items.map((item) => item.id).sort()).toEqual(allowed);
        expect(page.total).toBe(allowed.length);
        if (!result.ok) expect(result.reason).toBe('notAllowed');
        const one = ids[kind][pick % ids[kind].length] ?? '';
        expect((await run(`${kind}.get`, mandates, { params: { [kinds[kind]]: one } })).ok).toBe(allowed.includes(one));
        shown += allowed.length;
      }),
      { numRuns: 60, seed: 20261122 },
    );
    expect(shown).toBeGreaterThan(0);
  }, 60_000);
});

describe('the SQL reading of a permission', () => {
  const conditions: Partial<Record<Kind, (scope: Scope) => RawBuilder<boolean>>> = {
    organisation: organisationsIn,
    cluster: clustersIn,
    place: placesIn,
    list: (scope) => recordsIn(scope, 'list'),
    programme: (scope) => recordsIn(scope, 'programme'),
  };

  it.each(Object.keys(conditions) as Kind[])('reaches the rows of %s that `can` allows, for every permission of the kind', async (kind) => {
    const facts = await factsOf(kind);
    const { permissions } = house.product.house;
    const names = Object.keys(permissions).filter((name) => name.startsWith(`${kind}.`));
    expect(names.length).toBeGreaterThan(1);
    await fc.assert(
      fc.asyncProperty(fc.array(mandateArbitrary(), { maxLength: 3 }), fc.constantFrom(...names), async (mandates, name) => {
        const condition = conditions[kind]?.(scopeOf(mandates, permissions[name])) ?? sql<boolean>`false`;
        const rows = await house.product.inSpace(spaceId, async (db) => (await sql<{ id: string }>`select id from ${sql.table(kind)} where ${condition} order by id`.execute(db)).rows);
        expect(rows.map((row) => row.id)).toEqual([...facts].filter(([, fact]) => can(mandates, permissions[name], fact)).map(([id]) => id).sort());
      }),
      { numRuns: 60, seed: 20261122 },
    );
  }, 60_000);
});
